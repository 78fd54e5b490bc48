import { folded, isObject } from './values.ts'
import { Meaningless } from './verdicts.ts'

/** One operation as it was sent (RFC 7644 §3.5.2). */
export interface SentOperation {
  readonly op: 'add' | 'replace' | 'remove'
  /** Absent for an operation on the resource itself. */
  readonly path?: string
  /** There is a `value`, whatever it is. */
  readonly valued: boolean
  readonly value: unknown
}

export const messageUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

/** The operations of a body; throws `Meaningless` for what is none. */
export function operationsIn(body: unknown): SentOperation[] {
  const members = folded(body)
  // What every resource has: null says nothing of it.
  for (const name of ['id', 'externalid', 'meta']) if (members.get(name) === null) members.delete(name)
  requireOnly(members, ['schemas', 'operations'])
  const schemas = members.get('schemas')
  if (!Array.isArray(schemas) || !schemas.some((each) => String(each).toLowerCase() === messageUrn.toLowerCase()))
    throw new Meaningless('schemas')
  const operations = members.get('operations')
  if (!Array.isArray(operations) || operations.length === 0) throw new Meaningless('Operations')
  return operations.map(operationOf)
}

function operationOf(sent: unknown): SentOperation {
  const members = folded(sent)
  requireOnly(members, ['op', 'path', 'value'])
  const [op, path, value] = ['op', 'path', 'value'].map((name) => members.get(name))
  const valued = members.has('value')
  if (typeof op !== 'string' || !/^(add|replace|remove)$/i.test(op)) throw new Meaningless(`op ${JSON.stringify(op)}`)
  const kind = op.toLowerCase() as SentOperation['op']
  if (kind !== 'remove' && !valued) throw new Meaningless('no value')
  if (path === undefined || path === null) {
    if (kind === 'remove' || !isObject(value)) throw new Meaningless('neither path nor object')
    return { op: kind, valued, value }
  }
  if (typeof path !== 'string' || path === '') throw new Meaningless('path')
  return { op: kind, path, valued, value }
}

function requireOnly(members: Map<string, unknown>, names: readonly string[]): void {
  for (const name of members.keys()) if (!names.includes(name)) throw new Meaningless(`a member ${name}`)
}
