import { dryRun, type OpenApiDocument, sameServer, tagsOf } from './openapi-document.ts'
import { answersByStatus, type OperationWithStatus, pathsOf } from './openapi-http.ts'
import type { JsonSchema } from './plain-schema.ts'

const sentAs = { success: 'application/json', refusal: 'application/problem+json', schema: 'Problem' }

/** Rollcall's own API in OpenAPI: methods and paths, problem documents, a bearer token. */
export function adminDocument(version: string, operations: readonly OperationWithStatus[]): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'Rollcall admin API', version, description: 'What no vendor API offers: accounts, keys, facts, quotas, events.' },
    servers: sameServer,
    tags: tagsOf(operations),
    security: [{ token: [] }],
    paths: pathsOf(operations, answersByStatus(sentAs)),
    components: { schemas: { Problem: problem }, parameters: { dryRun }, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
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
