import type { Operation } from '../operation.ts'
import { codesInWords, dryRun, type OpenApiDocument, sameServer, tagsOf } from './openapi-document.ts'
import { pathsOf } from './openapi-http.ts'
import { type JsonSchema, plainSchema } from './plain-schema.ts'

/** An operation may say which status its success has. */
interface OperationWithStatus extends Operation {
  readonly status?: number
}

/** Rollcall's own API in OpenAPI: methods and paths, problem documents, a bearer token. */
export function adminDocument(version: string, operations: readonly OperationWithStatus[]): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'Rollcall admin API', version, description: 'What no vendor API offers: accounts, keys, facts, quotas, events.' },
    servers: sameServer,
    tags: tagsOf(operations),
    security: [{ token: [] }],
    paths: pathsOf(operations, (operation) => ({
      [operation.status ?? '2XX']: answer(plainSchema(operation.output)),
      default: refused(operation),
    })),
    components: { schemas: { Problem: problem }, parameters: { dryRun }, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  }
}

function answer(output: JsonSchema): object {
  const empty = output.type === 'null' || output.type === 'undefined' || output.type === 'void'
  return empty ? { description: 'Done; no body.' } : { description: 'Success.', content: { 'application/json': { schema: output } } }
}

function refused(operation: Operation): object {
  return {
    description: `Refused:\n\n${codesInWords(operation)}`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

const text = { type: 'string' }

/** RFC 9457; `type` ends in the code, `pointer` leads to the member of `{ params, query, body }` that is to blame. */
const problem: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'detail_zh', 'instance'],
  properties: {
    type: { type: 'string', pattern: '^urn:rollcall:' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    detail_zh: text,
    pointer: text,
    instance: { type: 'string', pattern: '^urn:uuid:' },
  },
}
