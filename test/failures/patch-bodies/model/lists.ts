import { isDeepStrictEqual } from 'node:util'
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
  if (op === 'remove') return step.valued ? withoutNamed(entries, sent) : []
  return together(op === 'replace' ? [] : entries, sent)
}

/** Added values stand behind the others; the same one is there once; a preferred one takes the place of another. */
function together(entries: readonly Entry[], added: readonly Entry[]): Entry[] {
  let result = added.some(({ primary }) => primary) ? entries.map(notPreferred) : [...entries]
  for (const entry of added) {
    const known = result.find(({ value, type }) => value !== undefined && value === entry.value && type === entry.type)
    if (known) result = result.map((each) => (each === known ? { ...each, ...entry } : each))
    else if (!result.some((each) => isDeepStrictEqual(each, entry))) result.push(entry)
  }
  return result
}

const notPreferred = (entry: Entry) => (entry.primary === true ? { ...entry, primary: false } : entry)

/** Values that have everything that one of the named ones is said to have. */
function withoutNamed(entries: readonly Entry[], named: readonly Entry[]): Entry[] {
  if (named.length === 0) throw new Meaningless('a removal of nobody knows what')
  return entries.filter((entry) => !named.some((each) => Object.entries(each).every(([part, value]) => entry[part] === value)))
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
  if (chosen.length === 0) return Object.keys(set).length === 0 ? [...entries] : together(entries, [made(described, step, set)])
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
