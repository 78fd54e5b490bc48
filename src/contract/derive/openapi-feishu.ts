import type { Operation } from '../operation.ts'
import { dryRun, type OpenApiDocument, sameServer, tagsOf } from './openapi-document.ts'
import { pathsOf, refused } from './openapi-http.ts'
import { type JsonSchema, plainSchema } from './plain-schema.ts'

const description = [
  'Answers are `{ code, msg, data }` with code 0; a refusal has another code, an HTTP status of 400 or more, and `error` with `message` in English',
  'and Chinese, `log_id`, and what is wrong by field or scope. Ids of people and departments are of the type that the query asks for.',
].join('\n')

/** The Feishu Open Platform in OpenAPI: methods and paths, tenant or user tokens as bearers. */
export function feishuDocument(version: string, operations: readonly Operation[]): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: `Feishu Open Platform: ${operations[0]?.service ?? ''}`, version, description },
    servers: sameServer,
    tags: tagsOf(operations),
    security: [{ token: [] }],
    paths: pathsOf(operations, (operation) => ({ 200: answered(operation), default: refused(operation, 'application/json', 'Refusal') })),
    components: { schemas: { Refusal: refusal }, parameters: { dryRun }, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  }
}

const text = { type: 'string' }

function answered(operation: Operation): object {
  const properties = { code: { type: 'integer', const: 0 }, msg: text, data: plainSchema(operation.output) }
  const schema = { type: 'object', required: ['code', 'msg'], properties }
  return { description: 'Success.', content: { 'application/json': { schema } } }
}

const refusal: JsonSchema = {
  type: 'object',
  required: ['code', 'msg', 'error'],
  properties: {
    code: { type: 'integer' },
    msg: text,
    error: { type: 'object', required: ['message', 'log_id'], properties: { message: text, log_id: text, troubleshooter: text } },
  },
}
