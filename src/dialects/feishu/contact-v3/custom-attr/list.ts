import { type Static, Type } from 'typebox'
import type { AttributeDefinition } from '../../../../directory/vocabularies/custom-attributes/custom-attribute.ts'
import { listAttributes } from '../../../../directory/vocabularies/custom-attributes/find-custom-attributes.ts'
import { endpoint } from '../../declaration.ts'
import { showLocalized, shownLocalized } from '../../localized.ts'
import { ageAt, ageIn, cut, pageTokens } from '../../paging.ts'
import { usual } from '../../rates.ts'
import { paged, pageSize, pageToken } from '../../schemas.ts'

const option = Type.Object({ id: Type.String(), value: Type.String(), name: Type.Optional(Type.String()) })

const shownAttribute = Type.Object({
  id: Type.String(),
  type: Type.String(),
  options: Type.Optional(
    Type.Object({ default_option_id: Type.Optional(Type.String()), option_type: Type.String(), options: Type.Array(option) }),
  ),
  i18n_name: shownLocalized,
})

export const listCustomAttributes = endpoint({
  name: 'custom_attr.list',
  area: 'custom-attr',
  summary: { en: 'The fields of people that the company defined and opened to apps', zh: '获取企业对应用开放的自定义用户字段' },
  source: 'contact-v3, custom_attr/list',
  kind: 'read',
  method: 'GET',
  route: '/open-apis/contact/v3/custom_attrs',
  tokens: ['tenant'],
  apps: ['custom', 'store'],
  scopes: ['contact:contact.base:readonly'],
  windows: usual,
  query: { page_size: pageSize(100), page_token: pageToken },
  output: paged('items', shownAttribute),
  errors: { 40011: [400, 'page size is invalid'], 40012: [400, 'page token is invalid error'] },
  async handle({ company, session }, { query: { page_size: size = 20, page_token: token } }) {
    const tokens = pageTokens('custom_attr.list', company.id)
    const after = ageIn(tokens, token)
    const attributes = await session.read((reader) => listAttributes(reader, company.id, { open: true, after, limit: size + 1 }))
    const { page, ...rest } = cut(attributes, size, tokens, ageAt)
    return { items: page.map(showAttribute), ...rest }
  },
})

function showAttribute({ id, type, options, i18nName }: AttributeDefinition): Static<typeof shownAttribute> {
  const shown = options && {
    default_option_id: options.defaultOption || undefined,
    option_type: options.type,
    options: options.list.map((each) => ({ id: each.id, value: each.value, name: each.name || undefined })),
  }
  return { id, type, options: shown ?? undefined, i18n_name: showLocalized(i18nName) }
}
