import { sql } from 'kysely'
import { insertEach } from '../../insert-each.ts'
import { eachOf, isEachOf, textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

/** What must be known to judge a change; nulls where the thing named does not exist. */
export interface GroupPersonFacts {
  group_kind: string | null
  person_count: number | null
  /** Of an addition only: nothing else asks. */
  person: string | null
  resigned_at: number | null
  joined_at: number | null
}

const pair = { group_id: 'text', person: 'text' } as const

/** Looks up many [group, person, 'add' or 'remove'] of one company, in order. */
export const groupPersonFacts = statement(
  (_db, p: { company: string; pairs: readonly (readonly [string, string, string])[] }, engine) => sql<GroupPersonFacts>`
    select g.kind as group_kind, g.person_count as person_count, p.id as person, p.resigned_at as resigned_at, m.joined_at as joined_at
    from ${eachOf(engine, p.pairs, { ...pair, change: 'text' })} as asked
    left join company_groups g on g.company = ${p.company} and g.id = asked.group_id
    left join people p on p.company = ${p.company} and p.id = asked.person and asked.change = 'add'
    left join company_group_members m
      on m.company = ${p.company} and m.group_id = asked.group_id and m.kind = 'person' and m.member = asked.person
    ${engine === 'postgres' ? sql`order by asked.position` : sql``}`,
)

/** Puts people into groups: rows of [group, person, joined at]. */
export const insertGroupPeople = statement((_db, p: { company: string; rows: readonly (readonly [string, string, number])[] }, engine) =>
  insertEach(engine, 'company_group_members', { company: p.company, kind: 'person' }, p.rows, {
    group_id: 'text',
    member: 'text',
    joined_at: 'int',
  }),
)

/** Takes people out of groups: pairs of [group, person]. */
export const deleteGroupPeople = statement(
  (_db, p: { company: string; pairs: readonly (readonly [string, string])[] }, engine) => sql<never>`
    delete from company_group_members
    where company = ${p.company} and kind = 'person' and ${isEachOf(engine, p.pairs, { group_id: 'text', member: 'text' })}`,
)

type Member = { company: string; group: string; kind: string; member: string }

export const findGroupMember = statement((db, p: Member) =>
  db
    .selectFrom('company_group_members')
    .where('company', '=', p.company)
    .where('group_id', '=', p.group)
    .where('kind', '=', p.kind)
    .where('member', '=', p.member)
    .select('joined_at'),
)

export const insertGroupMember = statement((db, p: Member & { at: number }) =>
  db.insertInto('company_group_members').values({ company: p.company, group_id: p.group, kind: p.kind, member: p.member, joined_at: p.at }),
)

export const deleteGroupMember = statement((db, p: Member) =>
  db
    .deleteFrom('company_group_members')
    .where('company', '=', p.company)
    .where('group_id', '=', p.group)
    .where('kind', '=', p.kind)
    .where('member', '=', p.member),
)

/** One page of a group's people or departments, who joined first before who joined later, behind a place. */
export const membersInOrder = statement(
  (_db, p: { company: string; group: string; kind: string; at: number; member: string; limit: number }) => sql<{
    member: string
    joined_at: number
  }>`
      select member, joined_at from company_group_members
      where company = ${p.company} and group_id = ${p.group} and kind = ${p.kind} and (joined_at, member) > (${p.at}, ${p.member})
      order by joined_at, member limit ${p.limit}`,
)

interface JoinedPage {
  company: string
  person: string
  /** `normal` or `dynamic`; null for both. */
  kind: string | null
  after: string
  limit: number
}

const joined = (p: JoinedPage) => sql`
  from company_group_members m join company_groups g on g.company = m.company and g.id = m.group_id
  where m.company = ${p.company} and m.kind = 'person' and m.member = ${p.person} and m.group_id > ${p.after}
    and (cast(${p.kind} as text) is null or g.kind = ${p.kind})`

/** One page of the groups that a person is in, in the order of their ids. */
export const groupsWithPerson = statement(
  (_db, p: JoinedPage) => sql<{ group_id: string }>`select m.group_id ${joined(p)} order by m.group_id limit ${p.limit}`,
)

/** The same of some groups only. */
export const someGroupsWithPerson = statement(
  (_db, p: JoinedPage & { groups: readonly string[] }, engine) => sql<{ group_id: string }>`
    select m.group_id ${joined(p)} and m.group_id in ${textsOf(engine, p.groups)} order by m.group_id limit ${p.limit}`,
)

/** The groups that a department is in. */
export const groupsWithDepartment = statement((db, p: { company: string; department: string }) =>
  db
    .selectFrom('company_group_members')
    .where('company', '=', p.company)
    .where('kind', '=', 'department')
    .where('member', '=', p.department)
    .orderBy('group_id')
    .select('group_id'),
)

/** Counts the people of a company who have not resigned, and stops at `most`. */
export const countPeopleUpTo = statement(
  (_db, p: { company: string; most: number }) => sql<{ n: number }>`
    select count(*) as n from (
      select code_key from people where company = ${p.company} and code_key is not null limit ${p.most}) as counted`,
)
