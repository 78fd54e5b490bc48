import { Type } from 'typebox'
import { hasOtherMembers } from '../../../directory/members/has-other-members.ts'
import { describeOrganization } from '../../../directory/organizations/describe-organization.ts'
import { action } from '../action.ts'
import { noSuchCaller } from './no-such-caller.ts'

export const getOrganization = action({
  name: 'GetOrganization',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: "Describe the caller's organization", zh: '获取企业组织信息' },
  source: 'organization 2018-12-25, GetOrganization',
  kind: 'read',
  input: Type.Object({}),
  output: Type.Object({
    OrgId: Type.Integer(),
    HostUin: Type.Integer(),
    Nickname: Type.String(),
    Mail: Type.String(),
    OrgType: Type.Integer(),
    IsEmpty: Type.Integer(),
  }),
  errors: ['ResourceNotFound.OrganizationNotExist'],
  unreachable: noSuchCaller,
  async handle({ caller, session }) {
    const { organization, others } = await session.read(async (reader) => {
      const found = await describeOrganization(reader, caller.account.uin)
      return { organization: found, others: await hasOtherMembers(reader, found.id, found.managerUin) }
    })
    return {
      OrgId: organization.id,
      HostUin: organization.managerUin,
      Nickname: organization.managerName,
      // An account has no mail of its own here.
      Mail: '',
      OrgType: 1,
      IsEmpty: others ? 0 : 1,
    }
  },
})
