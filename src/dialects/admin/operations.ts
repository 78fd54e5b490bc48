import { deleteAccessRule } from './access-rules/delete-access-rule.ts'
import { listAccessRules } from './access-rules/list-access-rules.ts'
import { putAccessRule } from './access-rules/put-access-rule.ts'
import { changeAccount } from './accounts/change-account.ts'
import { createAccount } from './accounts/create-account.ts'
import { getAccount } from './accounts/get-account.ts'
import { listAccounts } from './accounts/list-accounts.ts'
import type { AdminOperation } from './admin-operation.ts'
import { rotateAdminToken } from './admin-token/rotate-admin-token.ts'
import { changeApp } from './apps/change-app.ts'
import { createApp } from './apps/create-app.ts'
import { createAuthorization } from './apps/create-authorization.ts'
import { getApp } from './apps/get-app.ts'
import { installApp } from './apps/install-app.ts'
import { listApps } from './apps/list-apps.ts'
import { renewAppSecret } from './apps/renew-secret.ts'
import { uninstallApp } from './apps/uninstall-app.ts'
import { applyBridge } from './bridges/apply-bridge.ts'
import { changeBridge } from './bridges/change-bridge.ts'
import { createBridge } from './bridges/create-bridge.ts'
import { deleteBridge } from './bridges/delete-bridge.ts'
import { getBridge } from './bridges/get-bridge.ts'
import { getBridgeReport } from './bridges/get-bridge-report.ts'
import { listBridges } from './bridges/list-bridges.ts'
import { previewBridge } from './bridges/preview-bridge.ts'
import { changeCompany } from './companies/change-company.ts'
import { createCompany } from './companies/create-company.ts'
import { getCompany } from './companies/get-company.ts'
import { listCompanies } from './companies/list-companies.ts'
import { deleteGroupPerson, putGroupPerson } from './company-groups/change-group-people.ts'
import { deleteGroupDepartment } from './company-groups/delete-group-department.ts'
import { putCompanyGroup } from './company-groups/put-company-group.ts'
import { putGroupDepartment } from './company-groups/put-group-department.ts'
import { createCompanyRole } from './company-roles/create-company-role.ts'
import { putCompanyRoleMember } from './company-roles/put-company-role-member.ts'
import { listDeliveries } from './deliveries/list-deliveries.ts'
import { retryDelivery } from './deliveries/retry-delivery.ts'
import { deleteEntity } from './entities/delete-entity.ts'
import { putEntity } from './entities/put-entity.ts'
import { listEvents } from './events/list-events.ts'
import { changeKey } from './keys/change-key.ts'
import { createKey } from './keys/create-key.ts'
import { deleteKey } from './keys/delete-key.ts'
import { listKeys } from './keys/list-keys.ts'
import { finishMailBinding } from './mail-bindings/finish-mail-binding.ts'
import { answerAskedPermissions } from './members/answer-asked-permissions.ts'
import { putMember } from './members/put-member.ts'
import { changeOrganization } from './organizations/change-organization.ts'
import { getOrganization } from './organizations/get-organization.ts'
import { changePerson } from './people/change-person.ts'
import { changeDelegate } from './services/change-delegate.ts'
import { changeCustomAttribute } from './vocabularies/change-custom-attribute.ts'
import { changeJobTitle } from './vocabularies/change-job-title.ts'
import { changeWorkCity } from './vocabularies/change-work-city.ts'
import { createCustomAttribute } from './vocabularies/create-custom-attribute.ts'
import { createJobTitle } from './vocabularies/create-job-title.ts'
import { createWorkCity } from './vocabularies/create-work-city.ts'
import { listCustomAttributes } from './vocabularies/list-custom-attributes.ts'

/** Every operation of Rollcall's own API, by resource. */
export const adminOperations: readonly AdminOperation[] = [
  createAccount,
  listAccounts,
  getAccount,
  changeAccount,
  createKey,
  listKeys,
  changeKey,
  deleteKey,
  rotateAdminToken,
  getOrganization,
  changeOrganization,
  putMember,
  answerAskedPermissions,
  putEntity,
  deleteEntity,
  changeDelegate,
  finishMailBinding,
  listAccessRules,
  putAccessRule,
  deleteAccessRule,
  createBridge,
  listBridges,
  getBridge,
  changeBridge,
  deleteBridge,
  previewBridge,
  applyBridge,
  getBridgeReport,
  putCompanyGroup,
  putGroupDepartment,
  deleteGroupDepartment,
  putGroupPerson,
  deleteGroupPerson,
  createCompanyRole,
  putCompanyRoleMember,
  createCustomAttribute,
  listCustomAttributes,
  changeCustomAttribute,
  createJobTitle,
  changeJobTitle,
  createWorkCity,
  changeWorkCity,
  createCompany,
  listCompanies,
  getCompany,
  changeCompany,
  changePerson,
  createApp,
  listApps,
  getApp,
  changeApp,
  renewAppSecret,
  installApp,
  uninstallApp,
  createAuthorization,
  listDeliveries,
  retryDelivery,
  listEvents,
]
