import { copyOf, emptyModel, expected, type Model, type Outcome, type Step } from './membership-model.ts'
import type { State } from './real-directory.ts'

export interface Happened {
  readonly step: Step
  readonly outcome: Outcome
}

/** The model's state in the form in which the directory's is read. */
export function shown(model: Model): State {
  const things = (map: Model['users']) => [...map].map(([id, { name, owner }]) => `${id} ${name} ${owner}`).sort()
  const members = [...model.members].sort()
  return {
    sync: model.sync,
    counters: [model.users.size, model.groups.size],
    users: things(model.users),
    groups: things(model.groups),
    fromGroups: members,
    fromUsers: members,
  }
}

/**
 * Whether steps that were taken at the same time came out as they would have one after the other in some order, and led to this state.
 * Answers the model after it, or nothing.
 */
export function someOrder(model: Model, happened: readonly Happened[], state: State): Model | undefined {
  if (happened.length === 0) return JSON.stringify(shown(model)) === JSON.stringify(state) ? model : undefined
  for (const [index, { step, outcome }] of happened.entries()) {
    const next = copyOf(model)
    const id = outcome.startsWith('done ') ? outcome.slice(5) : undefined
    if (expected(next, step, id) !== outcome) continue
    const end = someOrder(next, happened.toSpliced(index, 1), state)
    if (end) return end
  }
  return undefined
}

/** What the events of a zone say is there: nothing else may be. */
export function toldBy(events: readonly { kind: string; subject: string; before: string | null; after: string | null }[]): State {
  const model = emptyModel()
  for (const { kind, subject, before, after } of events) {
    const facts = JSON.parse(after ?? before ?? '{}')
    if (kind === 'synchronization_changed') model.sync = facts.synchronization === 'enabled'
    else if (kind === 'user_created') model.users.set(subject, facts)
    else if (kind === 'user_deleted') model.users.delete(subject)
    else if (kind === 'group_created') model.groups.set(subject, facts)
    else if (kind === 'group_deleted') model.groups.delete(subject)
    else if (kind === 'member_added') model.members.add(`${subject} ${facts.user}`)
    else if (kind === 'member_removed') model.members.delete(`${subject} ${facts.user}`)
    else throw new Error(`event ${kind} should not be here`)
  }
  return shown(model)
}
