import { beforeAll, expect, test } from 'vitest'
import { pageTokens } from '../../src/dialects/feishu/paging.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { newApp, newCompany, sendRaw, type TestApp } from '../kit/feishu/company.ts'
import { newDepartment } from '../kit/feishu/departments.ts'
import { newGroup } from '../kit/feishu/groups.ts'
import { newPerson } from '../kit/feishu/people.ts'
import { newRole } from '../kit/feishu/roles.ts'
import { newUnit } from '../kit/feishu/units.ts'
import { userToken } from '../kit/feishu/user-token.ts'
import { sharedServer } from '../kit/shared-server.ts'

type Place = readonly unknown[]

/** A list with the places that its tokens hold, and everything that its tokens are marked with beside its name and company. */
interface List {
  readonly path: string
  readonly name: string
  readonly filters: readonly (string | number | boolean | undefined)[]
  readonly place: Place
  readonly code?: number
  readonly body?: object
  readonly token?: string
  readonly app?: TestApp
}

const age = [1, 'x']

async function lists(company: TestApp): Promise<List[]> {
  const { client } = company
  const department = (await newDepartment(client)).open_department_id
  const [group, role, unit, person] = [await newGroup(company), await newRole(company), await newUnit(company), await newPerson(client)]
  const named = await newApp(company, { range: { departments: [department], people: [person.user_id] } })
  const range = { all: false, departments: [department], people: [], groups: [] }
  return [
    { path: '/job_families', name: 'job_family.list', filters: [undefined], place: age },
    { path: '/job_levels', name: 'job_level.list', filters: [undefined], place: [1] },
    { path: '/job_titles', name: 'job_title.list', filters: [], place: age, code: 40001 },
    { path: '/work_cities', name: 'work_city.list', filters: [], place: age, code: 40001 },
    { path: '/employee_type_enums', name: 'employee_type_enum.list', filters: [], place: [1], code: 40001 },
    { path: '/custom_attrs', name: 'custom_attr.list', filters: [], place: age },
    { path: '/group/simplelist', name: 'group.simplelist', filters: [1], place: age },
    { path: `/group/${group}/member/simplelist`, name: 'group_member.simplelist', filters: [group, 'user'], place: age },
    {
      path: `/group/member_belong?member_id=${person.open_id}`,
      name: 'group.member_belong',
      filters: ['open_id', person.open_id, undefined],
      place: ['x'],
    },
    { path: '/unit', name: 'unit.list', filters: [], place: age },
    { path: `/unit/list_department?unit_id=${unit}`, name: 'unit.list_department', filters: [unit], place: ['x'] },
    { path: `/functional_roles/${role}/members`, name: 'functional_role_member.list', filters: [role], place: age, code: 40001 },
    { path: '/users?department_id=0', name: 'user.list', filters: ['0', 'open_department_id'], place: [1, 1, 'x'] },
    { path: '/users', name: 'user.list', filters: [undefined, 'open_department_id'], place: ['x'], app: named },
    {
      path: `/users/find_by_department?department_id=${department}`,
      name: 'user.find_by_department',
      filters: [department, 'open_department_id'],
      place: [1, 1, 'x'],
    },
    { path: '/departments/0/children', name: 'department.children', filters: [undefined, '0', false], place: [1] },
    {
      path: '/departments/0/children?fetch_child=true',
      name: 'department.children',
      filters: [undefined, '0', true],
      place: [1, 1, 1, 1, 'x'],
    },
    { path: '/departments', name: 'department.list', filters: [false, department], place: ['x'], app: named },
    {
      path: `/departments/parent?department_id=${department}`,
      name: 'department.parent',
      filters: [department],
      place: ['x'],
    },
    {
      path: '/departments/search',
      name: 'department.search',
      filters: ['x'],
      place: ['x'],
      code: 48001,
      body: { query: 'x' },
      token: await userToken(company, person),
    },
    { path: '/scopes', name: 'scope.list', filters: [JSON.stringify({ all: true })], place: ['person', 1, 1, 'x'] },
    {
      path: '/scopes',
      name: 'scope.list',
      filters: [JSON.stringify(range)],
      place: ['department', 'x'],
      app: await newApp(company, { range: { departments: [department] } }),
    },
  ]
}

onEveryEngine('Page tokens', (engine) => {
  const world = sharedServer({ engine })
  let company: TestApp
  let every: List[]
  beforeAll(async () => {
    company = await newCompany(world.server)
    every = await lists(company)
  })

  function ask(list: List, place: Place) {
    const token = pageTokens(list.name, company.company, ...list.filters).write(place as never)
    const { app = company, body, token: user } = list
    const path = `/contact/v3${list.path}${list.path.includes('?') ? '&' : '?'}page_token=${token}`
    return sendRaw(app, body ? 'POST' : 'GET', path, { ...(body && { body }), ...(user !== undefined && { token: user }) })
  }

  test('a place that a row may have is taken, however far it is', async () => {
    for (const list of every) {
      for (const far of [1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
        const place = list.place.map((value) => (typeof value === 'number' ? far : value))
        expect([list.path, place, (await ask(list, place)).body]).toMatchObject([list.path, place, { code: 0 }])
      }
    }
  })

  test('a place that no row has is refused, whatever it holds', async () => {
    for (const list of every) {
      const places = list.place.flatMap((value, index): Place[] => {
        const foreign = typeof value === 'number' ? [1.5, 1e19, 1e300, '1', '1e19', 'x', null] : ['\0', 'u-\0', '\ud800', 1, null, {}]
        return foreign.map((other) => list.place.with(index, other))
      })
      const forged = [...places, [...list.place, 'more', 1, 1, 1], list.place.slice(1)]
      const answers = await Promise.all(
        forged.map(async (place) => {
          const { status, body } = await ask(list, place)
          return [place, status, body.code]
        }),
      )
      expect([list.path, answers]).toEqual([list.path, forged.map((place) => [place, 400, list.code ?? 40012])])
    }
  })
})
