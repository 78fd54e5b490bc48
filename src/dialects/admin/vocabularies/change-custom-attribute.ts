import { Type } from 'typebox'
import { companyStream } from '../../../directory/events.ts'
import { changeAttribute } from '../../../directory/vocabularies/custom-attributes/define-attribute.ts'
import { adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'
import { attributeId, companyId, open, showAttribute, shownAttribute, translated, wantedOptions } from './vocabulary-fields.ts'

export const changeCustomAttribute = adminOperation({
  name: 'ChangeCustomAttribute',
  area: 'vocabularies',
  summary: {
    en: 'Change the names or options of a custom attribute, or open it to apps; its type and what people have stay',
    zh: '修改自定义字段的名称、选项或对应用的开放状态，类型与用户已有的值不变',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/companies/:company/custom-attributes/:attribute',
  params: { company: companyId, attribute: attributeId },
  body: strictObject(
    { i18nName: Type.Optional(translated), options: Type.Optional(wantedOptions), open: Type.Optional(open) },
    { minProperties: 1 },
  ),
  output: shownAttribute,
  status: 200,
  errors: ['company_not_found', 'custom_attribute_not_found', 'custom_attribute_options_wrong'],
  async handle({ session }, { params: { company, attribute }, body }) {
    return showAttribute(await session.write(companyStream(company), (tx) => changeAttribute(tx, session.ports, company, attribute, body)))
  },
})
