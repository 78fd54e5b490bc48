import { Type } from 'typebox'
import { action } from '../action.ts'
import { deleteOwnOrganization } from '../organization-settings/delete-organization.ts'
import { newerCodes } from './newer-codes.ts'

export const deleteOrganization2018 = action({
  name: 'DeleteOrganization',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Delete the organization with its departments and its zone; only its manager may be left in it', zh: '删除企业组织' },
  source: 'organization 2018-12-25, DeleteOrganization',
  kind: 'write',
  input: Type.Object({}),
  output: Type.Object({}),
  errors: ['FailedOperation.OrganizationNotEmpty', 'FailedOperation.ShareUnitNotEmpty', 'ResourceNotFound.OrganizationNotExist'],
  chosen: newerCodes(
    'FailedOperation.MemberExistDelegatePayerNotAllowDelete',
    'FailedOperation.MemberIsDelegatePayerNotAllowDelete',
    'FailedOperation.OrgMemberPolicyExist',
    'FailedOperation.OrganizationPolicyIsNotDisabled',
    'UnsupportedOperation.AdminAccountExistCICRoleConfig',
    'UnsupportedOperation.AdminAccountExistCICUserConfig',
  ),
  handle: deleteOwnOrganization,
})
