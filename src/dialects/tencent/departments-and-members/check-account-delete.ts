import { Type } from 'typebox'
import { blockersOf } from '../../../directory/leaving/blockers.ts'
import { standingNow } from '../../../directory/leaving/read-standings.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import type { Blocker } from '../../../directory/refusals/leaving.ts'
import { action } from '../action.ts'
import { memberUin } from './member-fields.ts'

const notAllowReason = Type.Object({
  IsCreateMember: Type.Boolean(),
  DeletionPermission: Type.Boolean(),
  IsAssignManager: Type.Boolean(),
  IsAuthManager: Type.Boolean(),
  IsShareManager: Type.Boolean(),
  OperateProcess: Type.Boolean(),
  BillingPermission: Type.Boolean(),
  ExistResources: Type.Array(Type.String()),
  DetectFailedResources: Type.Array(Type.String()),
  CICRoleConfig: Type.Boolean(),
  CICUserConfig: Type.Boolean(),
})

export const checkAccountDelete = action({
  name: 'CheckAccountDelete',
  area: 'departments-and-members',
  summary: { en: 'Say whether an account could be deleted, and everything that keeps it', zh: '成员账号删除检查' },
  source: 'organization 2021-03-31, CheckAccountDelete',
  kind: 'read',
  input: Type.Object({ MemberUin: memberUin }),
  output: Type.Object({ AllowDelete: Type.Boolean(), NotAllowReason: notAllowReason }),
  errors: ['InvalidParameter', 'ResourceNotFound.MemberNotExist', 'ResourceNotFound.OrganizationNotExist'],
  faults: ['InternalError'],
  async handle(call, { MemberUin }) {
    const { id } = managedOrganization(call)
    const standing = await call.session.read((reader) => standingNow(reader, id, MemberUin))
    const blockers = blockersOf(standing, 'delete')
    const met = (...facts: Blocker['fact'][]) => blockers.some(({ fact }) => facts.includes(fact))
    return {
      // A deletion that is pending has no reason of its own here, and yet another one can't be asked for.
      AllowDelete: blockers.length === 0,
      NotAllowReason: {
        IsCreateMember: !met('not_created_here'),
        DeletionPermission: !met('deletion_not_permitted'),
        IsAssignManager: met('administers_services'),
        IsAuthManager: met('administers_entity'),
        IsShareManager: met('shares_resources'),
        OperateProcess: met('operate_process_set'),
        BillingPermission: !met('payer_not_settled', 'pays_for_members', 'payment_card_missing'),
        ExistResources: [...standing.facts.resources],
        DetectFailedResources: [...standing.facts.undetectedResources],
        CICRoleConfig: met('role_deployed_to_account'),
        CICUserConfig: met('user_provisioned_to_account'),
      },
    }
  },
})
