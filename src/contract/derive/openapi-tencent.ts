import type { Operation } from '../operation.ts'
import { codesInWords, describedAs, dryRun, type OpenApiDocument, sameDryRun, sameServer, tagsOf } from './openapi-document.ts'
import { type JsonSchema, plainSchema } from './plain-schema.ts'

const description = [
  'Every action is a POST to `/`; the header `X-TC-Action` names it. OpenAPI tells operations apart by path, so the paths here carry the',
  'action after `#`, which no client sends. The answer is always 200: `Response.Error` tells a refusal from a success.',
].join('\n')

/** Tencent Cloud API 3.0 in OpenAPI: one path an action, JSON bodies, TC3 signatures. */
export function tencentDocument(version: string, operations: readonly Operation[]): OpenApiDocument {
  const service = operations[0]?.service ?? ''
  return {
    openapi: '3.1.0',
    info: { title: `Tencent Cloud API 3.0: ${service}`, version, description },
    servers: sameServer,
    tags: tagsOf(operations),
    security: [{ tc3: [] }],
    paths: Object.fromEntries(operations.map((operation) => [`/#${operation.name}`, { post: described(operation) }])),
    components: { schemas: { Refusal: refusal }, parameters: { timestamp, region, language, token, dryRun }, securitySchemes: { tc3 } },
  }
}

function described(operation: Operation): object {
  return {
    ...describedAs(operation),
    parameters: [
      header('X-TC-Action', { const: operation.name, type: 'string' }, true),
      header('X-TC-Version', { const: operation.version, type: 'string' }, true),
      ...['timestamp', 'region', 'language', 'token'].map((name) => ({ $ref: `#/components/parameters/${name}` })),
      ...(operation.kind === 'write' ? [sameDryRun] : []),
    ],
    requestBody: { required: true, content: { 'application/json': { schema: plainSchema(operation.input) } } },
    responses: { 200: { description: `Success, or one of:\n\n${codesInWords(operation)}`, content: answered(operation) } },
  }
}

function answered(operation: Operation): object {
  const envelope = { type: 'object', required: ['Response'], properties: { Response: withRequestId(plainSchema(operation.output)) } }
  return { 'application/json': { schema: { oneOf: [envelope, { $ref: '#/components/schemas/Refusal' }] } } }
}

const requestId = { type: 'string', format: 'uuid' }

function withRequestId(output: JsonSchema): JsonSchema {
  return {
    ...output,
    type: 'object',
    required: [...(output.required ?? []), 'RequestId'],
    // A refusal fits the schema of an action that answers nothing, were it not for this.
    properties: { ...output.properties, RequestId: requestId, Error: false as unknown as JsonSchema },
  }
}

const text = { type: 'string' }
const told = { type: 'object', required: ['Code', 'Message'], properties: { Code: text, Message: text } }

const refusal: JsonSchema = {
  type: 'object',
  required: ['Response'],
  properties: { Response: { type: 'object', required: ['Error', 'RequestId'], properties: { Error: told, RequestId: requestId } } },
}

function header(name: string, schema: object, required: boolean, about?: string): object {
  return { name, in: 'header', required, schema, ...(about && { description: about }) }
}

const timestamp = header('X-TC-Timestamp', { type: 'integer' }, true, 'Seconds since 1970; at most 300 away from the time of the server.')
const region = header('X-TC-Region', text, false, 'Taken and not used: a directory has no region.')
const language = header('X-TC-Language', { enum: ['en-US', 'zh-CN'], default: 'en-US' }, false, 'The language of error messages.')
const token = header('X-TC-Token', text, false, 'Only for temporary keys.')

const tc3 = {
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
  description:
    'TC3-HMAC-SHA256 Credential=<SecretId>/<YYYY-MM-DD>/<service>/tc3_request, SignedHeaders=content-type;host, Signature=<64 hex digits>',
}
