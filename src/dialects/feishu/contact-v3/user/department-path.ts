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
          department_path: { department_ids: way.map(idOf), department_path_name: pathName(way) },
        },
      ]
    }),
  )
}

/** The names of a way, in each language in which a department of it has one; those that have none there stand with the one they have. */
function pathName(way: readonly Department[]) {
  const locales = [...new Set(way.flatMap(({ i18nName }) => Object.keys(i18nName)))]
  const inLocale = (locale: string) => way.map(({ name, i18nName }) => i18nName[locale] ?? name).join('/')
  const i18n_name = Object.fromEntries(locales.map((locale) => [locale, inLocale(locale)]))
  return { name: way.map(({ name }) => name).join('/'), ...(locales.length > 0 && { i18n_name }) }
}
