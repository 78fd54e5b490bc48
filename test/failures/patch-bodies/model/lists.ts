import { assertedBy, isChosen } from './filters.ts'
import { alike, type Described } from './user-attributes.ts'
import type { Step } from './user-steps.ts'
import type { Entry } from './values.ts'
import { Meaningless } from './verdicts.ts'

/** A list after one step (RFC 7644 §3.5.2.1–3). */
export function listAfter(entries: readonly Entry[], described: Described, step: Step): Entry[] {
  const { op, place } = step
  if (place.choice) return chosenAfter(entries, described, step)
  if (place.part !== undefined) return partOfAllAfter(entries, described, step)
  const sent = step.value as Entry[]
  if (op === 'remove') return step.valued ? withoutNamed(entries, described, sent) : []
  return together(op === 'replace' ? [] : entries, described, sent)
}

/** Added values stand behind the others; the same one is there once; a preferred one takes the place of another. */
function together(entries: readonly Entry[], described: Described, added: readonly Entry[]): Entry[] {
  let result = added.some(({ primary }) => primary) ? entries.map(notPreferred) : [...entries]
  for (const entry of added) {
    const known = result.find((each) => isOne(described, each, entry))
    if (known) result = result.map((each) => (each === known ? { ...each, ...news(described, each, entry) } : each))
    else result.push(entry)
  }
  return result
}

/** Two values are one when `value` and `type` are; without a `value`, when all but the preference is. */
function isOne(described: Described, left: Entry, right: Entry): boolean {
  if ((left.value === undefined) !== (right.value === undefined)) return false
  const names = left.value === undefined ? Object.keys({ ...left, ...right }).filter((name) => name !== 'primary') : ['value', 'type']
  return names.every((name) => alike(described, name, left[name], right[name]))
}

/** What an added value says that is not so already. */
function news(described: Described, now: Entry, said: Entry): Entry {
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => !alike(described, name, now[name], value)))
}

const notPreferred = (entry: Entry) => (entry.primary === true ? { ...entry, primary: false } : entry)

/** A `value` is a name, closer with a `type`; what has none is named by all that is said. Unsaid, a value is not preferred (RFC 7643 §2.4). */
function withoutNamed(entries: readonly Entry[], described: Described, named: readonly Entry[]): Entry[] {
  if (named.length === 0) throw new Meaningless('a removal of nobody knows what')
  const isMeant = (entry: Entry, said: Entry) =>
    Object.entries(said)
      .filter(([part]) => said.value === undefined || part === 'value' || part === 'type')
      .every(([part, value]) => alike(described, part, part === 'primary' ? entry.primary === true : entry[part], value))
  return entries.filter((entry) => !named.some((said) => isMeant(entry, said)))
}

function partOfAllAfter(entries: readonly Entry[], described: Described, step: Step): Entry[] {
  if (entries.length === 0 && step.op !== 'remove' && step.value !== null) return worthwhile([withPart({}, described, step)])
  return worthwhile(entries.map((entry) => withPart(entry, described, step)))
}

function withPart(entry: Entry, described: Described, { op, place, valued, value }: Step): Entry {
  const part = place.part as string
  const { [part]: had, ...rest } = entry
  if (op === 'remove' && valued && !alike(described, part, had, value)) return entry
  return op === 'remove' || value === null ? rest : { ...entry, [part]: value }
}

function chosenAfter(entries: readonly Entry[], described: Described, step: Step): Entry[] {
  const { op, place, value } = step
  const choice = place.choice ?? []
  const chosen = entries.filter((entry) => isChosen(choice, entry))
  if (op === 'remove' && place.part === undefined) return entries.filter((entry) => !chosen.includes(entry))
  if (op === 'remove') return worthwhile(entries.map((entry) => (chosen.includes(entry) ? withPart(entry, described, step) : entry)))
  const set = place.part === undefined ? (value as Entry) : value === null ? {} : { [place.part]: value }
  if (chosen.length === 0) return Object.keys(set).length === 0 ? [...entries] : together(entries, described, [made(described, step, set)])
  const prefers = (set as Entry).primary === true
  const written = (entry: Entry): Entry => {
    if (!chosen.includes(entry)) return prefers ? notPreferred(entry) : entry
    if (place.part !== undefined) return withPart(entry, described, step)
    return op === 'add' ? { ...entry, ...set } : { ...assertedBy(choice), ...set }
  }
  return worthwhile(entries.map(written))
}

/** The filter chooses nothing: an addition makes what it would choose, and so does a replacement of a part of a kind that the schema knows. */
function made({ kinds }: Described, { op, place }: Step, set: Entry): Entry {
  const asserted = assertedBy(place.choice ?? [])
  const ofKind = asserted && Object.keys(asserted).join() === 'type' && kinds.includes(String(asserted.type).toLowerCase())
  if (!asserted || (op === 'replace' && !(ofKind && place.part !== undefined))) throw new Meaningless('no target')
  return { ...asserted, ...set }
}

/** What is left of a value without anything but its kind is none. */
const worthwhile = (entries: readonly Entry[]) =>
  entries.filter((entry) => Object.keys(entry).some((name) => name !== 'type' && name !== 'primary'))
