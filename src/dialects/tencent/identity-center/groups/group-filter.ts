import type { GroupQuery } from '../../../../directory/groups/list-groups.ts'
import { TencentError } from '../../tencent-error.ts'

const matches = new Map([
  ['eq', 'equals'],
  ['co', 'contains'],
  ['sw', 'starts'],
] as const)

/**
 * Reads ListGroups.Filter: `GroupName <eq|co|sw> value` (the value may be quoted), or a plain text that is found anywhere in the name.
 * The vendor's text says "group name", its example `GroupName eq testGroup`; both are taken. Another operator is refused.
 */
export function groupFilter(filter: string | undefined): GroupQuery['name'] {
  const text = filter?.trim()
  if (!text) return undefined
  const [, operator, written = ''] = /^GroupName\s+(\S+)(?:\s+(.*))?$/s.exec(text) ?? []
  if (operator === undefined) return { match: 'contains', text }
  // Spaces in the value are the name's own: a source may name a group with two of them, or with one of Chinese width.
  const value = written.replace(/^"(.*)"$|^'(.*)'$/s, '$1$2')
  const match = matches.get(operator.toLowerCase() as 'eq')
  if (match && value !== '') return { match, text: value }
  throw new TencentError('InvalidParameter.ParamError', {
    en: `Filter can't be read. Write GroupName eq VALUE, GroupName co VALUE, GroupName sw VALUE, or a part of the name alone.`,
    zh: 'Filter 无法解析，请写成 GroupName eq 值、GroupName co 值、GroupName sw 值，或仅写名称的一部分。',
  })
}
