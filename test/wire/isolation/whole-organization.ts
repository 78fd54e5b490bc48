import { newGroup, newUser, type TestZone, unique } from '../../kit/directory.ts'
import { addNode, memberIn, newTree } from '../../kit/organization/departments.ts'
import { company, newInvitee, setAccount } from '../../kit/organization/invitations.ts'
import { newContact } from '../../kit/organization/mail-bindings.ts'
import { newCreated } from '../../kit/organization/members.ts'
import { newSource, newSyncedGroup, newSyncedUser, type Source, urns } from '../../kit/scim.ts'
import type { TestServer } from '../../kit/server.ts'
import type { Words } from './slots.ts'

/** An organization with something of everything, all of whose texts hold a mark. */
export interface WholeOrganization {
  readonly mark: string
  readonly source: Source
  /** How its things are named in requests. */
  readonly things: Words
  /** What they are called: each may be called so once in an organization or zone. */
  readonly texts: Words
  readonly synced: { readonly user: string; readonly group: string; readonly userName: string; readonly displayName: string }
}

export async function newWholeOrganization(server: TestServer, mark: string): Promise<WholeOrganization> {
  const tree = await newTree(server)
  await setAccount(server, tree.uin, { entity: company, name: `${mark}-manager` })
  const ZoneName = unique(mark)
  const { ZoneId } = await tree.client.OpenIdentityCenter({ ZoneName })
  const place: TestZone = { ...tree, zone: ZoneId as string, zoneName: ZoneName }
  const source = await newSource(server, place)
  const inTree = await fillTree(server, tree, mark)
  const inZone = await fillZone(place, mark)
  const synced = await fillSource(source, mark)
  return {
    mark,
    source,
    synced,
    things: { ...inTree.things, ...inZone.things, OrgId: tree.organization, CredentialId: source.credential },
    texts: { ...inTree.texts, ...inZone.texts, ZoneName, NewZoneName: ZoneName },
  }
}

type Tree = Awaited<ReturnType<typeof newTree>>

async function fillTree(server: TestServer, tree: Tree, mark: string) {
  const { client } = tree
  const NodeId = await addNode(tree, { Name: `${mark}-node` })
  const empty = await addNode(tree, { Name: `${mark}-empty` })
  const delegate = await memberIn(server, tree, NodeId)
  await client.UpdateOrganizationMember({ MemberUin: delegate, Name: `${mark}-member`, Remark: `${mark}-remark` })
  await client.CreateOrgServiceAssign({ MemberUins: [delegate], Product: 'cloudaudit' })
  const AccountName = `${mark}-account`
  const MemberUin = await newCreated(tree, { Name: `${mark}-made`, AccountName, Remark: `${mark}-remark` })
  const { Email, Phone, CountryCode } = newContact({ Email: `${mark}@one.example` })
  const { BindId } = await client.AddOrganizationMemberEmail({ MemberUin, Email, Phone, CountryCode })
  const { id: Id } = await newInvitee(server, tree, { Name: `${mark}-invited` })
  const things: Words = {
    ...{ NodeId, NodeIds: empty, ParentNodeId: NodeId, ManagementScopeNodeIds: NodeId, 'DeleteOrganizationNodes.NodeId': empty },
    ...{ MemberUin, MemberUins: MemberUin, Uins: MemberUin, InviteUin: MemberUin, ManagementScopeUins: MemberUin, PayUin: `${MemberUin}` },
    ...{ 'DeleteOrgServiceAssign.MemberUin': delegate, Id, BindId },
  }
  const texts: Words = {
    ...{ Name: `${mark}-node`, AccountName, NodeName: `${mark}-node`, SearchKey: `${mark}-member`, AuthName: `${mark}-manager` },
    ...{ Email, Phone },
  }
  return { things, texts }
}

async function fillZone(place: TestZone, mark: string) {
  const [UserName, GroupName] = [unique(mark), unique(mark)]
  const NewEmail = `${UserName}@one.example`
  const UserId = await newUser(place, { UserName, Email: NewEmail })
  const GroupId = await newGroup(place, { GroupName })
  const ZoneId = place.zone
  await place.client.AddUserToGroup({ ZoneId, GroupId, UserId })
  const [alone, empty] = [await newUser(place, { UserName: unique(mark) }), await newGroup(place, { GroupName: unique(mark) })]
  const things: Words = {
    ...{ ZoneId, UserId, GroupId, FilterGroups: GroupId, FilterUsers: UserId },
    ...{ 'AddUserToGroup.UserId': alone, 'DeleteUser.UserId': alone, 'DeleteGroup.GroupId': empty },
  }
  const filters = { 'ListUsers.Filter': `userName eq "${UserName}"`, 'ListGroups.Filter': `groupName eq "${GroupName}"` }
  return { things, texts: { UserName, GroupName, NewGroupName: GroupName, NewEmail, 'CreateUser.Email': NewEmail, ...filters } as Words }
}

async function fillSource(source: Source, mark: string) {
  const [userName, displayName] = [unique(mark), unique(mark)]
  const emails = [{ value: `${userName}@one.example`, type: 'work', primary: true }]
  const user = await newSyncedUser(source, {
    userName,
    externalId: `${mark}-x`,
    emails,
    [urns.enterprise]: { employeeNumber: `${mark}-7` },
  })
  const group = await newSyncedGroup(source, [user], { displayName, externalId: `${mark}-y` })
  return { user, group, userName, displayName }
}
