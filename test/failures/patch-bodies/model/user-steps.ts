import type { Choice } from './filters.ts'
import { listAfter } from './lists.ts'
import { type Attributes, alike, coreAttributes, type Described, extensionAttributes, extensionUrn } from './user-attributes.ts'
import type { Entry } from './values.ts'
import { Meaningless } from './verdicts.ts'

/** What a step is about. */
export interface Place {
  readonly extension: boolean
  /** Absent for the whole extension. */
  readonly attribute?: string
  readonly choice?: Choice
  readonly part?: string
}

/** One change that a client means, however it wrote it. */
export interface Step {
  readonly op: 'add' | 'replace' | 'remove'
  readonly place: Place
  /** Of a removal: it names what of its place is to go. */
  readonly valued: boolean
  /** Null takes away; otherwise of the form of the attribute. */
  readonly value: unknown
}

/** A user as SCIM describes it. */
export type Doc = Readonly<Record<string, unknown>>

type Part = Record<string, unknown>

/** A user after one step. Throws where the step can't be done. */
export function userAfter(doc: Doc, step: Step): Doc {
  const after: Part = { ...doc }
  const { extension, attribute } = step.place
  if (!extension) {
    change(after, coreAttributes, attribute as string, step)
    return after
  }
  const part: Part = { ...(doc[extensionUrn] as object | undefined) }
  if (attribute !== undefined) change(part, extensionAttributes, attribute, step)
  else if (step.op === 'remove' && step.valued) lessAttributes(part, step.value as Entry)
  else if (step.op === 'remove' || step.value === null) for (const name of Object.keys(part)) delete part[name]
  else for (const [name, value] of Object.entries(step.value as Entry)) change(part, extensionAttributes, name, { ...step, value })
  put(after, extensionUrn, part)
  return after
}

function change(home: Part, attributes: Attributes, name: string, step: Step): void {
  const described = attributes[name] as Described
  if (described.form === 'list') put(home, name, listAfter((home[name] ?? []) as Entry[], described, step))
  else if (described.form === 'complex') put(home, name, objectAfter((home[name] ?? {}) as Entry, described, step))
  else if (step.op !== 'remove' && step.value !== null) home[name] = step.value
  else if (name !== 'userName' && step.op === 'remove' && step.valued && !alike(described, name, home[name], step.value)) return
  else if (name === 'userName' || name === 'active') throw new Meaningless(`${name} must be there`)
  else delete home[name]
}

/** An object keeps what is not spoken of; a reference goes with the value that it was for. */
function objectAfter(now: Entry, described: Described, { op, place, valued, value }: Step): Entry {
  if (op === 'remove' && valued) return lessParts(now, described, place.part === undefined ? (value as Entry) : { [place.part]: value })
  if (place.part === undefined && (op === 'remove' || value === null)) return {}
  const said = place.part === undefined ? (value as Entry) : { [place.part]: op === 'remove' ? null : value }
  const whole: Part = { ...now, ...said }
  if ('value' in said && !('$ref' in said)) delete whole.$ref
  for (const [name, each] of Object.entries(whole)) if (each === null) delete whole[name]
  return whole
}

/** An object without its named parts, each of them only where it is what was said; null says nothing of it. */
function lessParts(now: Entry, described: Described, named: Entry): Entry {
  const left: Part = { ...now }
  for (const [part, said] of Object.entries(named)) if (said === null || alike(described, part, now[part], said)) delete left[part]
  if ('value' in now && !('value' in left)) delete left.$ref
  return left
}

/** The same of an extension, whose attributes may be objects. */
function lessAttributes(now: Part, named: Entry): void {
  for (const [name, said] of Object.entries(named)) {
    const described = extensionAttributes[name] as Described
    if (said === null) delete now[name]
    else if (described.form === 'complex') put(now, name, lessParts((now[name] ?? {}) as Entry, described, said as Entry))
    else if (alike(described, name, now[name], said)) delete now[name]
  }
}

/** What has nothing in it is not there. */
function put(home: Part, name: string, value: object): void {
  if (Object.keys(value).length === 0) delete home[name]
  else home[name] = value
}
