import { wholeCompany } from './whole-company.ts'

/** Every section and every member of a seed document, with ids and times that a directory gave. */
export const wholeDocument = `\
rollcall: 1
accounts:
  - uin: 110000000001
    name: Lantern Works
    verification: enterprise
    entity: 灯火工坊有限公司
    facts: { balance: -500, resources: [cvm, cos], site: international }
    createdAt: 2025-01-01T08:00:00.000Z
  - { uin: 110000000002, name: Shop, verification: enterprise, entity: 灯火工坊有限公司, createdIn: 123456789, createdAt: 2025-01-02T08:00:00.001Z }
  - { uin: 110000000003, name: Data, verification: enterprise, createdAt: 2025-01-03T08:00:00.000Z }
  - { uin: 110000000004, name: Guest, verification: personal, entity: 陈伟, createdAt: 2025-01-04T08:00:00.000Z }
  - { uin: 110000000005, name: Client, kind: distributor_client, createdAt: 2025-01-05T08:00:00.000Z }
  - { uin: 110000000006, name: Client, facts: { distributor: Harbor }, createdAt: 2025-01-06T08:00:00.000Z }
organizations:
  - manager: 110000000001
    id: 123456789
    limits: { nodes: 2, members: 500 }
    facts: { deletionPermission: true, openedPermissions: [3, 10], trustedEntities: [Harbor Foods] }
    createdAt: 2025-02-01T08:00:00.000Z
    root:
      id: 1000001
      name: Lantern
      remark: The top
      tags: [{ key: level, value: "0" }]
      updatedAt: 2025-02-03T08:00:00.000Z
    nodes:
      - name: Engineering
        id: 1000002
        remark: "Builds: all of it"
        tags: [{ key: environment, value: production }, { key: "2", value: "" }]
        createdAt: 2025-02-02T08:00:00.000Z
        updatedAt: 2025-02-04T08:00:00.000Z
        nodes:
          - { name: Platform, id: 1000003, createdAt: 2025-02-05T08:00:00.000Z }
          - name: "7"
            id: 1000004
            createdAt: 2025-02-05T08:00:00.000Z
            nodes: [{ name: Deep, id: 1000005, createdAt: 2025-02-06T08:00:00.000Z }]
    members:
      - { account: 110000000001, node: Engineering, name: The manager, kind: invited, mayQuit: denied, tags: [{ key: a, value: b }], joinedAt: 2025-02-01T08:00:00.000Z, updatedAt: 2025-03-01T08:00:00.000Z }
      - account: 110000000002
        node: Engineering/Platform
        name: Web shop
        kind: created
        mayQuit: denied
        remark: Sells
        permissions: [1, 2, 7]
        payer: 110000000001
        askedPermissions: [1, 2, 3]
        askedPayer: 110000000003
        tags: [{ key: team, value: shop }]
        joinedAt: 2025-02-07T08:00:00.000Z
        updatedAt: 2025-02-08T08:00:00.000Z
      - { account: 110000000003, name: Data, kind: invited, mayQuit: allowed, joinedAt: 2025-02-09T08:00:00.000Z }
    invitations:
      - { account: 110000000004, node: Engineering/Platform, name: Guest, id: 100000001, createdAt: 2025-02-10T08:00:00.000Z }
      - { account: 110000000003, node: 1999999, name: Data, id: 100000002, remark: Welcome, permissions: [1, 2, 4], payer: 110000000001, mayQuit: denied, tags: [{ key: a, value: b }], status: accepted, createdAt: 2025-02-08T08:00:00.000Z, expiresAt: 2025-02-20T08:00:00.000Z, updatedAt: 2025-02-09T08:00:00.000Z }
    services:
      - { service: cloudaudit, account: 110000000002, createdAt: 2025-02-11T08:00:00.000Z }
      - { service: config, account: 110000000003, scope: part, accounts: [110000000002, 110000000077], nodes: [Engineering/Platform], inUse: true, createdAt: 2025-02-12T08:00:00.000Z, updatedAt: 2025-02-13T08:00:00.000Z }
    mailBindings:
      - { account: 110000000002, id: 2, email: Shop@lantern.example, countryCode: "86", phone: "13800000000", status: success, phoneBound: true, description: success, day: 2025-02-14, requests: 2, updates: 1, sends: 1, sentAt: 2025-02-14T08:00:00.000Z, createdAt: 2025-02-14T07:00:00.000Z, boundAt: 2025-02-14T09:00:00.000Z }
      - { account: 110000000003, email: shop@lantern.example, phone: "13800000000", status: failed, phoneBound: false, day: 2025-02-14, createdAt: 2025-02-14T07:00:00.000Z }
    entities:
      - { name: Harbor Foods, id: 4, manager: 110000000003, createdAt: 2025-02-15T08:00:00.000Z }
    creations:
      - { id: 3, account: 110000000002, createdAt: 2025-02-07T08:00:00.000Z }
      - { id: 4, account: 110000000099, createdAt: 2025-02-07T08:00:00.000Z }
      - { id: 5, createdAt: 2025-02-07T09:00:00.000Z }
    deletions:
      - { account: 110000000002, requestedAt: 2025-02-16T08:00:00.000Z, dueAt: 2025-02-17T08:00:00.000Z }
    applications:
      - { account: 110000000004, entity: Guest Trade, proofs: [{ name: letter, url: "https://files.example/letter" }], createdAt: 2025-02-18T08:00:00.000Z }
zones:
  - manager: 110000000001
    name: lantern
    id: z-0123456789ab
    synchronization: enabled
    adoption: by_name
    quotas: { users: 1, usersPerGroup: 1, groups: 20 }
    createdAt: 2025-03-01T08:00:00.000Z
    updatedAt: 2025-03-02T08:00:00.000Z
    users:
      - name: chen.wei
        id: u-000000000001
        firstName: Wei
        lastName: Chen
        displayName: 陈伟
        description: "Platform engineer # one"
        email: Chen.Wei@lantern.example
        mustResetPassword: true
        access: [{ kind: role_assignment, account: 110000000002, createdAt: 2025-03-04T08:00:00.000Z }]
        createdAt: 2025-03-02T08:00:00.000Z
        updatedAt: 2025-03-03T08:00:00.000Z
      - name: Li.Na
        id: u-000000000002
        status: disabled
        owner: synchronized
        externalId: 00uX/1
        profile: { title: Manager, active: false, phoneNumbers: [{ type: work, value: "+86 10 1234" }, {}], none: null, level: 7 }
        createdAt: 2025-03-02T08:00:00.000Z
      - { name: "007", id: u-000000000003, owner: synchronized, createdAt: 2025-03-02T08:00:00.000Z }
    groups:
      - name: Platform
        id: g-000000000001
        description: Runs it
        members: [{ user: chen.wei, joinedAt: 2025-03-05T08:00:00.000Z }]
        createdAt: 2025-03-04T08:00:00.000Z
        updatedAt: 2025-03-06T08:00:00.000Z
      - name: All
        id: g-000000000002
        owner: synchronized
        externalId: grp-all
        members: [{ user: Li.Na, joinedAt: 2025-03-05T08:00:00.000Z }, { user: "007", joinedAt: 2025-03-05T08:00:00.001Z }]
        access: [{ kind: user_provisioning, account: 110000000001, createdAt: 2025-03-04T08:00:00.000Z }]
        createdAt: 2025-03-04T08:00:00.000Z
${wholeCompany}mailBindings:
  - { organization: 987654321, account: 110000000006, id: 2, email: client@lantern.example, countryCode: "852", phone: "51234567", status: success, phoneBound: true, description: success, day: 2025-01-14, requests: 2, updates: 1, sends: 1, sentAt: 2025-01-14T08:00:00.000Z, createdAt: 2025-01-14T07:00:00.000Z, boundAt: 2025-01-14T09:00:00.000Z }
`
