import { sees, type World, type WorldDepartment, type WorldGroup, type WorldPerson } from './range-world.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into
type Data = any

/** A call of the app that sees a part, and what must come of it. */
export interface Expected {
  readonly call: readonly [method: string, path: string, body?: object]
  /** The code, or those of which one may come. */
  readonly code: number | readonly number[]
  /** What it shows when it is answered, and what it must show. */
  readonly shows?: readonly [of: (data: Data) => unknown, wanted: unknown]
}

const ids = 'user_id_type=user_id&department_id_type=open_department_id'
const all = 'page_size=50'
const sorted = (list: readonly string[]) => list.toSorted()
const idsOf = (things: readonly { readonly id: string }[]) => sorted(things.map(({ id }) => id))
const shownUsers = (data: Data) => sorted((data.items ?? []).map(({ user_id }: { user_id: string }) => user_id))
const shownDepartments = (data: Data) => sorted((data.items ?? []).map((one: { open_department_id: string }) => one.open_department_id))

/** Every call about one person. */
export function callsAboutPerson(world: World, person: WorldPerson): Expected[] {
  const user = (rest = '') => `/contact/v3/users/${person.id}${rest}?${ids}`
  const seen = sees.person(world, person)
  const own = seen ? 0 : 41050
  const moves = [...world.departments, null].map((place): Expected => {
    const code = sees.department(place) || sitsIn(person, place) ? 0 : 40004
    return { call: ['PATCH', user(), { department_ids: [place?.id ?? '0'] }], code: own || code }
  })
  const whole = { name: 'other', mobile: person.mobile, employee_type: 1 }
  // Source: user/update: the range must hold the departments from before as well as those from then on.
  const rewrites = world.departments.map((place): Expected => {
    const code = person.seats.every(sees.department) && sees.department(place) ? 0 : 40004
    return { call: ['PUT', user(), { ...whole, department_ids: [place.id] }], code: own || code }
  })
  const belongs = idsOf(world.groups.filter((group) => sees.group(group) && group.members.includes(person)))
  return [
    { call: ['GET', user()], code: own, shows: [({ user }) => user.name, person.name] },
    { call: ['PATCH', user(), { nickname: 'other' }], code: own },
    { call: ['PATCH', user('/update_user_id'), { new_user_id: 'other' }], code: own },
    { call: ['DELETE', user()], code: seen ? (person.seats.every(sees.department) ? 0 : 40004) : 41050 },
    {
      call: ['GET', `/contact/v3/group/member_belong?member_id=${person.id}&member_id_type=user_id`],
      code: own,
      shows: [({ group_list }) => sorted(group_list ?? []), belongs],
    },
    ...moves,
    ...rewrites,
  ]
}

/** Whom an app is told of without a department: none of his is in its range. */
const sitsBeside = ({ seats }: WorldPerson) => !seats.some(sees.department)

/** To be left where one sits, and nowhere else, is no change. */
const sitsIn = ({ seats }: WorldPerson, place: WorldDepartment | null) => seats.length === 1 && seats[0] === place

/** Every call about one group, and about each person with it. */
export function callsAboutGroup(world: World, group: WorldGroup): Expected[] {
  const path = (rest = '') => `/contact/v3/group/${group.id}${rest}`
  const seen = sees.group(group)
  const own = seen ? 0 : 42009
  const members = world.people.flatMap((person): Expected[] => {
    const entry = { member_id: person.id, member_type: 'user', member_id_type: 'user_id' }
    const each = sees.person(world, person) ? 0 : 41050
    const isMember = group.members.includes(person)
    const added = each || (isMember ? 42005 : 0)
    const results = ({ results }: Data) => results.map(({ code }: { code: number }) => code)
    return [
      { call: ['POST', path('/member/add'), entry], code: own || added },
      { call: ['POST', path('/member/batch_add'), { members: [entry] }], code: own, shows: [results, [added]] },
      { call: ['POST', path('/member/remove'), entry], code: own || each },
      { call: ['POST', path('/member/batch_remove'), { members: [entry] }], code: own || each },
    ]
  })
  return [
    { call: ['GET', path()], code: own, shows: [(data) => data.group.id, group.id] },
    { call: ['PATCH', path(), { description: 'other' }], code: own },
    // Only who sees all of the company deletes a group.
    { call: ['DELETE', path()], code: 42009 },
    {
      call: ['GET', `${path('/member/simplelist')}?member_id_type=user_id`],
      code: own,
      shows: [({ memberlist }) => sorted(memberlist.map((one: { member_id: string }) => one.member_id)), idsOf(group.members)],
    },
    ...members,
  ]
}

/** Every call about one department. */
export function callsAboutDepartment(world: World, department: WorldDepartment): Expected[] {
  const path = (rest = '') => `/contact/v3/departments/${department.id}${rest}`
  const seen = sees.department(department)
  const own = seen ? 0 : 40004
  const parent = department.above[0] ?? null
  const below = world.departments.filter(({ above }) => above.includes(department))
  const inside = idsOf(world.people.filter(({ seats }) => seats.includes(department)))
  const filled = inside.length > 0 || below.length > 0
  const moves = [...world.departments, null].filter((place) => place === null || (place !== department && !below.includes(place)))
  const deleted = sees.department(parent) ? (filled ? [43011, 43012] : 0) : 40014
  return [
    { call: ['GET', path()], code: own, shows: [(data) => data.department.open_department_id, department.id] },
    { call: ['PATCH', path(), { name: 'other' }], code: own },
    { call: ['PUT', path(), { name: 'other', parent_department_id: parent?.id ?? '0' }], code: own || moved(parent, parent) },
    { call: ['DELETE', path()], code: own || deleted },
    { call: ['PATCH', path('/update_department_id'), { new_department_id: 'other' }], code: seen ? 0 : 40007 },
    { call: ['POST', '/contact/v3/departments/unbind_department_chat', { department_id: department.id }], code: own || 40020 },
    { call: ['GET', `${path('/children')}?fetch_child=true&${all}`], code: own, shows: [shownDepartments, idsOf(below)] },
    {
      call: ['GET', `/contact/v3/departments/parent?department_id=${department.id}`],
      code: own,
      shows: [shownDepartments, idsOf(department.above.filter(sees.department))],
    },
    { call: ['POST', '/contact/v3/departments', { name: 'new', parent_department_id: department.id }], code: seen ? 0 : 40014 },
    ...moves.map((to): Expected => ({ call: ['PATCH', path(), { parent_department_id: to?.id ?? '0' }], code: own || moved(parent, to) })),
    ...seatsIn(world, department.id, { listed: own, created: own, restored: seen ? 0 : 44029, inside }),
  ]
}

/** To where it lies already a department may be said to lie. */
function moved(from: WorldDepartment | null, to: WorldDepartment | null): number | readonly number[] {
  if (to === null) return from === null ? [0, 43023] : 43023
  return sees.department(to) ? 0 : from === to ? [0, 40014] : 40014
}

interface Seats {
  readonly listed: number
  readonly created: number
  readonly restored: number
  readonly inside: readonly string[]
}

function seatsIn({ gone }: World, department: string, { listed, created, restored, inside }: Seats): Expected[] {
  const body = { name: 'new', mobile: '13900000000', department_ids: [department], employee_type: 1 }
  const users = (path: string): Expected => ({
    call: ['GET', `/contact/v3/users${path}?department_id=${department}&${ids}&${all}`],
    code: listed,
    shows: [shownUsers, inside],
  })
  return [
    users('/find_by_department'),
    users(''),
    { call: ['POST', `/contact/v3/users?${ids}`, body], code: created },
    { call: ['POST', `/contact/v3/users/${gone}/resurrect?${ids}`, { departments: [{ department_id: department }] }], code: restored },
  ]
}

/** Calls about the root, about many at once, and about nobody in particular. */
export function callsAboutAll(world: World): Expected[] {
  const { people, departments, groups, gone } = world
  const seenPeople = people.filter((person) => sees.person(world, person))
  const seenDepartments = departments.filter(sees.department)
  const query = (name: string, things: readonly { readonly id: string }[]) => things.map(({ id }) => `${name}=${id}`).join('&')
  const granted = <Thing extends { readonly granted: boolean }>(things: readonly Thing[]) => things.filter((thing) => thing.granted)
  const data = { mobiles: people.map(({ mobile }) => mobile) }
  const found = people.map((person) => (seenPeople.includes(person) ? person.id : undefined))
  const outside = departments.filter((department) => !sees.department(department))
  return [
    ...seatsIn(world, '0', { listed: 40004, created: 40004, restored: 44029, inside: [] }),
    { call: ['GET', `/contact/v3/users/${gone}?${ids}`], code: 41050 },
    { call: ['GET', '/contact/v3/departments/0'], code: 40004 },
    { call: ['GET', '/contact/v3/departments/0/children'], code: 40014 },
    { call: ['POST', '/contact/v3/departments', { name: 'new', parent_department_id: '0' }], code: 43023 },
    { call: ['POST', '/contact/v3/group', { name: 'new' }], code: 42010 },
    { call: ['GET', `/contact/v3/users/batch?${ids}&${query('user_ids', people)}`], code: 0, shows: [shownUsers, idsOf(seenPeople)] },
    {
      call: ['POST', `/contact/v3/users/batch_get_id?${ids}`, data],
      code: 0,
      shows: [({ user_list }) => user_list.map(({ user_id }: { user_id?: string }) => user_id), found],
    },
    {
      call: ['POST', `/contact/v3/users/basic_batch?${ids}`, { user_ids: people.map(({ id }) => id) }],
      code: 0,
      shows: [({ users }) => users.map(({ user_id }: { user_id: string }) => user_id), people.map(({ id }) => id)],
    },
    { call: ['GET', `/contact/v3/users?${ids}&${all}`], code: 0, shows: [shownUsers, idsOf(granted(people).filter(sitsBeside))] },
    {
      call: ['GET', `/contact/v3/departments/batch?${query('department_ids', departments)}`],
      code: outside.length > 0 ? 40004 : 0,
      shows: [shownDepartments, idsOf(departments)],
    },
    { call: ['GET', `/contact/v3/departments?${all}`], code: 0, shows: [shownDepartments, idsOf(granted(departments))] },
    { call: ['GET', `/contact/v3/departments?fetch_child=true&${all}`], code: 0, shows: [shownDepartments, idsOf(seenDepartments)] },
    {
      call: ['GET', '/contact/v3/group/simplelist'],
      code: 0,
      shows: [({ grouplist }) => sorted(grouplist.map(({ id }: { id: string }) => id)), idsOf(granted(groups))],
    },
    {
      call: ['GET', `/contact/v3/scopes?${ids}`],
      code: 0,
      shows: [
        (scope) => [scope.user_ids, scope.department_ids, scope.group_ids].map(sorted),
        [granted(people), granted(departments), granted(groups)].map(idsOf),
      ],
    },
  ]
}
