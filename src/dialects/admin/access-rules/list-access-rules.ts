import { Type } from 'typebox'
import { type AccessRule, listAccessRules as list } from '../../../directory/access/change-access-rule.ts'
import { adminOperation } from '../admin-operation.ts'
import { cursor, cut, defaultLimit, pageQuery, placeIn } from '../paging.ts'
import { principalParams, rule } from './access-rule-fields.ts'

type Place = [AccessRule['kind'], number]

const isPlace = (value: unknown): value is Place =>
  Array.isArray(value) && value.length === 2 && /^[a-z_]{1,40}$/.test(String(value[0])) && Number.isSafeInteger(value[1])

export const listAccessRules = adminOperation({
  name: 'ListAccessRules',
  area: 'access-rules',
  summary: {
    en: 'List what still gives a user or group access to accounts, by kind and Uin',
    zh: '查询用户或用户组仍拥有的账号访问，按类型和 Uin 排序',
  },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/zones/:zone/principals/:principal/access-rules',
  params: principalParams,
  query: pageQuery,
  output: Type.Object({ items: Type.Array(rule), cursor }),
  status: 200,
  errors: ['cursor_invalid', 'principal_not_found', 'zone_not_found'],
  async handle({ session }, { params, query }) {
    const limit = query.limit ?? defaultLimit
    const [kind, targetUin] = query.after === undefined ? [] : placeIn(query.after, isPlace)
    const after = kind !== undefined && targetUin !== undefined ? { kind, targetUin } : undefined
    const found = await session.read((reader) => list(reader, { ...params, after, limit: limit + 1 }))
    const page = cut(found, limit, (row): Place => [row.kind, row.targetUin])
    return { items: page.rows.map((row) => ({ kind: row.kind, uin: row.targetUin })), cursor: page.cursor }
  },
})
