import { isJsonObject } from '../../../contract/json/parse-json.ts'
import { bulkLimits } from '../discovery/get-service-provider-config.ts'
import { type ScimError, scimError } from '../scim-error.ts'

/** One operation of a bulk request, as it was sent. */
export type SentOperation = Readonly<Record<string, unknown>>

export interface BulkRequest {
  readonly operations: readonly SentOperation[]
  /** After so many errors nothing more is done. */
  readonly failOnErrors: number
}

const urn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'

/** Reads what is around the operations (RFC 7644 §3.7). What is wrong with one of them is that one's own answer. */
export function readBulkRequest(body: Readonly<Record<string, unknown>>): BulkRequest {
  const members = new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]))
  const schemas = members.get('schemas')
  const named = Array.isArray(schemas) && schemas.some((each) => String(each).toLowerCase() === urn.toLowerCase())
  if (schemas !== undefined && !named) throw invalid('invalidSyntax', `schemas must name ${urn}`, `schemas 应包含 ${urn}`)
  const operations = members.get('operations')
  if (!Array.isArray(operations) || !operations.every(isJsonObject)) {
    throw invalid('invalidSyntax', 'Operations must be a list of objects', 'Operations 应为对象列表')
  }
  if (operations.length > bulkLimits.maxOperations) {
    const { maxOperations } = bulkLimits
    throw invalid('tooLarge', `at most ${maxOperations} operations are done at once`, `一次最多 ${maxOperations} 个操作`)
  }
  const failOnErrors = members.get('failonerrors') ?? Number.POSITIVE_INFINITY
  if (failOnErrors !== Number.POSITIVE_INFINITY && !(Number.isInteger(failOnErrors) && (failOnErrors as number) > 0)) {
    throw invalid('invalidValue', 'failOnErrors must be a whole number above 0', 'failOnErrors 应为大于 0 的整数')
  }
  return { operations, failOnErrors: failOnErrors as number }
}

function invalid(code: 'invalidSyntax' | 'invalidValue' | 'tooLarge', en: string, zh: string): ScimError {
  return scimError(code, `The bulk request cannot be done: ${en}. Nothing was changed.`, `批量请求无法执行：${zh}。未作任何变更。`)
}
