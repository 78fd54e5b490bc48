import { isJsonObject } from '../../../contract/json/parse-json.ts'
import { named, shown } from '../../../contract/shown.ts'
import { type ScimError, scimError } from '../scim-error.ts'
import { knownMembers } from './folded-members.ts'

/** One operation of a PATCH, as it was asked. */
export interface PatchOperation {
  /** Where it stood in the list, from 1: for what is said of it. */
  readonly at: number
  readonly op: 'add' | 'remove' | 'replace'
  /** As it was sent; absent for an operation on the resource itself. */
  readonly path?: string
  /** There is a `value`, whatever it is: a removal without one means something else than a removal of null. */
  readonly valued: boolean
  readonly value: unknown
}

const message = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

/** Operations of one request. */
const mostOperations = 1000

/** Refuses more than one request may have, in its list or where what has no path is spelled out. */
export function requireFewOperations(operations: number): void {
  if (operations <= mostOperations) return
  throw scimError(
    'invalidValue',
    `A PATCH takes ${mostOperations} operations at most; without a path, each attribute of the value is one. Send them in several requests.`,
    `一次 PATCH 最多 ${mostOperations} 个操作，没有 path 时 value 中的每个属性计为一个，请分多次发送。`,
  )
}

/**
 * The operations of a PATCH body. What is not understood is refused rather than passed over: a misspelled `value` would turn the removal of one
 * member into the removal of all.
 */
export function parsePatch(body: unknown): PatchOperation[] {
  const { schemas, Operations: operations, ...ofResource } = knownMembers(body, ofBody, theBody, strayInBody)
  for (const [name, value] of Object.entries(ofResource)) if (value !== null) throw strayInBody(name)
  requireMessage(schemas)
  if (!Array.isArray(operations) || operations.length === 0) {
    throw scimError('invalidSyntax', 'Operations must be a list of at least one operation.', 'Operations 必须是至少包含一个操作的列表。')
  }
  requireFewOperations(operations.length)
  return operations.map((operation, index) => parseOperation(operation, index + 1))
}

/** What every resource has may stand there as null, which is no value (RFC 7643 §2.5): so do clients that write a PATCH as they write a resource. */
const ofBody = ['schemas', 'Operations', 'id', 'externalId', 'meta'] as const
const theBody = () => ({ en: 'The body of a PATCH', zh: 'PATCH 请求体' })

function strayInBody(name: string): ScimError {
  return scimError(
    'invalidSyntax',
    `A PATCH body has schemas and Operations, not ${named(name)}. Nothing was changed.`,
    `PATCH 请求体只能包含 schemas 与 Operations，不能包含 ${named(name)}，未作任何变更。`,
  )
}

function requireMessage(schemas: unknown): void {
  const sent = Array.isArray(schemas) ? schemas : []
  if (sent.some((name) => typeof name === 'string' && name.toLowerCase() === message.toLowerCase())) return
  throw scimError('invalidSyntax', `schemas of a PATCH must be ["${message}"].`, `PATCH 的 schemas 必须为 ["${message}"]。`)
}

const ofOperation = ['op', 'path', 'value'] as const

function parseOperation(sent: unknown, at: number): PatchOperation {
  const called = () => ({ en: `Operation ${at}`, zh: `第 ${at} 个操作` })
  const members = knownMembers(sent, ofOperation, called, (name) => strayInOperation(at, name))
  const op = opOf(members.op, at)
  const path = pathOf(members.path, at)
  const valued = 'value' in members
  const { value } = members
  if (op === 'remove' && path === undefined) {
    throw scimError(
      'noTarget',
      `Operation ${at} removes nothing in particular. Give a path.`,
      `第 ${at} 个操作未指明要移除的内容，请提供 path。`,
    )
  }
  if (op !== 'remove' && !valued) {
    throw scimError('invalidValue', `Operation ${at} (${op}) needs a value.`, `第 ${at} 个操作（${op}）必须提供 value。`)
  }
  if (path === undefined && !isJsonObject(value)) {
    throw scimError(
      'invalidValue',
      `Operation ${at} has no path, so its value must be an object of attributes.`,
      `第 ${at} 个操作没有 path，其 value 必须是由属性组成的对象。`,
    )
  }
  return path === undefined ? { at, op, valued, value } : { at, op, path, valued, value }
}

function strayInOperation(at: number, name: string): ScimError {
  return scimError(
    'invalidSyntax',
    `Operation ${at} has op, path and value, not ${named(name)}. Nothing was changed.`,
    `第 ${at} 个操作只能包含 op、path 与 value，不能包含 ${named(name)}，未作任何变更。`,
  )
}

function opOf(sent: unknown, at: number): PatchOperation['op'] {
  const op = typeof sent === 'string' ? sent.toLowerCase() : undefined
  if (op === 'add' || op === 'remove' || op === 'replace') return op
  const [en, zh] = sent === undefined ? ['', ''] : [`, not ${shown(sent)}`, `，不能为 ${shown(sent)}`]
  throw scimError(
    'invalidSyntax',
    `The op of operation ${at} must be add, remove or replace${en}.`,
    `第 ${at} 个操作的 op 必须为 add、remove 或 replace${zh}。`,
  )
}

/** Some clients write a path that they don't have as null. */
function pathOf(sent: unknown, at: number): string | undefined {
  if (sent === undefined || sent === null) return undefined
  if (typeof sent === 'string' && sent !== '') return sent
  throw scimError('invalidPath', `The path of operation ${at} must be a text.`, `第 ${at} 个操作的 path 必须是非空文本。`)
}
