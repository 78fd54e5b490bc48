import { scimError } from '../scim-error.ts'
import { foldedMembers, isObject } from './folded-members.ts'

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

/**
 * The operations of a PATCH body. What is not understood is refused rather than passed over: a misspelled `value` would turn the removal of one
 * member into the removal of all.
 */
export function parsePatch(body: unknown): PatchOperation[] {
  const members = foldedMembers(body, 'The body of a PATCH', 'PATCH 请求体')
  const stray = [...members.keys()].find((name) => name !== 'schemas' && name !== 'operations')
  if (stray !== undefined) {
    throw scimError(
      'invalidSyntax',
      `A PATCH body has schemas and Operations, not ${stray}. Nothing was changed.`,
      `PATCH 请求体只能包含 schemas 与 Operations，不能包含 ${stray}，未作任何变更。`,
    )
  }
  requireMessage(members.get('schemas'))
  const operations = members.get('operations')
  if (!Array.isArray(operations) || operations.length === 0) {
    throw scimError('invalidSyntax', 'Operations must be a list of at least one operation.', 'Operations 必须是至少包含一个操作的列表。')
  }
  if (operations.length > mostOperations) {
    throw scimError(
      'invalidValue',
      `A PATCH takes ${mostOperations} operations at most, ${operations.length} were sent. Send them in several requests.`,
      `一次 PATCH 最多 ${mostOperations} 个操作，收到 ${operations.length} 个，请分多次发送。`,
    )
  }
  return operations.map((operation, index) => parseOperation(operation, index + 1))
}

function requireMessage(schemas: unknown): void {
  const named = Array.isArray(schemas) ? schemas : []
  if (named.some((name) => typeof name === 'string' && name.toLowerCase() === message.toLowerCase())) return
  throw scimError('invalidSyntax', `schemas of a PATCH must be ["${message}"].`, `PATCH 的 schemas 必须为 ["${message}"]。`)
}

const known = new Set(['op', 'path', 'value'])

function parseOperation(sent: unknown, at: number): PatchOperation {
  const members = foldedMembers(sent, `Operation ${at}`, `第 ${at} 个操作`)
  const stray = [...members.keys()].find((name) => !known.has(name))
  if (stray !== undefined) {
    throw scimError(
      'invalidSyntax',
      `Operation ${at} has op, path and value, not ${stray}. Nothing was changed.`,
      `第 ${at} 个操作只能包含 op、path 与 value，不能包含 ${stray}，未作任何变更。`,
    )
  }
  const op = opOf(members.get('op'), at)
  const path = pathOf(members.get('path'), at)
  const valued = members.has('value')
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
  if (path === undefined && !isObject(members.get('value'))) {
    throw scimError(
      'invalidValue',
      `Operation ${at} has no path, so its value must be an object of attributes.`,
      `第 ${at} 个操作没有 path，其 value 必须是由属性组成的对象。`,
    )
  }
  return { at, op, ...(path !== undefined && { path }), valued, value: members.get('value') }
}

function opOf(sent: unknown, at: number): PatchOperation['op'] {
  const op = typeof sent === 'string' ? sent.toLowerCase() : undefined
  if (op === 'add' || op === 'remove' || op === 'replace') return op
  throw scimError(
    'invalidSyntax',
    `The op of operation ${at} must be add, remove or replace.`,
    `第 ${at} 个操作的 op 必须为 add、remove 或 replace。`,
  )
}

/** Some clients write a path that they don't have as null. */
function pathOf(sent: unknown, at: number): string | undefined {
  if (sent === undefined || sent === null) return undefined
  if (typeof sent === 'string' && sent !== '') return sent
  throw scimError('invalidPath', `The path of operation ${at} must be a text.`, `第 ${at} 个操作的 path 必须是非空文本。`)
}
