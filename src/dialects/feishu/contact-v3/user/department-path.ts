import type { Department } from '../../../../directory/departments/department.ts'
import { findWays } from '../../../../directory/departments/find-ways.ts'
import type { Person } from '../../../../directory/people/person.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { DepartmentIdType } from '../../ids.ts'

/** The way from below the root to each department of some people, in names and ids; the root itself has none. Two queries for all. */
export async function departmentPaths(reader: Reader, company: string, type: DepartmentIdType, people: readonly Person[]) {
  const departments = people.flatMap(({ placements }) => placements.map(({ department }) => department))
  const ways = await findWays(reader, company, [...new Set(departments)])
  const idOf = ({ id, code }: Department) => (type === 'department_id' ? code : id)
  return people.map(({ placements }) =>
    placements.flatMap(({ department }) => {
      const way = ways.get(department)
      const own = way?.at(-1)
      if (!way || !own) return []
      return [
        {
          department_id: idOf(own),
          department_name: { name: own.name, i18n_name: { ...own.i18nName } },
          department_path: { department_ids: way.map(idOf), department_path_name: { name: way.map(({ name }) => name).join('/') } },
        },
      ]
    }),
  )
}
