import { handCodes } from './ask-hand.ts'
import { sourceCodes } from './ask-source.ts'
import { judgeHand } from './judge-hand.ts'
import { judgeSource } from './judge-source.ts'
import type { Answered, SourceOperation } from './operations.ts'
import { type Recorded, textOf, told } from './recorded.ts'
import { follow, type Judged, membersIn, type ZoneModel } from './zone-model.ts'

/** Something that did many things one after the other, of which each stands for itself: what they are is not foreseen. */
export interface Run {
  readonly key: string
  readonly start: number
  readonly end: number
}

interface Happened {
  readonly by: Answered | Run
  readonly events: readonly Recorded[]
}

/** What the model says to an operation, in the words of its wire. */
function expected(model: ZoneModel, { operation, made = '', outcome }: Answered): Judged {
  if (operation.by === 'source' && outcome === sourceCodes.version_differs && mayDiffer(model, operation)) return { outcome, happens: [] }
  if (operation.by === 'hand') return inWordsOf(handCodes, judgeHand(model, operation, made))
  return inWordsOf(sourceCodes, judgeSource(model, operation, made))
}

/** Whether somebody was still changing it when it was seen, who may have put it back as it was: then a refusal is as right as a success. */
function mayDiffer(model: ZoneModel, operation: SourceOperation): boolean {
  const id = 'user' in operation ? operation.user : 'group' in operation ? operation.group : ''
  return operation.seen !== undefined && (model.changed.get(id) ?? 0) > operation.seen.start
}

function inWordsOf(codes: Readonly<Record<string, string>>, judged: Judged): Judged {
  return { ...judged, outcome: codes[judged.outcome] ?? judged.outcome }
}

/** Events of one operation stand together; those of a run each for itself. */
function inOrder(answered: readonly Answered[], runs: readonly Run[], events: readonly Recorded[]): Happened[] {
  const known = new Map<string, Answered | Run>([...answered, ...runs].map((each) => [each.key, each]))
  const order: { by: Answered | Run; events: Recorded[] }[] = []
  const begun = new Set<Answered | Run>()
  for (const event of events) {
    const by = known.get(event.key)
    if (!by) throw new Error(`nobody asked for ${told(event)} (${event.key})`)
    const last = order.at(-1)
    if ('operation' in by && last?.by === by) last.events.push(event)
    else if ('operation' in by && begun.has(by)) throw new Error(`${told(event)} stands apart from the rest of ${event.key}`)
    else order.push({ by, events: [event] })
    begun.add(by)
  }
  return order
}

/**
 * Holds that operations which were under way at the same time came out as one after the other, none before it was asked for or after it was answered:
 * those that changed something in the order of their events, which are exactly those that the model foresees; each other one, refusals and readings
 * among them, at some moment between those. Does them to the model.
 */
export function judgeOrder(model: ZoneModel, answered: readonly Answered[], runs: readonly Run[], events: readonly Recorded[]): void {
  const order = inOrder(answered, runs, events)
  const changing = new Set(order.map(({ by }) => by))
  const idle = new Set(answered.filter((each) => !changing.has(each)))
  const open = new Set<Answered | Run>(answered)
  const earliest = new Map([...idle].map((each) => [each, order.findLastIndex(({ by }) => by.end < each.start) + 1]))

  function explain(moment: number): void {
    for (let found = true; found; ) {
      found = false
      for (const each of idle) {
        if ((earliest.get(each) ?? 0) > moment || (each.after && open.has(each.after))) continue
        if ([...idle].some(({ end }) => end < each.start)) continue
        const { outcome, happens } = expected(model, each)
        if (outcome !== each.outcome || happens.length > 0) continue
        idle.delete(each)
        open.delete(each)
        found = true
      }
    }
  }

  let latest = 0
  let previous: Recorded | undefined
  explain(0)
  for (const [index, { by, events: own }] of order.entries()) {
    const late = [...idle].find(({ end }) => end < by.start)
    if (late) throw unexplained(model, late)
    if (by.end < latest) throw new Error(`what was asked for later happened before ${JSON.stringify(by)}`)
    latest = Math.max(latest, by.start)
    if ('operation' in by) {
      requireForeseen(model, by, own, open)
      open.delete(by)
    }
    for (const event of own) {
      // A user who is changed and disabled at once is told of twice.
      if (previous?.key !== event.key || previous.subject !== event.subject) requireBefore(model, event)
      follow(model, event)
      model.changed.set(event.subject, Math.max(model.changed.get(event.subject) ?? 0, by.end))
      previous = event
    }
    explain(index + 1)
  }
  for (const each of idle) throw unexplained(model, each)
}

function requireForeseen(model: ZoneModel, by: Answered, events: readonly Recorded[], open: ReadonlySet<Answered | Run>): void {
  if (by.after && open.has(by.after)) throw new Error(`${JSON.stringify(by)} was done before the one before it`)
  const { outcome, happens } = expected(model, by)
  const [foreseen, there] = [happens.map(told).sort(), events.map(told).sort()]
  if (by.outcome === outcome && foreseen.join() === there.join()) return
  throw new Error(`${JSON.stringify({ ...by, expected: outcome, foreseen, there }, null, 1)}\nin ${aboutIt(model, by)}`)
}

/** What an event says of before must be so. */
function requireBefore(model: ZoneModel, event: Recorded): void {
  const { kind, subject, before } = event
  const now = { user: model.users.get(subject), group: model.groups.get(subject) }[kind.slice(0, kind.indexOf('_'))]
  const known = kind === 'user_status_changed' ? model.users.get(subject)?.status : now
  if (known !== undefined && textOf(known) !== textOf(before))
    throw new Error(`${told(event)} says ${textOf(before)} of before, it was ${textOf(known)}`)
}

function unexplained(model: ZoneModel, each: Answered): Error {
  const { outcome, happens } = expected(model, each)
  const last = { outcome, happens: happens.map(told) }
  return new Error(`no moment explains ${JSON.stringify({ ...each, last }, null, 1)}\nat the end of its time in ${aboutIt(model, each)}`)
}

/** So much of the model as an operation names. */
function aboutIt(model: ZoneModel, { operation }: Answered): string {
  const text = JSON.stringify(operation)
  const users = [...model.users].filter(([id, { name }]) => text.includes(id) || text.includes(`"${name}"`))
  const groups = [...model.groups].filter(([id, { name }]) => text.includes(id) || text.includes(`"${name}"`))
  const members = groups.map(([id]) => [id, [...membersIn(model, id)]])
  return JSON.stringify({ sync: model.sync, adoption: model.adoption, users, groups, members })
}
