import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { deleteOrganization as remove } from '../../../directory/leaving/delete-organization.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import type { Call } from '../call.ts'

/** The caller's organization ends; the same in both versions. */
export async function deleteOwnOrganization(call: Call): Promise<Record<never, never>> {
  const { id } = managedOrganization(call)
  await call.session.write(organizationStream(id), (tx) => remove(tx, id))
  return {}
}

export const deleteOrganization = action({
  name: 'DeleteOrganization',
  area: 'organization-settings',
  summary: { en: 'Delete the organization with its departments and its zone; only its manager may be left in it', zh: '删除企业组织' },
  source: 'organization 2021-03-31, DeleteOrganization',
  kind: 'write',
  input: Type.Object({}),
  output: Type.Object({}),
  errors: [
    'FailedOperation.MemberExistDelegatePayerNotAllowDelete',
    'FailedOperation.MemberIsDelegatePayerNotAllowDelete',
    'FailedOperation.OrgMemberPolicyExist',
    'FailedOperation.OrganizationNotEmpty',
    'FailedOperation.OrganizationPolicyIsNotDisabled',
    'FailedOperation.ShareUnitNotEmpty',
    'InvalidParameter',
    'ResourceNotFound.OrganizationNotExist',
    'UnsupportedOperation.AdminAccountExistCICRoleConfig',
    'UnsupportedOperation.AdminAccountExistCICUserConfig',
  ],
  faults: ['FailedOperation.QuitShareUint', 'FailedOperation.QuiteShareUnit', 'InternalError'],
  handle: deleteOwnOrganization,
})
