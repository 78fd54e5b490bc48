import type { Filter } from '../filter/filter.ts'
import { parseFilter } from '../filter/parse-filter.ts'
import { scimError } from '../scim-error.ts'
import { requireId } from './member-ids.ts'

/** The ids that `members[value eq "…" or value eq "…"]` names. Refuses every other filter: it would take reading the members to know whom it means. */
export function idsInFilter(text: string, where: string): string[] {
  const [, only] = oneMember.exec(text) ?? []
  return only === undefined ? idsIn(parseFilter(text), where) : [requireId(only, where)]
}

/** The form that nearly every source sends; whatever else it may be is read as a filter. */
const oneMember = /^value eq "([\w.@:+=-]*)"$/

function idsIn(filter: Filter, where: string): string[] {
  if (filter.kind === 'or') return filter.parts.flatMap((part) => idsIn(part, where))
  if (filter.kind === 'compare' && filter.comparison === 'eq' && filter.path.toLowerCase() === 'value')
    return [requireId(filter.value, where)]
  throw scimError(
    'invalidFilter',
    `${where}: members are chosen by value eq "u-…", several of them with or. Nothing was changed.`,
    `${where}：成员只能以 value eq "u-…" 选择，多个条件用 or 连接，未作任何变更。`,
  )
}
