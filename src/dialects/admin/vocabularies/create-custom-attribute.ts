import { Type } from 'typebox'
import { companyStream } from '../../../directory/events.ts'
import { createAttribute } from '../../../directory/vocabularies/custom-attributes/define-attribute.ts'
import { adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'
import { attributeType, companyId, open, showAttribute, shownAttribute, translated, wantedOptions } from './vocabulary-fields.ts'

export const createCustomAttribute = adminOperation({
  name: 'CreateCustomAttribute',
  area: 'vocabularies',
  summary: { en: 'Define a field that people of a company have', zh: '定义企业用户的自定义字段' },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/companies/:company/custom-attributes',
  params: { company: companyId },
  body: strictObject({ type: attributeType, i18nName: translated, options: Type.Optional(wantedOptions), open }),
  output: shownAttribute,
  status: 201,
  errors: ['company_not_found', 'custom_attribute_options_wrong'],
  async handle({ session }, { params: { company }, body }) {
    return showAttribute(await session.write(companyStream(company), (tx) => createAttribute(tx, session.ports, company, body)))
  },
})
