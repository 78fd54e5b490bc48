import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import { addNode, newTree, refusesOutsiders } from '../../../kit/organization/departments.ts'
import {
  day,
  expectSameInvitations,
  invite,
  newColleague,
  newCompanyTree,
  newInvitee,
  receivedBy,
  sentBy,
  type Terms,
} from '../../../kit/organization/invitations.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('InviteOrganizationMember', (engine) => {
  const world = sharedServer({ engine })
  describe('invites', () => invites(world))
  describe('refuses wrong terms', () => refusesTerms(world))
  refusesOutsiders(world, ({ client }, { root }) =>
    client.InviteOrganizationMember({
      MemberUin: 100_000_000_001,
      Name: 'a',
      PolicyType: 'Financial',
      PermissionIds: [1, 2],
      NodeId: root,
    }),
  )
})

function invites(world: SharedServer): void {
  test('the documented example: nothing but a request id; the older version shows it to both sides', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newColleague(world.server)
    const NodeId = await addNode(place)
    const terms = { Name: 'member_name', Remark: 'invitation member', NodeId, PermissionIds: [1, 2, 7], PayUin: String(place.uin) }
    // Source: InviteOrganizationMember example; PayUin goes with permission 7.
    expect(await invite(place, invitee.uin, terms)).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const now = world.clock.now()
    const [sent] = await sentBy(place)
    expect(sent).toMatchObject({
      Uin: invitee.uin,
      HostUin: place.uin,
      Status: 0,
      Name: 'member_name',
      Remark: 'invitation member',
      InviteTime: chinaTime(now),
      ExpireTime: chinaTime(now + 15 * day),
    })
    expect(await receivedBy(invitee)).toEqual([sent])
  })

  test('the longest of everything; permissions in any order, an empty PayUin', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newColleague(world.server)
    const Tags = Array.from({ length: 10 }, (_, index) => ({ TagKey: `k${index}`.padEnd(127, 'k'), TagValue: 'v'.repeat(255) }))
    const Name = '财务A1+@&._[]-:,'.padEnd(25, '部')
    await invite(place, invitee.uin, { Name, Remark: '备'.repeat(40), PermissionIds: [9, 8, 6, 5, 4, 2, 1], PayUin: '', Tags })
    expect(await receivedBy(invitee)).toMatchObject([{ Name, Remark: '备'.repeat(40) }])
  })

  test('one event row with the whole invitation', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    const { RequestId } = await invite(place, uin, { Name: 'audited', IsAllowQuit: 'Denied', Tags: [{ TagKey: 'k', TagValue: 'v' }] })
    const [sent] = await sentBy(place)
    const at = world.clock.now()
    expect(await eventsOf(world.server, String(sent?.Id))).toMatchObject([
      {
        tenant: `organization-${place.organization}`,
        kind: 'invitation_sent',
        actor: `key:${place.key.secretId}`,
        account: place.uin,
        operation: 'InviteOrganizationMember',
        requestId: RequestId,
        before: null,
        after: {
          uin,
          name: 'audited',
          node: place.root,
          permissions: [1, 2],
          payer: null,
          mayQuit: 'denied',
          tags: [{ key: 'k', value: 'v' }],
          status: 'open',
          createdAt: at,
          expiresAt: at + 15 * day,
        },
      },
    ])
  })
}

function refusesTerms(world: SharedServer): void {
  const refused = async (terms: Terms, code: string, words: string | RegExp) => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    await expectSameInvitations(world.server, place, () => invite(place, uin, terms), code, words)
  }

  test('InvalidParameter: a Uin, a name, a remark, a word that can not be', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    const same = (call: () => Promise<unknown>, words: string) =>
      expectSameInvitations(world.server, place, call, 'InvalidParameter', words)
    for (const wrong of [0, -1]) await same(() => invite(place, wrong), 'MemberUin')
    for (const Name of ['', 'n'.repeat(26), 'a b', 'a/b', 'a\n']) await same(() => invite(place, uin, { Name }), 'Name')
    await same(() => invite(place, uin, { Remark: 'r'.repeat(41) }), 'Remark')
    await same(() => invite(place, uin, { IsAllowQuit: 'allow' }), 'one of Allow, Denied')
    await same(() => invite(place, uin, { AuthFile: [{ Name: 'f', Url: 'f/f.pdf' }] }), 'RelationAuthName')
  })

  test('InvalidParameter: who is paid for may not be allowed to quit', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    const terms = { PermissionIds: [1, 2, 7], PayUin: String(place.uin), IsAllowQuit: 'Allow' }
    await expectSameInvitations(world.server, place, () => invite(place, uin, terms), 'InvalidParameter', `Account ${place.uin} pays`)
  })

  test('FailedOperation.OrganizationPolicyIllegal: there is one policy type', async () => {
    for (const PolicyType of ['financial', 'Other', '']) {
      await refused({ PolicyType }, 'FailedOperation.OrganizationPolicyIllegal', 'PolicyType')
    }
  })

  test('FailedOperation.OrganizationPermissionIllegal: unknown, mandatory, not opened', async () => {
    const code = 'FailedOperation.OrganizationPermissionIllegal'
    await refused({ PermissionIds: [1, 2, 11] }, code, 'no financial permission 11')
    await refused({ PermissionIds: [1, 4] }, code, 'misses 2')
    await refused({ PermissionIds: [] }, code, 'misses 1')
    // Source: open question 21.
    for (const id of [3, 10]) await refused({ PermissionIds: [1, 2, id] }, code, `permission ${id} is not opened`)
  })

  test('FailedOperation.PayUinIllegal: with and without permission 7, and who can not pay', async () => {
    const code = 'FailedOperation.PayUinIllegal'
    const place = await newCompanyTree(world.server)
    const [{ uin }, other] = [await newColleague(world.server), await newTree(world.server)]
    const same = (terms: Terms, words: string) => expectSameInvitations(world.server, place, () => invite(place, uin, terms), code, words)
    await same({ PermissionIds: [1, 2, 7] }, 'needs `PayUin`')
    await same({ PayUin: String(place.uin) }, 'without permission 7')
    await same({ PermissionIds: [1, 2, 7], PayUin: 'me' }, 'PayUin')
    await same({ PermissionIds: [1, 2, 7], PayUin: '1' }, 'is no account')
    await same({ PermissionIds: [1, 2, 7], PayUin: String(other.uin) }, 'no account of your organization')
    await same({ PermissionIds: [1, 2, 7], PayUin: String(uin) }, 'no account of your organization')
  })

  test('InvalidParameter.TagError: malformed, reserved, twice, too many', async () => {
    const tag = (TagKey: string, TagValue = '') => ({ TagKey, TagValue })
    const wrong = [[tag('')], [tag('a*')], [tag('qcs:x')], [tag('k'.repeat(128))], [tag('k', 'v'.repeat(256))], [tag('k'), tag('k', 'v')]]
    const eleven = Array.from({ length: 11 }, (_, index) => tag(`k${index}`))
    for (const Tags of [...wrong, eleven]) await refused({ Tags }, 'InvalidParameter.TagError', 'Tags')
  })

  test('ResourceNotFound and FailedOperation.OrganizationNodeNotExist: no such department, and one of another organization', async () => {
    const place = await newCompanyTree(world.server)
    const [{ uin }, other] = [await newColleague(world.server), await newTree(world.server)]
    const same = (NodeId: number, code: string, words: string) =>
      expectSameInvitations(world.server, place, () => invite(place, uin, { NodeId }), code, words)
    await same(1, 'ResourceNotFound.OrganizationNodeNotExist', 'No department 1 ')
    await same(other.root, 'FailedOperation.OrganizationNodeNotExist', `Department ${other.root} belongs to another organization`)
  })

  test('FailedOperation.ImportFileIllegal: no proof, or one that can not be', async () => {
    const files = [
      [],
      [{ Name: '', Url: 'a.pdf' }],
      [{ Name: 'a/b', Url: 'a.pdf' }],
      [{ Name: 'a', Url: '' }],
      [{ Name: 'a', Url: 'x/../y' }],
    ]
    for (const AuthFile of files) {
      await refused({ RelationAuthName: 'Other Ltd', AuthFile }, 'FailedOperation.ImportFileIllegal', 'AuthFile')
    }
    const eleven = Array.from({ length: 11 }, (_, index) => ({ Name: `f${index}`, Url: `f/${index}.pdf` }))
    await refused({ RelationAuthName: 'Other Ltd', AuthFile: eleven }, 'FailedOperation.ImportFileIllegal', '11 entries')
  })

  test('a refused invitation leaves the name free', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    await expectSameInvitations(
      world.server,
      place,
      () => invite(place, uin, { Name: 'free', NodeId: 1 }),
      'ResourceNotFound.OrganizationNodeNotExist',
      'department',
    )
    await newInvitee(world.server, place, { Name: 'free' })
  })
}
