import type { Seeded } from '../../../kit/seeded.ts'
import { coreAttributes, type Described, extensionUrn } from '../model/user-attributes.ts'
import type { Doc, Step } from '../model/user-steps.ts'
import type { Entry } from '../model/values.ts'
import { anyCase, anyWrap, someText } from './spelling.ts'

/** One change with how it is written: at which path, and with what value; without `value` it is a removal. */
export interface Piece {
  readonly step: Step
  /** Behind the URN, where there is one. */
  readonly path: string
  readonly value?: unknown
}

const texts = ['displayName', 'externalId', 'nickName', 'profileUrl', 'title', 'userType', 'preferredLanguage', 'locale', 'timezone']
const extensionTexts = ['employeeNumber', 'costCenter', 'organization', 'division', 'department']
const lists = Object.keys(coreAttributes).filter((name) => coreAttributes[name]?.form === 'list')

/** Something that a source may want of a user. */
export function somePiece(random: Seeded, doc: Doc): Piece {
  const share = random.next()
  if (share < 0.22) return single(random, doc, random.pick(texts), someText(random))
  if (share < 0.32) return single(random, doc, random.pick(extensionTexts), someText(random), true)
  if (share < 0.4) return truth(random, random.chance(0.5))
  if (share < 0.45) return single(random, doc, 'userName', `n${random.below(1_000_000_000)}`)
  if (share < 0.46) return single(random, doc, 'password', 'Secret-1')
  if (share < 0.55) return partOf(random, 'name', random.pick(Object.keys(coreAttributes.name?.parts ?? {})))
  if (share < 0.62) return random.chance(0.2) ? lessName(random, doc) : wholeName(random)
  if (share < 0.67) return manager(random)
  return listPiece(random, doc, random.chance(0.5) ? 'emails' : random.pick(lists))
}

const operation = (random: Seeded) => random.pick(['add', 'replace'] as const)
const required = ['userName', 'active']

function single(random: Seeded, doc: Doc, attribute: string, text: string, extension = false): Piece {
  const place = { extension, attribute }
  const path = anyCase(random, attribute)
  if (!required.includes(attribute) && random.chance(0.15)) {
    if (random.chance(0.5)) return lessText(random, place, path, (extension ? (doc[extensionUrn] as Doc | undefined) : doc)?.[attribute])
    if (random.chance(0.6)) return { step: { op: 'remove', place, valued: false, value: null }, path }
    return { step: { op: operation(random), place, valued: true, value: null }, path, value: null }
  }
  return { step: { op: operation(random), place, valued: true, value: text }, path, value: anyWrap(random, text) }
}

/** A removal of a text where it is that. */
function lessText(random: Seeded, place: Step['place'], path: string, now: unknown): Piece {
  const value = typeof now === 'string' && now !== '' && random.chance(0.6) ? anyCase(random, now) : someText(random)
  return { step: { op: 'remove', place, valued: true, value }, path, value: anyWrap(random, value) }
}

/** True and false, also as Entra ID writes them. */
function truth(random: Seeded, value: boolean): Piece {
  const word = String(value)
  const sent = random.pick([value, value, word, word[0]?.toUpperCase() + word.slice(1)])
  const place = { extension: false, attribute: 'active' }
  return { step: { op: operation(random), place, valued: true, value }, path: anyCase(random, 'active'), value: anyWrap(random, sent) }
}

function partOf(random: Seeded, attribute: string, part: string, extension = false): Piece {
  const place = { extension, attribute, part }
  const path = `${anyCase(random, attribute)}.${anyCase(random, part)}`
  if (random.chance(0.15)) return { step: { op: 'remove', place, valued: false, value: null }, path }
  const value = someText(random)
  return { step: { op: operation(random), place, valued: true, value }, path, value: anyWrap(random, value) }
}

function wholeName(random: Seeded): Piece {
  const place = { extension: false, attribute: 'name' }
  if (random.chance(0.1)) return { step: { op: 'remove', place, valued: false, value: null }, path: 'name' }
  const names = Object.keys(coreAttributes.name?.parts ?? {}).filter(() => random.chance(0.4))
  const value = Object.fromEntries(names.map((name) => [name, random.chance(0.1) ? null : someText(random)]))
  const sent = Object.fromEntries(Object.entries(value).map(([name, each]) => [anyCase(random, name), each]))
  return {
    step: { op: operation(random), place, valued: true, value },
    path: anyCase(random, 'name'),
    value: random.chance(0.9) ? sent : [sent],
  }
}

/** A removal of some parts of the name, of which some are what it says. */
function lessName(random: Seeded, doc: Doc): Piece {
  const parts = Object.keys(coreAttributes.name?.parts ?? {})
  const now = (doc.name ?? {}) as Entry
  const named = new Set([random.pick(parts), ...parts.filter(() => random.chance(0.3))])
  const said = (part: string) => random.pick([now[part] ?? someText(random), null, someText(random)])
  const value = Object.fromEntries([...named].map((part) => [part, said(part)]))
  const step: Step = { op: 'remove', place: { extension: false, attribute: 'name' }, valued: true, value }
  return { step, path: anyCase(random, 'name'), value: random.chance(0.9) ? value : [value] }
}

function manager(random: Seeded): Piece {
  if (random.chance(0.3)) return partOf(random, 'manager', random.pick(['value', '$ref']), true)
  const place = { extension: true, attribute: 'manager' }
  const id = `u-${random.below(100)}`
  if (random.chance(0.1)) {
    const value = { value: random.pick([id, 'u-1', null]) }
    const sent = value.value !== null && random.chance(0.5) ? value.value : value
    return { step: { op: 'remove', place, valued: true, value }, path: anyCase(random, 'manager'), value: sent }
  }
  const form = random.pick([
    { sent: id, value: { value: id, $ref: null } },
    { sent: { value: id }, value: { value: id } },
    { sent: { value: id, $ref: `../Users/${id}` }, value: { value: id, $ref: `../Users/${id}` } },
    { sent: [{ value: id, displayName: 'kept by the server' }], value: { value: id } },
  ])
  return { step: { op: operation(random), place, valued: true, value: form.value }, path: anyCase(random, 'manager'), value: form.sent }
}

/** A value that nobody else has, in the form that its list takes. */
function freshValue(random: Seeded, attribute: string): string {
  const text = `${attribute}${random.below(1_000_000)}.${random.below(1_000_000)}@one.example`
  return attribute === 'x509Certificates' ? Buffer.from(text).toString('base64') : text
}

/** What stands in a list. */
function someEntry(random: Seeded, name: string, { kinds, parts }: Described): Entry {
  const main = name === 'addresses' ? { streetAddress: someText(random), locality: someText(random) } : { value: freshValue(random, name) }
  return {
    ...main,
    ...(random.chance(0.7) && { type: kinds.length > 0 ? random.pick(kinds) : 'some' }),
    ...(random.chance(0.15) && { primary: random.chance(0.5) }),
    ...('display' in parts && random.chance(0.2) && { display: someText(random) }),
  }
}

function listPiece(random: Seeded, doc: Doc, attribute: string): Piece {
  const described = coreAttributes[attribute] as Described
  const place = { extension: false, attribute }
  const path = anyCase(random, attribute)
  const now = (doc[attribute] ?? []) as Entry[]
  const share = random.next()
  if (share < 0.35) return wholeList(random, path, place, described)
  if (share < 0.42) return { step: { op: 'remove', place, valued: false, value: null }, path }
  if (share < 0.5 && now.length > 0) {
    const entry = random.pick(now)
    const named = namedAs(random, entry)
    return { step: { op: 'remove', place, valued: true, value: [named] }, path, value: random.chance(0.5) ? [named] : named }
  }
  if (share < 0.52 && now.length > 0) return lessPart(random, path, place, random.pick(now))
  if (share < 0.58 && attribute !== 'addresses') return ofEveryValue(random, path, place)
  return chosenPiece(random, path, attribute, described, now)
}

function ofEveryValue(random: Seeded, path: string, { extension, attribute = '' }: Step['place']): Piece {
  const place = { extension, attribute, part: 'display' }
  const value = random.chance(0.3) ? null : someText(random)
  return {
    step: { op: operation(random), place, valued: true, value },
    path: `${path}.${anyCase(random, 'display')}`,
    value: anyWrap(random, value),
  }
}

/** One value of a list as a client may name it: by its `value` in any letter case, maybe with its kind and what it does not go by. */
function namedAs(random: Seeded, entry: Entry): Entry {
  if (entry.value === undefined) return entry
  return {
    value: anyCase(random, String(entry.value)),
    ...(entry.type !== undefined && random.chance(0.3) && { type: anyCase(random, String(entry.type)) }),
    ...(random.chance(0.2) && { primary: random.chance(0.5) }),
    ...(random.chance(0.2) && { display: someText(random) }),
  }
}

/** A removal of one part of every value where it is that. */
function lessPart(random: Seeded, path: string, { extension, attribute = '' }: Step['place'], entry: Entry): Piece {
  const part = random.pick(
    Object.keys(entry)
      .filter((name) => name !== 'primary')
      .concat('type'),
  )
  const value = String(entry[part] ?? 'work')
  const step: Step = { op: 'remove', place: { extension, attribute, part }, valued: true, value }
  return { step, path: `${path}.${anyCase(random, part)}`, value: anyWrap(random, value) }
}

function wholeList(random: Seeded, path: string, place: Step['place'], described: Described): Piece {
  const op = operation(random)
  const value = Array.from({ length: random.pick([0, 1, 1, 1, 2, 3]) }, () => someEntry(random, place.attribute as string, described))
  const one = value.length === 1 ? value[0] : undefined
  const sent =
    one && random.chance(0.3)
      ? one
      : one && Object.keys(one).join() === 'value' && random.chance(0.5)
        ? one.value
        : value.map((each) => shuffled(random, each))
  return { step: { op, place, valued: true, value }, path, value: value.length === 0 && random.chance(0.2) ? null : sent }
}

function shuffled(random: Seeded, entry: Entry): unknown {
  if (Object.keys(entry).join() === 'value' && random.chance(0.3)) return entry.value
  return Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [anyCase(random, name), name === 'primary' && random.chance(0.3) ? String(value) : value]),
  )
}

function chosenPiece(random: Seeded, path: string, attribute: string, described: Described, now: readonly Entry[]): Piece {
  const type = described.kinds.length > 0 && random.chance(0.9) ? random.pick(described.kinds) : 'some'
  const value = random.chance(0.7) ? now[0]?.value : undefined
  const choice = [[{ part: 'type', value: type }], ...(typeof value === 'string' && random.chance(0.2) ? [[{ part: 'value', value }]] : [])]
  const filter = choice
    .map(([condition]) => `${anyCase(random, condition?.part ?? '')} ${anyCase(random, 'eq')} ${JSON.stringify(condition?.value)}`)
    .join(` ${anyCase(random, 'or')} `)
  const chosen = `${path}[${filter}]`
  const part = attribute === 'addresses' ? random.pick(['locality', 'country']) : random.pick(['value', 'value', 'display'])
  const at = { extension: false, attribute, choice }
  if (random.chance(0.15)) return { step: { op: 'remove', place: at, valued: false, value: null }, path: chosen }
  if (random.chance(0.15)) return { step: { op: 'remove', place: { ...at, part }, valued: false, value: null }, path: `${chosen}.${part}` }
  if (random.chance(0.2)) {
    const entry = someEntry(random, attribute, described)
    return {
      step: { op: operation(random), place: at, valued: true, value: entry },
      path: chosen,
      value: random.chance(0.8) ? entry : [entry],
    }
  }
  const text = part === 'value' ? freshValue(random, attribute) : someText(random)
  return {
    step: { op: operation(random), place: { ...at, part }, valued: true, value: text },
    path: `${chosen}.${anyCase(random, part)}`,
    value: anyWrap(random, text),
  }
}
