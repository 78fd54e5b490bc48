import type { Source } from '../../kit/scim.ts'
import type { TestServer } from '../../kit/server.ts'
import type { Answered, HandOperation } from './operations.ts'

/** The answer to each fact of the model on this wire. Source: organization 2021-03-31, error codes of each action. */
export const handCodes: Readonly<Record<string, string>> = {
  user_not_found: 'ResourceNotFound.UserNotExist',
  group_not_found: 'InvalidParameter.GroupNotExist',
  user_name_taken: 'InvalidParameter.UsernameAlreadyExists',
  group_name_taken: 'InvalidParameter.GroupNameAlreadyExists',
  user_quota_reached: 'FailedOperation.UserOverUpperLimit',
  group_quota_reached: 'FailedOperation.GroupOverUpperLimit',
  'user_owned_by_sync set_status': 'FailedOperation.SynchronizedUserNotUpdate',
  'user_owned_by_sync delete_user': 'FailedOperation.SynchronizedUserNotDelete',
  'group_owned_by_sync rename_group': 'FailedOperation.SynchronizedGroupNotUpdate',
  'group_owned_by_sync delete_group': 'FailedOperation.SynchronizedGroupNotDelete',
  'group_owned_by_sync add': 'FailedOperation.SynchronizedGroupNotAddUser',
  'group_owned_by_sync remove': 'FailedOperation.SynchronizedGroupNotRemoveUser',
  'group_owned_by_sync other': 'FailedOperation.SynchronizedGroupNotUpdate',
  user_in_groups: 'InvalidParameter.UserAlreadyExistsGroup',
  group_has_members: 'FailedOperation.DeleteGroupNotAllowExistUser',
  owners_differ: 'FailedOperation.GroupTypeUserTypeNotMatch',
  already_a_member: 'InvalidParameter.GroupUserAlreadyExists',
  not_a_member: 'InvalidParameter.GroupUserNotExist',
  group_full: 'FailedOperation.GroupUserCountOverUpperLimit',
  user_in_too_many_groups: 'FailedOperation.UserAddGroupCountOverUpperLimit',
}

interface Told {
  readonly name: string
  readonly requestId: string
  readonly outcome?: string
  readonly made?: string | undefined
}

export type Place = Pick<Source, 'identity' | 'zone' | 'place'> & { readonly server: TestServer }

const ownerWord = { manual: 'Manual', synchronized: 'Synchronized' } as const

/** Sends it; a refusal is what the official client throws. */
async function sent({ identity, zone: ZoneId, place, server }: Place, operation: HandOperation): Promise<Told> {
  const told = (name: string, { RequestId }: { RequestId?: string }, made?: string): Told => ({ name, requestId: RequestId ?? '', made })
  switch (operation.kind) {
    case 'create_user': {
      const made = await identity.CreateUser({ ZoneId, UserName: operation.name, UserType: ownerWord[operation.owner] })
      return told('CreateUser', made, made.UserInfo?.UserId)
    }
    case 'create_group': {
      const made = await identity.CreateGroup({ ZoneId, GroupName: operation.name, GroupType: ownerWord[operation.owner] })
      return told('CreateGroup', made, made.GroupInfo?.GroupId)
    }
    case 'delete_user':
      return told('DeleteUser', await identity.DeleteUser({ ZoneId, UserId: operation.user }))
    case 'delete_group':
      return told('DeleteGroup', await identity.DeleteGroup({ ZoneId, GroupId: operation.group }))
    case 'rename_group':
      return told('UpdateGroup', await identity.UpdateGroup({ ZoneId, GroupId: operation.group, NewGroupName: operation.name }))
    case 'set_status': {
      const NewUserStatus = operation.status === 'enabled' ? 'Enabled' : 'Disabled'
      return told('UpdateUserStatus', await identity.UpdateUserStatus({ ZoneId, UserId: operation.user, NewUserStatus }))
    }
    case 'add':
      return told('AddUserToGroup', await identity.AddUserToGroup({ ZoneId, GroupId: operation.group, UserId: operation.user }))
    case 'remove':
      return told('RemoveUserFromGroup', await identity.RemoveUserFromGroup({ ZoneId, GroupId: operation.group, UserId: operation.user }))
    case 'read_members': {
      const { GroupMembers = [], RequestId = '' } = await identity.ListGroupMembers({ ZoneId, GroupId: operation.group, MaxResults: 100 })
      const ids = GroupMembers.map(({ UserId }) => UserId).sort()
      return { name: 'ListGroupMembers', requestId: RequestId, outcome: `members ${ids.join(' ')}` }
    }
    case 'switch': {
      const SCIMSynchronizationStatus = operation.on ? 'Enabled' : 'Disabled'
      return told('UpdateSCIMSynchronizationStatus', await identity.UpdateSCIMSynchronizationStatus({ ZoneId, SCIMSynchronizationStatus }))
    }
    case 'adopt': {
      const adoption = operation.on ? 'by_name' : 'never'
      const { requestId } = await askAdmin(server, 'PATCH', `/organizations/${place.organization}`, { adoption })
      return { name: 'ChangeOrganization', requestId }
    }
  }
}

/** Calls the admin API, and tells under which id events are recorded. `expected` are problems that are no failure. */
export async function askAdmin<Body>(
  { url, adminToken }: Pick<TestServer, 'url' | 'adminToken'>,
  method: string,
  path: string,
  body: object,
  expected: readonly string[] = [],
): Promise<{ requestId: string; body: Body }> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' }
  const response = await fetch(`${url}/admin/v1${path}`, { method, headers, body: JSON.stringify(body) })
  const answer = (await response.json()) as { type?: string }
  if (!response.ok && !expected.includes(answer.type ?? ''))
    throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`)
  return { requestId: response.headers.get('x-request-id') ?? '', body: answer as Body }
}

export async function askByHand(place: Place, operation: HandOperation): Promise<Answered> {
  const start = performance.now()
  const { name, requestId, outcome, made } = await sent(place, operation).catch((thrown: { code?: string; requestId?: string }): Told => {
    if (thrown.code === undefined || thrown.requestId === undefined) throw thrown
    return { name: operation.kind, requestId: thrown.requestId, outcome: thrown.code }
  })
  const end = performance.now()
  return { operation, key: `${requestId} ${name}`, start, end, outcome: outcome ?? 'done', ...(made !== undefined && { made }) }
}
