import { peopleWithIds } from '../../../storage/tables/people/people.ts'
import { Refused } from '../../refusals.ts'
import type { Tx } from '../../session.ts'
import { becomesAnother, type Draft } from '../draft.ts'
import type { Person } from '../person.ts'

/**
 * Leaders of every kind: others than the person, who are there. Who led in a post before is not judged again: older versions left those in it
 * who resigned. Refuses with `leader_is_self`, `leader_unknown`, `leader_resigned`.
 */
export async function judgeLeaders(draft: Draft): Promise<void> {
  const { tx, company, before, after, told } = draft
  const led = new Map(before?.posts.map(({ code, leader }) => [code, leader]))
  const leaders = new Set([
    ...(becomesAnother(draft, 'leader') && after.leader !== null ? [after.leader] : []),
    ...(becomesAnother(draft, 'dottedLeaders') ? after.dottedLeaders : []),
    ...after.posts.flatMap(({ code, leader }) => (leader === null || led.get(code) === leader ? [] : [leader])),
  ])
  const named = (id: string) => told?.get(id) ?? id
  if (leaders.has(after.id)) throw new Refused({ fact: 'leader_is_self', leader: named(after.id) })
  if (leaders.size === 0) return
  const rows = new Map((await tx.all(peopleWithIds, { company: company.id, ids: [...leaders] })).map((row) => [row.id, row]))
  for (const leader of leaders) {
    const row = rows.get(leader)
    if (!row) throw new Refused({ fact: 'leader_unknown', leader: named(leader) })
    if (row.resigned_at !== null) throw new Refused({ fact: 'leader_resigned', leader: named(leader) })
  }
}

/** By whom a person is led, without those who have resigned: the posts in which they led stay, led by nobody. */
export async function presentLeaders(tx: Tx, company: string, { leader, dottedLeaders, posts }: Led): Promise<Led> {
  const ids = [leader, ...dottedLeaders, ...posts.map((post) => post.leader)].filter((id) => id !== null)
  if (ids.length === 0) return { leader, dottedLeaders, posts }
  const rows = await tx.all(peopleWithIds, { company, ids })
  const present = new Set(rows.filter((row) => row.resigned_at === null).map(({ id }) => id))
  const kept = (id: string | null) => (id !== null && present.has(id) ? id : null)
  return {
    leader: kept(leader),
    dottedLeaders: dottedLeaders.filter((id) => present.has(id)),
    posts: posts.map((post) => ({ ...post, leader: kept(post.leader) })),
  }
}

type Led = Pick<Person, 'leader' | 'dottedLeaders' | 'posts'>
