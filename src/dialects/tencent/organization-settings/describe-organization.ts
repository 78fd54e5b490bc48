import { Type } from 'typebox'
import { describeOrganization as describe } from '../../../directory/organizations/describe-organization.ts'
import { isDelegate } from '../../../directory/services/is-delegate.ts'
import { action } from '../action.ts'
import { payerWord, quitWord } from '../departments-and-members/member-fields.ts'
import { financialManagement, namesIn, showPermissions } from './financial-permissions.ts'

export const describeOrganization = action({
  name: 'DescribeOrganization',
  area: 'organization-settings',
  summary: { en: "Describe the caller's organization", zh: '获取调用者所在的集团组织信息' },
  source: 'organization 2021-03-31, DescribeOrganization',
  kind: 'read',
  rate: 40,
  input: Type.Object({
    Lang: Type.Optional(Type.String({ enum: ['zh', 'en'], refusal: 'InvalidParameter' })),
    Product: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_-]{0,63}$', refusal: 'InvalidParameter' })),
  }),
  output: Type.Object({
    OrgId: Type.Integer(),
    HostUin: Type.Integer(),
    NickName: Type.String(),
    OrgType: Type.Integer(),
    IsManager: Type.Boolean(),
    OrgPolicyType: Type.String(),
    OrgPolicyName: Type.String(),
    OrgPermission: Type.Array(Type.Object({ Id: Type.Integer(), Name: Type.String() })),
    RootNodeId: Type.Integer(),
    CreateTime: Type.String(),
    JoinTime: Type.String(),
    IsAllowQuit: Type.String(),
    PayUin: Type.String(),
    PayName: Type.String(),
    IsAssignManager: Type.Boolean(),
    IsAuthManager: Type.Boolean(),
  }),
  errors: ['InvalidParameter', 'ResourceNotFound.OrganizationNotExist'],
  faults: ['FailedOperation.OperateBillingPermissionErr', 'InternalError'],
  async handle({ caller, session, language, time }, { Lang, Product }) {
    const { account } = caller
    const { organization, delegate } = await session.read(async (reader) => {
      const found = await describe(reader, account.uin)
      return { organization: found, delegate: Product !== undefined && (await isDelegate(reader, found.id, account.uin, Product)) }
    })
    const names = namesIn(Lang, language)
    return {
      OrgId: organization.id,
      HostUin: organization.managerUin,
      NickName: organization.managerName,
      OrgType: 1,
      IsManager: organization.managerUin === account.uin,
      OrgPolicyType: 'Financial',
      OrgPolicyName: financialManagement[names],
      OrgPermission: showPermissions(organization.permissions, names),
      RootNodeId: organization.rootNode,
      CreateTime: time(organization.createdAt),
      JoinTime: time(organization.joinedAt),
      IsAllowQuit: quitWord(organization.mayQuit),
      PayUin: payerWord(organization.payer),
      PayName: organization.payerName,
      IsAssignManager: delegate,
      IsAuthManager: account.facts.entityAdministrator || organization.administersEntity,
    }
  },
})
