import type { AccountRefusal } from '../../../directory/refusals/accounts.ts'
import { firstListed, type Wordings } from './wording.ts'

const managerCode = firstListed(
  'FailedOperation.IdentityCenterNotOrganizationManager',
  'InvalidParameter.OrganizationMemberNotManager',
  'ResourceNotFound.OrganizationNotExist',
  'UnauthorizedOperation',
)

/** Actions that tell a caller who is not the manager that no manager's member record is there for it. */
const missing: ReadonlySet<string> = new Set(['AddOrganizationNode', 'DeleteOrganizationNodes'])
const missingMember = 'ResourceNotFound.OrganizationMemberNotExist'

export const accountWordings: Wordings<AccountRefusal> = {
  not_verified: {
    code: firstListed('FailedOperation.IdentityCenterNotAuth', 'FailedOperation.AuthInfoEmpty', 'FailedOperation'),
    en: () => 'The account has no real-name verification. Verify it as an enterprise first (admin API: verification).',
    zh: () => '账号尚未实名认证，请先完成企业实名认证（管理接口 verification）。',
  },
  not_enterprise: {
    code: firstListed('FailedOperation.IdentityCenterNotEnterpriseAuth', 'FailedOperation.AuthNotEnterprise', 'FailedOperation'),
    en: (r) => `The account is verified as ${r.verification}; an enterprise verification is needed (admin API: verification).`,
    zh: (r) => `账号的实名类型为 ${r.verification}，需要企业实名认证（管理接口 verification）。`,
  },
  account_created_in_organization: {
    code: firstListed('UnsupportedOperation.CreateMemberNotAllowCreateOrganization', 'FailedOperation'),
    en: (r) => `The account was created inside organization ${r.organization} and can't create one of its own.`,
    zh: (r) => `该账号由集团组织 ${r.organization} 创建，不能自行创建集团组织。`,
  },
  account_kind_barred: {
    code: firstListed('UnsupportedOperation', 'FailedOperation'),
    en: (r) => `An account of kind ${r.kind} can't create an organization. Use a standard account.`,
    zh: (r) => `类型为 ${r.kind} 的账号不能创建集团组织，请使用普通账号。`,
  },
  already_in_organization: {
    code: firstListed('FailedOperation.OrganizationExistAlready', 'FailedOperation.InOrganizationAlready'),
    en: (r) => `The account already belongs to organization ${r.organization}. DescribeOrganization shows it; leave or delete it first.`,
    zh: (r) => `账号已属于集团组织 ${r.organization}，可用 DescribeOrganization 查看，需先退出或删除。`,
  },
  no_organization: {
    code: firstListed(
      'FailedOperation.IdentityCenterOrganizationNotOpen',
      'FailedOperation.IdentityCenterNotOpen',
      'FailedOperation.ZoneIdNotExist',
      'ResourceNotFound.OrganizationNotExist',
    ),
    en: () => 'The account belongs to no organization. CreateOrganization makes one.',
    zh: () => '账号不属于任何集团组织，可用 CreateOrganization 创建。',
  },
  not_the_manager: {
    code: (r, met) => (missing.has(met.name) && met.codes.has(missingMember) ? missingMember : managerCode(r, met)),
    en: (r) => `Only the manager account of organization ${r.organization} may do this. Sign with a key of that account.`,
    zh: (r) => `仅集团组织 ${r.organization} 的管理账号可执行此操作，请使用该账号的密钥签名。`,
  },
  neither_manager_nor_delegate: {
    code: managerCode,
    en: (r) =>
      `Only the manager account of organization ${r.organization}, and members that it delegates ${r.service} to, may do this. ` +
      'Sign with a key of such an account; CreateOrgServiceAssign delegates.',
    zh: (r) =>
      `仅集团组织 ${r.organization} 的管理账号及 ${r.service} 的委派管理员可执行此操作，请使用这些账号的密钥签名；可用 CreateOrgServiceAssign 委派。`,
  },
  account_not_found: {
    code: 'ResourceNotFound',
    en: (r) => `No account ${r.uin}.`,
    zh: (r) => `没有账号 ${r.uin}。`,
  },
  organization_not_found: {
    code: 'ResourceNotFound.OrganizationNotExist',
    en: (r) => `No organization ${r.organization}.`,
    zh: (r) => `没有集团组织 ${r.organization}。`,
  },
  key_not_found: { code: 'ResourceNotFound', en: (r) => `No key ${r.secretId}.`, zh: (r) => `没有密钥 ${r.secretId}。` },
  key_exists: { code: 'ResourceInUse', en: (r) => `Key ${r.secretId} exists.`, zh: (r) => `密钥 ${r.secretId} 已存在。` },
}
