const hex = (digit: string, length = 32) => digit.repeat(length)
/** Ids of people in the document. */
const [chen, li, wang, gone] = ['a', 'b', 'c', 'd'].map((digit) => hex(digit)) as [string, string, string, string]
const day = (day: number) => `2025-04-${String(day).padStart(2, '0')}T08:00:00.000Z`

/** A company with every member that the schema knows, as it stood elsewhere. */
export const wholeCompany = `\
companies:
  - name: 灯火工坊
    id: "0123456789abcdef"
    createdAt: ${day(1)}
    facts:
      certified: false
      dynamicGroups: true
      seats: 500
      severalDepartments: forbidden
      mailDomains: [lantern.example]
      regions: { names: [cn, sg], expired: true, seatsLeft: 3 }
      licences: { required: true, list: [{ licence: base, seatsLeft: 5 }, { licence: pro }] }
      limits: { jobFamilies: 1, groups: 1 }
    customAttributes:
      - { id: C-10000000000001, type: TEXT, i18nName: { zh_cn: 爱好 }, open: false, createdAt: ${day(1)} }
      - id: C-10000000000002
        type: PICTURE_ENUM
        i18nName: { en_us: Badge }
        options: [{ id: gold, value: img_1, name: Gold }, { id: tin, value: img_2 }]
        defaultOption: tin
        createdAt: ${day(1)}
        updatedAt: ${day(2)}
      - { id: C-10000000000003, type: HREF, createdAt: ${day(1)} }
      - { id: C-10000000000004, type: GENERIC_USER, createdAt: ${day(1)} }
    employeeTypes:
      - { content: 专家, id: exGeIjow7zIqWMy+ONkFxA==, number: 6, createdAt: ${day(1)}, updatedAt: ${day(2)}, deletedAt: ${day(2)} }
      - { content: 专家, id: AAAAAAAAAAAAAAAAAAAAAA==, number: 8, i18nContent: { en_us: Expert, zh_cn: 专家 }, active: false, createdAt: ${day(3)} }
    jobFamilies:
      - { name: Backend, id: mga000000000001, parent: Technology, enabled: false, createdAt: ${day(1)} }
      - name: Technology
        id: mga000000000002
        description: Builds
        i18nName: { zh_cn: 技术 }
        i18nDescription: { zh_cn: 建造 }
        createdAt: ${day(1)}
        updatedAt: ${day(2)}
    jobLevels:
      - name: P5
        id: mga000000000003
        order: 500
        description: Senior
        i18nName: { zh_cn: 高级 }
        i18nDescription: { zh_cn: 资深 }
        enabled: false
        createdAt: ${day(1)}
        updatedAt: ${day(2)}
      - { name: P4, id: mga000000000004, order: 400, createdAt: ${day(1)} }
    jobTitles:
      - { name: Engineer, id: 0123456789ab, i18nName: { zh_cn: 工程师 }, enabled: false, createdAt: ${day(1)} }
    workCities:
      - { name: 深圳, id: ba9876543210, i18nName: { en_us: Shenzhen }, enabled: false, createdAt: ${day(1)} }
    units:
      - { name: Lab, type: team, id: LAB, createdAt: ${day(1)}, updatedAt: ${day(2)} }
    departments:
      - name: Engineering
        id: od-${hex('1')}
        code: eng
        i18nName: { zh_cn: 工程, en_us: Engineering }
        position: 7
        leaders: [{ person: li.na, kind: 2 }, { person: chen.wei }]
        partners: [wang.fang]
        unit: LAB
        chat: oc_${hex('9')}
        chatEmployeeTypes: [1, 8]
        codeChanges: 1
        createdAt: ${day(1)}
        updatedAt: ${day(4)}
        departments:
          - { name: Platform, id: od-${hex('2')}, code: platform, position: 1, createdAt: ${day(1)} }
      - { name: Administration, id: od-${hex('3')}, code: adm, position: 3, createdAt: ${day(1)} }
    people:
      - code: chen.wei
        name: 陈伟
        id: ${chen}
        enName: Chen Wei
        nickname: Wei
        departments:
          - { department: Engineering/Platform, departmentOrder: 9, primary: true, joinedAt: ${day(2)} }
          - { department: /, personOrder: 4, joinedAt: ${day(3)} }
        mobile: "+8613800000001"
        mobileVisible: false
        email: Chen.Wei@mail.example
        enterpriseEmail: chen.wei@lantern.example
        employeeNo: "0001"
        gender: 1
        employeeType: 6
        jobTitle: Engineer
        jobFamily: mga999999999999
        jobLevel: P5
        city: 深圳
        country: CN
        workStation: 3F-12
        joinTime: 2024-01-01T00:00:00.000Z
        avatarKey: img_3
        geo: cn
        description: Likes trains
        subscriptions: [base]
        customAttributes:
          - { attribute: C-10000000000001, text: Trains }
          - { attribute: C-10000000000002, option: gold }
          - { attribute: C-10000000000003, text: Home, url: "https://a.example", desktopUrl: "https://b.example" }
          - { attribute: C-10000000000004, person: ${gone} }
        posts:
          - { code: lead, name: Lead, department: Engineering/Platform, leader: li.na, leaderPost: head, main: true }
        activated: true
        manager: true
        founder: true
        codeChanges: 1
        createdAt: ${day(1)}
        updatedAt: ${day(5)}
      - code: chen.wei
        name: 陈伟
        id: ${gone}
        mobile: "+8613800000001"
        createdAt: ${day(1)}
        updatedAt: ${day(2)}
        resignedAt: ${day(2)}
      - code: li.na
        name: 李娜
        id: ${li}
        departments: [{ department: Engineering, primary: true, joinedAt: ${day(2)} }]
        jobFamily: Backend
        leader: chen.wei
        dottedLeaders: [wang.fang]
        frozen: true
        hold: secured
        createdAt: ${day(2)}
      - code: wang.fang
        name: 王芳
        id: ${wang}
        departments: [{ department: Administration, primary: true, joinedAt: ${day(2)} }]
        exited: true
        unjoined: true
        createdAt: ${day(2)}
    groups:
      - name: Everybody
        id: g1
        description: All
        people: [{ person: chen.wei, joinedAt: ${day(3)} }, { person: li.na, joinedAt: ${day(4)} }]
        departments: [{ department: Engineering, joinedAt: ${day(3)} }]
        createdAt: ${day(2)}
        updatedAt: ${day(4)}
      - name: By rule
        id: g2
        kind: dynamic
        rule: '{"expression":"1"}'
        visibility: '{"visible_to":"all"}'
        people: [{ person: wang.fang, joinedAt: ${day(3)} }]
        createdAt: ${day(2)}
    roles:
      - name: Auditor
        id: fedcba9876543210
        system: true
        members:
          - { person: chen.wei, scope: all, joinedAt: ${day(3)} }
          - { person: li.na, departments: [Administration, Engineering/Platform], joinedAt: ${day(3)} }
          - { person: wang.fang, joinedAt: ${day(3)} }
        createdAt: ${day(2)}
        updatedAt: ${day(3)}
`
