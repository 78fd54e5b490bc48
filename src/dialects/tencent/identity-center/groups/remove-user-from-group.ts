import { Type } from 'typebox'
import { changeMemberships } from '../../../../directory/groups/change-memberships.ts'
import { Refused } from '../../../../directory/refusals.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'

export const removeUserFromGroup = action({
  name: 'RemoveUserFromGroup',
  area: 'identity-center/groups',
  summary: { en: 'Take one user out of one group', zh: '将一个用户移出用户组' },
  source: 'organization 2021-03-31, RemoveUserFromGroup; 1031/66367 for synchronized groups',
  kind: 'write',
  input: Type.Object({ ZoneId: Type.String(), GroupId: Type.String(), UserId: Type.String() }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.SynchronizedGroupNotRemoveUser',
    'FailedOperation.SynchronizedGroupNotUpdate',
    'FailedOperation.ZoneIdNotExist',
    'InvalidParameter.GroupNotExist',
    'InvalidParameter.GroupUserNotExist',
    'LimitExceeded.RemoveUserFromGroupLimitExceeded',
  ],
  unreachable: { 'FailedOperation.ManualGroupNotUpdate': 'Guards manual groups against SCIM; an API call never takes that path.' },
  async handle(call, { ZoneId, GroupId, UserId }) {
    const zone = await callersZone(call, ZoneId)
    await call.keepPace('remove_member', zone)
    const outcome = await call.session.submit(changeMemberships, zone.id, { kind: 'remove', group: GroupId, user: UserId })
    if (!outcome.done) throw new Refused(outcome.refusal)
    return {}
  },
})
