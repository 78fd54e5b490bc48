import { isDeepStrictEqual } from 'node:util'
import type { Stored, StoredGroup, StoredUser } from '../storage-state.ts'
import { type GroupState, type GroupStep, groupAfter, groupStepsIn } from './group-steps.ts'
import { userStepsIn } from './read-user-steps.ts'
import { docOf, requireFree, rowOf } from './user-rows.ts'
import { type Step, userAfter } from './user-steps.ts'
import { Meaningless, Unclear } from './verdicts.ts'

export interface Target {
  readonly kind: 'users' | 'groups'
  readonly id: string
}

/** What a body means for the storage: how it is afterwards, or why it must be refused, or that the model can't tell. */
export type Expected =
  | { readonly verdict: 'means'; readonly row: StoredUser | StoredGroup }
  | { readonly verdict: 'meaningless' | 'unclear'; readonly why: string }

/** What a body that was sent means. */
export function meaningOf(body: unknown, before: Stored, { kind, id }: Target): Expected {
  return told(() => (kind === 'users' ? userRow(userStepsIn(body, id), before, id) : groupRow(groupStepsIn(body, id), before, id)))
}

export const userMeaning = (steps: readonly Step[], before: Stored, id: string) => told(() => userRow(steps, before, id))
export const groupMeaning = (steps: readonly GroupStep[], before: Stored, id: string) => told(() => groupRow(steps, before, id))

function told(row: () => StoredUser | StoredGroup): Expected {
  try {
    return { verdict: 'means', row: row() }
  } catch (error) {
    if (error instanceof Meaningless) return { verdict: 'meaningless', why: error.message }
    if (error instanceof Unclear) return { verdict: 'unclear', why: error.message }
    throw error
  }
}

/** What differs brings the next version; what is so already does not. */
function next<Kept extends { readonly version: number }>(before: Kept, said: Omit<Kept, 'version' | 'owner'>): Kept {
  const after = { ...before, ...said }
  return isDeepStrictEqual(after, before) ? before : { ...after, version: before.version + 1 }
}

function userRow(steps: readonly Step[], before: Stored, id: string): StoredUser {
  const now = before.users[id] as StoredUser
  const row = rowOf(steps.reduce(userAfter, docOf(now)))
  requireFree(before, id, row)
  return next<StoredUser>(now, row)
}

function groupRow(steps: readonly GroupStep[], { users, groups }: Stored, id: string): StoredGroup {
  const now = groups[id] as StoredGroup
  const state: GroupState = { name: now.name, externalId: now.external_id, members: new Set(now.members) }
  const { name, externalId, members } = steps.reduce(groupAfter, state)
  const stranger = [...members].find((member) => users[member]?.owner !== 'synchronized')
  if (stranger !== undefined) throw new Meaningless(`nobody of the source: ${stranger}`)
  const taken = Object.entries(groups).some(([other, group]) => other !== id && group.name.toLowerCase() === name.toLowerCase())
  if (taken) throw new Meaningless('a name that is taken')
  return next<StoredGroup>(now, { name, external_id: externalId, members: [...members].sort(), member_count: members.size })
}
