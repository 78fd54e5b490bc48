import type { GroupQuery } from '../../../../directory/groups/list-groups.ts'
import { TencentError } from '../../tencent-error.ts'

const matches = { eq: 'equals', co: 'contains', sw: 'starts' } as const

/**
 * Reads ListGroups.Filter: `GroupName <eq|co|sw> value` (the value may be quoted), or a plain text that is found anywhere in the name.
 * The vendor's text says "group name", its example `GroupName eq testGroup`; both are taken. Another operator is refused.
 */
export function groupFilter(filter: string | undefined): GroupQuery['name'] {
  const text = filter?.trim()
  if (!text) return undefined
  const [attribute = '', operator = '', ...rest] = text.split(/\s+/)
  if (attribute !== 'GroupName' || operator === '') return { match: 'contains', text }
  const value = rest.join(' ').replace(/^"(.*)"$|^'(.*)'$/, '$1$2')
  const match = matches[operator.toLowerCase() as keyof typeof matches]
  if (match && value !== '') return { match, text: value }
  throw new TencentError('InvalidParameter.ParamError', {
    en: `Filter can't be read. Write GroupName eq VALUE, GroupName co VALUE, GroupName sw VALUE, or a part of the name alone.`,
    zh: 'Filter 无法解析，请写成 GroupName eq 值、GroupName co 值、GroupName sw 值，或仅写名称的一部分。',
  })
}
