import { Type } from 'typebox'
import { uin, zoneId } from '../fields.ts'

const principal = Type.String({ minLength: 1, maxLength: 64, description: 'Id of a user or group of the zone' })

const ruleKind = Type.Enum(['role_assignment', 'user_provisioning'], {
  description:
    'What gives the access. While a user or group has a `role_assignment`, DeleteUser and DeleteGroup refuse with ' +
    'FailedOperation.RoleConfigurationAuthorizationExist; while it has a `user_provisioning`, with FailedOperation.UserProvisioningExists.',
})

export const principalParams = { zone: zoneId, principal }

/** The whole path of one rule; `uin` need not be an account of this server. */
export const ruleParams = { ...principalParams, kind: ruleKind, uin }

export const rule = Type.Object({ kind: ruleKind, uin })
