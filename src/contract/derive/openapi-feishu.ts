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
    paths: pathsOf<OperationWithForm>(operations, (operation) => ({
      200: answered(operation),
      default: refused(operation, 'application/json', operation.form === 'oauth' ? 'OAuthRefusal' : 'Refusal'),
    })),
    components: {
      schemas: { Refusal: refusal, OAuthRefusal: oauthRefusal },
      parameters: { dryRun },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

/** An endpoint that gives out tokens says where its output stands in the answer; of any other it is `data`. */
interface OperationWithForm extends Operation {
  readonly form?: 'flat' | 'data' | 'oauth'
}

const text = { type: 'string' }
const success = { type: 'integer', const: 0 }

function answered({ form = 'data', output }: OperationWithForm): object {
  const { properties = {}, required = [], ...plain } = plainSchema(output)
  const members = form === 'oauth' ? { code: success } : { code: success, msg: text }
  const always = Object.keys(members)
  const schema =
    form === 'data'
      ? { type: 'object', required: always, properties: { ...members, data: plainSchema(output) } }
      : { ...plain, type: 'object', required: [...always, ...required], properties: { ...members, ...properties } }
  return { description: 'Success.', content: { 'application/json': { schema } } }
}

const listOf = (...names: string[]): JsonSchema => ({
  type: 'array',
  items: { type: 'object', required: names, properties: Object.fromEntries(names.map((name) => [name, text])) },
})

const refusal: JsonSchema = {
  type: 'object',
  required: ['code', 'msg', 'error'],
  properties: {
    code: { type: 'integer' },
    msg: text,
    error: {
      type: 'object',
      required: ['message', 'log_id'],
      properties: {
        message: text,
        log_id: text,
        troubleshooter: text,
        field_violations: listOf('field', 'value', 'description'),
        permission_violations: listOf('type', 'subject'),
        helps: listOf('url', 'description'),
      },
    },
  },
}

/** As RFC 6749 §5.2 has it. */
const oauthRefusal: JsonSchema = {
  type: 'object',
  required: ['code', 'error', 'error_description'],
  properties: { code: { type: 'integer' }, error: text, error_description: text },
}
