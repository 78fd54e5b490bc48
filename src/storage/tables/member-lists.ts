import { type RawBuilder, sql } from 'kysely'
import { numbersOf, rowsOf } from '../list-parameter.ts'
import { lowerLetters } from '../lower-letters.ts'
import type { MemberRow } from '../schemas/organizations.ts'
import { type Engine, statement } from '../statement.ts'

/** A member with what is told of it and kept elsewhere. */
export interface MemberLine extends MemberRow {
  node_name: string
  account_name: string
  /** The payer's name in the organization; null when there is none. */
  payer_name: string | null
  /** Of its security address; null when none was asked for. */
  binding: string | null
}

interface Span {
  limit: number
  offset: number
}

type Condition<Filter> = (p: Filter, engine: Engine) => RawBuilder<boolean>

/** The rows of a page are found in an index first, and only those of the page are read whole. Oldest first. */
const pageWhere = <Filter extends object>(condition: Condition<Filter>) =>
  statement(
    (_db, p: Filter & Span, engine) => sql<MemberLine>`
      select m.*, n.name as node_name, a.name as account_name, payer.name as payer_name, b.status as binding
      from (
        select c.organization, c.uin, c.joined_at from members c where ${condition(p, engine)}
        order by c.joined_at, c.uin limit ${p.limit} offset ${p.offset}
      ) found
      join members m on m.organization = found.organization and m.uin = found.uin
      join nodes n on n.organization = m.organization and n.id = m.node
      join accounts a on a.uin = m.uin
      left join members payer on payer.organization = m.organization and payer.uin = m.payer
      left join mail_bindings b on b.organization = m.organization and b.uin = m.uin
      order by found.joined_at, found.uin`,
  )

const countWhere = <Filter extends object>(condition: Condition<Filter>) =>
  statement((_db, p: Filter, engine) => sql<{ n: number }>`select count(*) as n from members c where ${condition(p, engine)}`)

const ofOrganization = (p: { organization: number }) => sql<boolean>`c.organization = ${p.organization}`

export const membersOfOrganization = pageWhere(ofOrganization)

const ofNode = (p: { organization: number; node: number }) => sql<boolean>`c.organization = ${p.organization} and c.node = ${p.node}`

export const membersOfNode = pageWhere(ofNode)
export const countMembersOfNode = countWhere(ofNode)

/** What is null does not count. */
export interface MemberFilter {
  organization: number
  /** Found anywhere in the name, whatever the case of its Latin letters; or the whole Uin. */
  text: string | null
  /** Found anywhere in the verified name. */
  entity: string | null
  node: number | null
  nodeName: string | null
  /** [key, piece of the JSON of tags]: of each key, one piece must be there. */
  tags: readonly (readonly [string, string])[]
  /** Only these members, and those of these nodes and below; everybody when null. */
  uins: readonly number[] | null
  nodes: readonly number[] | null
}

const matches = (p: MemberFilter, engine: Engine) => sql<boolean>`
  c.organization = ${p.organization}
  and (cast(${p.text} as text) is null
    or replace(lower(c.name), ${lowerLetters(engine, p.text)}, '') <> lower(c.name)
    or cast(c.uin as text) = ${p.text})
  and (cast(${p.entity} as text) is null
    or exists (select 1 from accounts e where e.uin = c.uin and replace(e.entity, ${p.entity}, '') <> e.entity))
  and (cast(${p.node} as bigint) is null or c.node = ${p.node})
  and (cast(${p.nodeName} as text) is null
    or c.node in (select d.id from nodes d where d.organization = ${p.organization} and d.name = ${p.nodeName}))
  and (cast(${p.tags} as text) = '[]' or c.tags <> '[]' and not exists (
    select wanted.value ->> 0 from ${rowsOf(engine, p.tags)} as wanted group by wanted.value ->> 0
    having max(case when replace(c.tags, wanted.value ->> 1, '') <> c.tags then 1 else 0 end) = 0))
  and (cast(${p.uins} as text) is null
    or c.uin in (select value from ${numbersOf(engine, p.uins ?? [])} as told)
    or c.node in (${nodesBelow(p, engine)}))`

function nodesBelow(p: MemberFilter, engine: Engine): RawBuilder<unknown> {
  return sql`
    with recursive below (id) as (
      select value from ${numbersOf(engine, p.nodes ?? [])} as told
      union select d.id from nodes d join below on d.parent = below.id where d.organization = ${p.organization}
    ) select id from below`
}

export const matchingMembers = pageWhere(matches)
export const countMatchingMembers = countWhere(matches)
