import {
  companyGroupsWithIds,
  departmentIds,
  departmentIdsBelow,
  groupsOfPeople,
  groupsThroughDepartments,
  seatedOf,
  topsOfPeople,
} from '../../../storage/tables/bridges/company-side.ts'
import { membersInOrder } from '../../../storage/tables/companies/company-group-members.ts'
import { companyNow } from '../../companies/find-company.ts'
import { findDepartments } from '../../departments/find-departments.ts'
import { giveWay } from '../../give-way.ts'
import { findPeople } from '../../people/find-people.ts'
import { seatsOf } from '../../people/list-people.ts'
import { rootDepartment } from '../../ranges/range.ts'
import type { Reader } from '../../session.ts'
import type { Bridge } from '../bridge.ts'
import { userFacts } from '../mapping.ts'
import { type GroupSource, keyOf } from './plan.ts'
import type { Wanted, WantedPerson } from './sides.ts'

/** Rows that are read at a time, so that others are served in between. */
const page = 1000
/** Departments whose people are read in one turn. */
const departmentsAtOnce = 50

/** What of a selection is there, with the names that it has now, and what is gone. */
export async function readSources(
  reader: Reader,
  { company, selection }: Pick<Bridge, 'company' | 'selection'>,
): Promise<{ present: GroupSource[]; gone: Pick<GroupSource, 'kind' | 'id'>[] }> {
  const ids = selection.departments.filter((id) => id !== rootDepartment)
  const departments = new Map((await findDepartments(reader, company, ids)).flatMap((one) => (one ? [[one.id, one.name]] : [])))
  if (selection.departments.includes(rootDepartment)) departments.set(rootDepartment, (await companyNow(reader, company)).name)
  const rows = selection.groups.length > 0 ? await reader.all(companyGroupsWithIds, { company, ids: selection.groups }) : []
  const groups = new Map(rows.map(({ id, name }) => [id, name]))
  const sourced = (kind: GroupSource['kind'], chosen: readonly string[], names: ReadonlyMap<string, string>) =>
    [...new Set(chosen)].map((id) => ({ kind, id, name: names.get(id) }))
  const all = [...sourced('department', selection.departments, departments), ...sourced('group', selection.groups, groups)]
  return {
    present: all.flatMap(({ kind, id, name }) => (name === undefined ? [] : [{ kind, id, name }])),
    gone: all.flatMap(({ kind, id, name }) => (name === undefined ? [{ kind, id }] : [])),
  }
}

/** How the company wants the zone to be, as it stands now; of these people alone, when some are named. */
export async function readWanted(reader: Reader, bridge: Bridge, people?: readonly string[]): Promise<Wanted> {
  const { present, gone } = await readSources(reader, bridge)
  const members = people ? await membersAmong(reader, bridge.company, present, people) : await allMembers(reader, bridge.company, present)
  const chosen = [...new Set([...members.values()].flatMap((ids) => [...ids]))].sort()
  return {
    people: await wantedPeople(reader, bridge, chosen),
    gone,
    groups: present.map((source) => ({
      ...source,
      groupName: `${bridge.mapping.groupPrefix}${source.name}`,
      members: members.get(keyOf(source)) ?? new Set<string>(),
    })),
  }
}

async function wantedPeople(reader: Reader, { company, mapping }: Bridge, ids: readonly string[]): Promise<Map<string, WantedPerson>> {
  const people = new Map<string, WantedPerson>()
  for (let from = 0; from < ids.length; from += page) {
    for (const person of await findPeople(reader, company, ids.slice(from, from + page))) {
      // Who resigned sits nowhere; whoever did so between two reads is told of by the event behind it.
      if (person) people.set(person.id, { name: person.name, user: userFacts(person, mapping) })
    }
    await giveWay()
  }
  return people
}

type Members = Map<string, Set<string>>

async function allMembers(reader: Reader, company: string, sources: readonly GroupSource[]): Promise<Members> {
  const members: Members = new Map()
  for (const source of sources) {
    const found = new Set<string>()
    if (source.kind === 'department') await addSubtree(reader, company, source.id, found)
    else await addGroup(reader, company, source.id, found)
    members.set(keyOf(source), found)
  }
  return members
}

/** Adds who sits in a department or below it. */
async function addSubtree(reader: Reader, company: string, top: string, found: Set<string>): Promise<void> {
  if (top === rootDepartment) await addSeated(reader, company, rootDepartment, found)
  for (let after = '', more = true; more; ) {
    const rows =
      top === rootDepartment
        ? await reader.all(departmentIds, { company, after, limit: page })
        : await reader.all(departmentIdsBelow, { company, top, after, limit: page })
    for (const [index, { department }] of rows.entries()) {
      await addSeated(reader, company, department, found)
      if (index % departmentsAtOnce === 0) await giveWay()
    }
    after = rows.at(-1)?.department ?? ''
    more = rows.length === page
  }
}

async function addSeated(reader: Reader, company: string, department: string, found: Set<string>): Promise<void> {
  for (let seats = await seatsOf(reader, company, department, undefined, page); ; ) {
    for (const { person } of seats) found.add(person)
    if (seats.length < page) return
    await giveWay()
    seats = await seatsOf(reader, company, department, seats.at(-1), page)
  }
}

/** Adds who is in a group, by himself or through a department that is. */
async function addGroup(reader: Reader, company: string, group: string, found: Set<string>): Promise<void> {
  for (const kind of ['person', 'department'] as const) {
    for (let at = 0, member = '', more = true; more; ) {
      const rows = await reader.all(membersInOrder, { company, group, kind, at, member, limit: page })
      for (const row of rows) {
        if (kind === 'person') found.add(row.member)
        else await addSubtree(reader, company, row.member, found)
      }
      await giveWay()
      at = rows.at(-1)?.joined_at ?? 0
      member = rows.at(-1)?.member ?? ''
      more = rows.length === page
    }
  }
}

/** The same, looked up from the people's side. */
async function membersAmong(reader: Reader, company: string, sources: readonly GroupSource[], people: readonly string[]): Promise<Members> {
  const ids = (kind: GroupSource['kind']) => sources.filter((source) => source.kind === kind).map(({ id }) => id)
  const tops = ids('department')
  const groups = ids('group')
  const members: Members = new Map()
  const add = (kind: GroupSource['kind'], rows: readonly { person: string; source: string }[]) => {
    for (const { person, source } of rows)
      members.set(keyOf({ kind, id: source }), (members.get(keyOf({ kind, id: source })) ?? new Set()).add(person))
  }
  if (people.length === 0) return members
  if (tops.length > 0) add('department', await reader.all(topsOfPeople, { company, people, tops }))
  if (tops.includes(rootDepartment)) {
    add(
      'department',
      (await reader.all(seatedOf, { company, people })).map(({ person }) => ({ person, source: rootDepartment })),
    )
  }
  if (groups.length > 0) {
    add('group', await reader.all(groupsOfPeople, { company, people, groups }))
    add('group', await reader.all(groupsThroughDepartments, { company, people, groups }))
  }
  return members
}
