import type { Reader } from '../../storage/store.ts'
import { childAtPosition, childrenOf, childrenWithLocalName, childWithName } from '../../storage/tables/departments/department-siblings.ts'
import { departmentsNamed } from '../../storage/tables/departments/departments.ts'
import { Refused } from '../refusals.ts'
import type { Department } from './department.ts'

type Names = Pick<Department, 'name' | 'i18nName'>

/** Refuses with `department_name_blank`, `department_name_has_slash`. */
export function requireGoodNames({ name, i18nName }: Partial<Names>): void {
  if (name !== undefined && name.trim() === '') throw new Refused({ fact: 'department_name_blank' })
  const wrong = [name, ...Object.values(i18nName ?? {})].find((one) => one?.includes('/'))
  if (wrong !== undefined) throw new Refused({ fact: 'department_name_has_slash', name: wrong })
}

/** Names are unique among the children of one parent. Refuses with `department_name_taken`. */
export async function requireFreeName(reader: Reader, company: string, { id, parent, name }: Department): Promise<void> {
  const holder = await reader.first(childWithName, { company, parent, name })
  if (holder && holder.id !== id) throw new Refused({ fact: 'department_name_taken', name, department: holder.id })
}

/** So are names in each language. Refuses with `department_local_name_taken`. */
export async function requireFreeLocalNames(reader: Reader, company: string, { id, parent, i18nName }: Department): Promise<void> {
  if (Object.keys(i18nName).length === 0) return
  const { zh_cn = null, ja_jp = null, en_us = null } = i18nName
  const holders = await reader.all(childrenWithLocalName, { company, parent, zh_cn, ja_jp, en_us })
  const holder = holders.find((other) => other.id !== id)
  if (!holder) return
  const others = JSON.parse(holder.i18n_name) as Department['i18nName']
  const [locale = '', name = ''] = Object.entries(i18nName).find(([locale, name]) => others[locale] === name) ?? []
  throw new Refused({ fact: 'department_local_name_taken', name, locale, department: holder.id })
}

/** Codes are unique among the departments that are there. Refuses with `department_code_taken`. */
export async function requireFreeCode(reader: Reader, company: string, code: string): Promise<void> {
  const [holder] = await reader.all(departmentsNamed, { company, names: [['code', code]] })
  if (holder) throw new Refused({ fact: 'department_code_taken', code })
}

/** Refuses with `department_position_taken`. */
export async function requireFreePosition(reader: Reader, company: string, { id, parent, position }: Department): Promise<void> {
  const holder = await reader.first(childAtPosition, { company, parent, position })
  if (holder && holder.id !== id) throw new Refused({ fact: 'department_position_taken', position, department: holder.id })
}

/** The position behind every child of a parent. */
export async function lastPosition(reader: Reader, company: string, parent: string): Promise<number> {
  return ((await reader.first(childrenOf, { company, parent }))?.last ?? 0) + 1
}

/** Where a department that comes from elsewhere stands among its new siblings: where it stood, or last when another stands there. */
export async function positionAmong(reader: Reader, company: string, { parent, position }: Department): Promise<number> {
  const holder = await reader.first(childAtPosition, { company, parent, position })
  return holder ? await lastPosition(reader, company, parent) : position
}
