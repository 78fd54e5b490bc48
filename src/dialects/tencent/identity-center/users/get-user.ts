import { Type } from 'typebox'
import { userNow } from '../../../../directory/users/find-user.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { showUser, userInfo } from './user-info.ts'

export const getUser = action({
  name: 'GetUser',
  area: 'identity-center/users',
  summary: { en: 'Show one user', zh: '查询用户信息' },
  source: 'organization 2021-03-31, GetUser',
  kind: 'read',
  input: Type.Object({ ZoneId: Type.String(), UserId: Type.String() }),
  output: Type.Object({ UserInfo: userInfo }),
  errors: ['FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist', 'ResourceNotFound.UserNotExist'],
  async handle(call, { ZoneId, UserId }) {
    const zone = await callersZone(call, ZoneId)
    const user = await call.session.read((reader) => userNow(reader, zone.id, UserId))
    return { UserInfo: showUser(user, call.time) }
  },
})
