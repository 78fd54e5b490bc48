import { Type } from 'typebox'
import { changeMemberships } from '../../../../directory/groups/change-memberships.ts'
import { Refused } from '../../../../directory/refusals.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'

export const addUserToGroup = action({
  name: 'AddUserToGroup',
  area: 'identity-center/groups',
  summary: { en: 'Put one user into one group', zh: '将一个用户加入用户组' },
  source: 'organization 2021-03-31, AddUserToGroup; 1031/66367 for synchronized groups',
  kind: 'write',
  input: Type.Object({ ZoneId: Type.String(), GroupId: Type.String(), UserId: Type.String() }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.GroupTypeUserTypeNotMatch',
    'FailedOperation.GroupUserCountOverUpperLimit',
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.SynchronizedGroupNotAddUser',
    'FailedOperation.SynchronizedGroupNotUpdate',
    'FailedOperation.UserAddGroupCountOverUpperLimit',
    'FailedOperation.ZoneIdNotExist',
    'InvalidParameter.GroupNotExist',
    'InvalidParameter.GroupUserAlreadyExists',
    'LimitExceeded.AddUserToGroupLimitExceeded',
    'ResourceNotFound.UserNotExist',
  ],
  unreachable: { 'FailedOperation.ManualGroupNotUpdate': 'Guards manual groups against SCIM; an API call never takes that path.' },
  async handle(call, { ZoneId, GroupId, UserId }) {
    const zone = await callersZone(call, ZoneId)
    await call.keepPace('add_member', zone)
    const outcome = await call.session.submit(changeMemberships, zone.id, { kind: 'add', group: GroupId, user: UserId })
    if (!outcome.done) throw new Refused(outcome.refusal)
    return {}
  },
})
