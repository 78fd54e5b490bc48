import { isJsonObject } from '../../../contract/json/parse-json.ts'
import { named } from '../../../contract/shown.ts'
import { createGroup } from '../groups/create-group.ts'
import { deleteGroup } from '../groups/delete-group.ts'
import { patchGroup } from '../groups/patch-group.ts'
import { replaceGroup } from '../groups/replace-group.ts'
import { type ScimError, scimError } from '../scim-error.ts'
import type { ScimOperation } from '../scim-operation.ts'
import { createUser } from '../users/create-user.ts'
import { deleteUser } from '../users/delete-user.ts'
import { patchUser } from '../users/patch-user.ts'
import { replaceUser } from '../users/replace-user.ts'
import type { SentOperation } from './bulk-request.ts'

/** One operation of a bulk request, ready to be done once the ids it refers to are known. */
export interface BulkOperation {
  readonly operation: ScimOperation
  /** The id in the path, or the `bulkId:…` that stands for one; empty for a creation. */
  readonly target: string
  readonly data: Readonly<Record<string, unknown>>
  readonly version?: string
}

const served: Readonly<Record<string, ScimOperation>> = {
  'POST /users': createUser,
  'PUT /users': replaceUser,
  'PATCH /users': patchUser,
  'DELETE /users': deleteUser,
  'POST /groups': createGroup,
  'PUT /groups': replaceGroup,
  'PATCH /groups': patchGroup,
  'DELETE /groups': deleteGroup,
}

/** Characters: room for dozens of entity tags. */
const longestVersion = 1024

/** Reads what an operation is to be done to; refuses what is not served. */
export function readBulkTarget(sent: SentOperation): Pick<BulkOperation, 'operation' | 'target'> {
  const { method, path } = membersOf(sent)
  if (typeof method !== 'string' || typeof path !== 'string') throw invalid('it needs method and path', '缺少 method 或 path')
  const [, place = '', target = ''] = /^(\/[^/?#]+)(?:\/([^/?#]+))?$/.exec(path) ?? []
  const kind = method.toUpperCase()
  const operation = Object.hasOwn(served, `${kind} ${place.toLowerCase()}`) ? served[`${kind} ${place.toLowerCase()}`] : undefined
  if (!operation || (kind === 'POST') !== (target === '')) {
    throw invalid(`${named(kind)} ${named(path)} is none that a bulk request may do`, '批量请求不支持此 method 与 path')
  }
  return { operation, target }
}

/** Reads one operation; refuses what is missing or not served. */
export function readBulkOperation(sent: SentOperation): BulkOperation {
  const { bulkid, data, version } = membersOf(sent)
  const { operation, target } = readBulkTarget(sent)
  if (operation.http.method === 'POST' && typeof bulkid !== 'string') throw invalid('a POST needs a bulkId', 'POST 需要 bulkId')
  if (operation.readsBody && !isJsonObject(data)) throw invalid('it needs data, an object', '缺少 data 对象')
  if (version !== undefined && version !== null && typeof version !== 'string') throw invalid('version must be a text', 'version 应为文本')
  if (typeof version === 'string' && version.length > longestVersion) {
    throw invalid(`version may have ${longestVersion} characters`, `version 最多 ${longestVersion} 个字符`)
  }
  return {
    operation,
    target,
    data: operation.readsBody ? (data as Record<string, unknown>) : {},
    ...(typeof version === 'string' && version !== '' && { version }),
  }
}

function membersOf(sent: SentOperation): SentOperation {
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]))
}

/** The name under which other operations may refer to what an operation makes. */
export function bulkIdOf(sent: SentOperation): string | undefined {
  const [, bulkId] = Object.entries(sent).find(([name]) => name.toLowerCase() === 'bulkid') ?? []
  return typeof bulkId === 'string' ? bulkId : undefined
}

function invalid(en: string, zh: string): ScimError {
  return scimError(
    'invalidSyntax',
    `This operation cannot be done: ${en}. Correct it and send it again.`,
    `该操作无法执行：${zh}，请更正后重试。`,
  )
}
