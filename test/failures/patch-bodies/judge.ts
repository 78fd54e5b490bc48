import { isDeepStrictEqual } from 'node:util'
import type { Expected, Target } from './model/expected.ts'
import { extensionAttributes, extensionUrn } from './model/user-attributes.ts'
import { docOf } from './model/user-rows.ts'
import type { Stored, StoredGroup, StoredUser } from './storage-state.ts'

/** What came of a body. */
export interface Came {
  readonly status: number
  /** The answer as text. */
  readonly text: string
  readonly before: Stored
  readonly after: Stored
}

/** A body that was sent, with what it means. */
export interface Asked {
  readonly target: Target
  /** In a documented shape: it must be done where it means something. */
  readonly valid: boolean
  readonly text: string
  readonly expected: Expected
}

/** What must not be; undefined when all is well. */
export function wrongIn({ target, valid, text, expected }: Asked, came: Came): string | undefined {
  const { status, before, after } = came
  if (status >= 400) {
    if (!isDeepStrictEqual(before, after)) return `refused, and something changed: ${differing(before, after)}`
    if (valid && expected.verdict === 'means') return 'a valid body was refused'
    return wrongRefusal(status, came.text)
  }
  if (status !== (target.kind === 'users' ? 200 : 204)) return `status ${status}`
  if (expected.verdict === 'means') return wrongOutcome(target, expected.row, came)
  return expected.verdict === 'unclear' ? wrongGuess(target, text, came) : `done, though it means nothing: ${expected.why}`
}

/** Exactly what the body means is there now, and nothing else differs. */
function wrongOutcome(target: Target, row: StoredUser | StoredGroup, { text, before, after }: Came): string | undefined {
  const wanted = { ...before, [target.kind]: { ...before[target.kind], [target.id]: row } }
  const happened = !isDeepStrictEqual(wanted, before)
  if (!isDeepStrictEqual({ ...after, events: 0 }, { ...wanted, events: 0 })) {
    return `not what it means: ${JSON.stringify(row)}, but ${JSON.stringify(after[target.kind][target.id])}`
  }
  if (happened !== after.events > before.events) return `${after.events - before.events} events`
  return target.kind === 'users' ? wrongShown(text, row as StoredUser) : undefined
}

/** Where two states differ, for people. */
function differing(before: Stored, after: Stored): string {
  const { users, groups, events } = before
  const rows = [...Object.entries(users), ...Object.entries(groups)]
  const others = rows.filter(([id, row]) => !isDeepStrictEqual(row, after.users[id] ?? after.groups[id]))
  return `${after.events - events} events, ${JSON.stringify(others)} became ${JSON.stringify(others.map(([id]) => after.users[id] ?? after.groups[id]))}`
}

/** RFC 7644 §3.12. */
function wrongRefusal(status: number, text: string): string | undefined {
  const { schemas, status: told, scimType, detail } = JSON.parse(text) as Record<string, unknown>
  const good = String(schemas) === 'urn:ietf:params:scim:api:messages:2.0:Error' && told === String(status) && typeof detail === 'string'
  if (status === 400 && good && typeof scimType === 'string') return undefined
  return status === 409 && good ? undefined : `no refusal of a body: ${status} ${text.slice(0, 300)}`
}

/** The answer shows the user as the storage has it. */
function wrongShown(text: string, row: StoredUser): string | undefined {
  const { schemas: _, id: __, meta: ___, groups: ____, ...shown } = JSON.parse(text) as Record<string, unknown>
  return isDeepStrictEqual(shown, docOf(row)) ? undefined : `shown otherwise: ${text}`
}

/** Of words that the model can't tell the meaning of: nothing else changed than what they name, and nobody came or went who is not named. */
function wrongGuess({ kind, id }: Target, text: string, { before, after }: Came): string | undefined {
  const others = (stored: Stored) => ({ ...stored, events: 0, [kind]: { ...stored[kind], [id]: undefined } })
  if (!isDeepStrictEqual(others(before), others(after))) return 'something else changed'
  const said = JSON.stringify(JSON.parse(text)).toLowerCase()
  const unnamed =
    kind === 'users'
      ? unnamedAttributes(before.users[id], after.users[id], said)
      : unnamedMembers(before.groups[id], after.groups[id], said)
  return unnamed.length > 0 ? `changed without being named: ${unnamed}` : undefined
}

function unnamedAttributes(before: StoredUser | undefined, after: StoredUser | undefined, said: string): string[] {
  const [was, is] = [docOf(before as StoredUser), docOf(after as StoredUser)]
  const differing = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => !isDeepStrictEqual(was[name], is[name]))
  const names = (name: string) => (name === extensionUrn ? Object.keys(extensionAttributes) : [name])
  return differing.filter((attribute) => !names(attribute).some((name) => said.includes(name.toLowerCase())))
}

function unnamedMembers(before: StoredGroup | undefined, after: StoredGroup | undefined, said: string): string[] {
  const [was, is] = [new Set(before?.members), new Set(after?.members)]
  const moved = [...(speaksOfAll(said) ? is.difference(was) : was.symmetricDifference(is))].filter(
    (user) => !said.includes(user.toLowerCase()),
  )
  const renamed = before?.name !== after?.name && !said.includes('displayname') ? ['displayName'] : []
  return [...moved, ...renamed]
}

/** Whether a whole list of members, or the removal of all, was really written; names are in lower case. */
function speaksOfAll(said: string): boolean {
  const { operations } = JSON.parse(said) as { operations: { op: string; path?: string; value?: unknown }[] }
  return operations.some(({ op, path, ...rest }) => {
    const ofMembers = path == null ? /members"/.test(JSON.stringify(rest)) : /members$/.test(path)
    return ofMembers && (op === 'replace' || (op === 'remove' && !('value' in rest)))
  })
}
