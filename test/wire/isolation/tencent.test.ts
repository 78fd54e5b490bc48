import { expect, test } from 'vitest'
import { organization20181225 } from '../../../src/dialects/tencent/organization-2018-12-25.ts'
import { organization20210331 } from '../../../src/dialects/tencent/organization-2021-03-31.ts'
import { sharedServer } from '../../kit/shared-server.ts'
import { casesOf, leaksOf } from './compare.ts'
import { toldByTokens } from './page-tokens.ts'
import { withKey } from './send.ts'
import { nobodys } from './slots.ts'
import { changedBy } from './state.ts'
import { newWholeOrganization } from './whole-organization.ts'

const world = sharedServer()
const actions = [...organization20210331, ...organization20181225]

/** Parameters without which an action refuses before it looks at what is named. */
const always = {
  ...{ Offset: 0, Limit: 10, 'ListUsers.Offset': undefined, PermissionIds: [1, 2], PolicyType: 'Financial', CountryCode: '86' },
  ...{
    'CreateOrgServiceAssign.Product': 'tag',
    'DeleteOrgServiceAssign.Product': 'cloudaudit',
    'ListOrgServiceAssignMember.Product': 'cloudaudit',
  },
}
const plain = {
  ...{ Name: 'fresh', AccountName: 'fresh', UserName: 'fresh', GroupName: 'fresh', NewGroupName: 'fresh', NewZoneName: 'fresh-zone' },
  ...{ Email: 'fresh@one.example', Phone: '13900000001', Remark: 'remark', Invited: 0, OrgType: 1 },
}

/**
 * Where the vendor has a code of its own for what is somebody else's, or lets a thing be there once for all customers. Sources: the error codes of
 * each action; for departments docs/decisions/0005, for security addresses 0013.
 */
const toldByTheVendor = [
  'tencent:2018-12-25:SendOrganizationInvitation InviteUin',
  'tencent:AddOrganizationNode ParentNodeId',
  'tencent:CreateOrganizationMember NodeId',
  'tencent:InviteOrganizationMember MemberUin',
  'tencent:MoveOrganizationNodeMembers NodeId',
  'tencent:QuitOrganization OrgId',
  'tencent:UpdateOrganizationMemberEmailBind Email',
  'tencent:UpdateZone NewZoneName',
]

test('to no action is what another organization has more than what nobody has', async () => {
  const [ours, theirs] = [await newWholeOrganization(world.server, 'alpha'), await newWholeOrganization(world.server, 'bravo')]
  const named = { ...theirs.things, ...theirs.texts }
  const long = Object.values(named).map(String)
  const secrets = ['bravo', ...long.filter((text) => text.length > 5)]
  const sides = { ours: { ...plain, ...ours.things }, theirs: named, nobodys: nobodys(named), always }
  const cases = casesOf(sides, actions)
  const { place } = ours.source
  const send = withKey(world.server, place.key)
  const leaks = Object.keys(await leaksOf(send, cases, secrets))
  expect(leaks.filter((at) => at.includes(' ')).sort()).toEqual(toldByTheVendor)
  const { told, lists } = await toldByTokens(sides, [send, withKey(world.server, theirs.source.place.key)], actions, secrets)
  expect(told).toEqual([])
  expect(lists).toEqual(['tencent:ListUsers', 'tencent:ListGroups'])
  expect(await changedBy(world.server, send, cases, [theirs.source.zone, `${theirs.source.place.organization}`])).toEqual([])
})
