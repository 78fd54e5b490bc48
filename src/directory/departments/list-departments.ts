import type { DepartmentRow } from '../../storage/schemas/companies.ts'
import type { Reader } from '../../storage/store.ts'
import { ancestorsOf } from '../../storage/tables/departments/department-ancestors.ts'
import {
  childrenInOrder,
  countLevelBelow,
  countLevelBelowFirst,
  departmentsNamedLike,
  largeLevelBelow,
  largeLevelBelowFirst,
  levelBelow,
  levelBelowFirst,
  someById,
  subtreesById,
} from '../../storage/tables/departments/department-lists.ts'
import { rootDepartment } from '../ranges/range.ts'
import { type Department, departmentOf } from './department.ts'
import { findDepartments } from './find-departments.ts'

/** The children of a department in their order, behind a position. */
export async function listChildren(
  reader: Reader,
  company: string,
  parent: string,
  { after = -1, limit }: { after?: number; limit: number },
): Promise<Department[]> {
  return (await reader.all(childrenInOrder, { company, parent, after, limit })).map(departmentOf)
}

/** A place in a subtree: the level below its top, from 1, and the place on that level. */
export type SubtreePlace = readonly [level: number, position: number, age: number, id: string]

export interface InSubtree {
  readonly department: Department
  readonly place: SubtreePlace
}

/** What lies below a department, level by level, each by order, then age, behind a place. Each level is one query; a page has mostly one. */
export async function listSubtree(
  reader: Reader,
  company: string,
  top: string,
  { after = [1, -1, 0, ''], limit }: { after?: SubtreePlace; limit: number },
): Promise<InSubtree[]> {
  const found: InSubtree[] = []
  let [level, position, age, id] = after
  for (;;) {
    const place = { company, position, age, id, limit: limit - found.length }
    const rows = await (top === rootDepartment ? levelBelowRoot(reader, level, place) : levelOf(reader, top, level, place))
    found.push(...rows.map((row) => ({ department: departmentOf(row), place: [level, row.position, row.created_at, row.id] as const })))
    // A level on which nothing is, even from its beginning, has nothing below it.
    if (found.length >= limit || (rows.length === 0 && position < 0)) return found
    ;[level, position, age, id] = [level + 1, -1, 0, '']
  }
}

interface LevelPlace {
  readonly company: string
  readonly position: number
  readonly age: number
  readonly id: string
  readonly limit: number
}

/** As many on a level are read and sorted for each page; of a larger one, the company is gone through in order until a page is together. */
const sortedAtOnce = 500

async function levelOf(reader: Reader, top: string, depth: number, place: LevelPlace): Promise<DepartmentRow[]> {
  const counted = await reader.first(countLevelBelow, { company: place.company, top, depth, most: sortedAtOnce })
  return reader.all(counted?.n === sortedAtOnce ? largeLevelBelow : levelBelow, { ...place, top, depth })
}

async function levelBelowRoot(reader: Reader, level: number, place: LevelPlace): Promise<DepartmentRow[]> {
  const depth = level - 1
  const counted = await reader.first(countLevelBelowFirst, { company: place.company, depth, root: rootDepartment, most: sortedAtOnce })
  if (counted?.n === sortedAtOnce) return reader.all(largeLevelBelowFirst, { ...place, depth })
  return reader.all(levelBelowFirst, { ...place, depth, root: rootDepartment })
}

type Page = { readonly after?: string; readonly limit: number }

/** Some departments, with what is below them or without, by id. */
export async function listSome(
  reader: Reader,
  company: string,
  departments: readonly string[],
  { after = '', limit, below }: Page & { below: boolean },
): Promise<Department[]> {
  const rows = below
    ? await reader.all(subtreesById, { company, tops: departments, after, limit })
    : await reader.all(someById, { company, ids: departments, after, limit })
  return rows.map(departmentOf)
}

/** Departments whose name holds a text, whatever the case of its letters, by id. */
export async function searchDepartments(reader: Reader, company: string, text: string, { after = '', limit }: Page): Promise<Department[]> {
  return (await reader.all(departmentsNamedLike, { company, text, after, limit })).map(departmentOf)
}

/** The departments above one, from its parent up, the root left out. */
export async function listAbove(reader: Reader, company: string, department: string): Promise<Department[]> {
  const way = (await reader.all(ancestorsOf, { company, departments: [department] })).filter(({ depth }) => depth > 0)
  const above = await findDepartments(
    reader,
    company,
    way.map(({ ancestor }) => ancestor),
  )
  return above.filter((one) => one !== undefined)
}
