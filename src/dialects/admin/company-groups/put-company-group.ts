import { Type } from 'typebox'
import { putCompanyGroup as put } from '../../../directory/company-groups/put-group.ts'
import { companyStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'
import { companyGroup, description, groupName, groupParams, kind, rule, showCompanyGroup, visibility } from './company-group-fields.ts'

export const putCompanyGroup = adminOperation({
  name: 'PutCompanyGroup',
  area: 'company-groups',
  summary: {
    en: 'Have a user group of a company be as told, whichever kind it is; who is in it stays',
    zh: '创建或更新企业的用户组（普通或动态），成员保持不变',
  },
  kind: 'write',
  method: 'PUT',
  path: '/admin/v1/companies/:company/groups/:group',
  params: groupParams,
  body: strictObject({
    name: groupName,
    description: Type.Optional(description),
    kind,
    rule: Type.Optional(rule),
    visibility: Type.Optional(visibility),
  }),
  output: companyGroup,
  status: 200,
  errors: [
    'company_not_found',
    'company_groups_not_available',
    'company_group_is_dynamic',
    'company_group_is_normal',
    'company_group_name_taken',
    'company_group_limit_reached',
  ],
  async handle({ session }, { params: { company, group: id }, body }) {
    const group = { ...body, id, name: body.name.trim() }
    return showCompanyGroup(await session.write(companyStream(company), (tx) => put(tx, session.ports, company, group)))
  },
})
