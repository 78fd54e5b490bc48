import type { Operation } from '../operation.ts'
import { codesInWords, dryRun, type OpenApiDocument, sameServer, tagsOf } from './openapi-document.ts'
import { pathsOf } from './openapi-http.ts'
import { type JsonSchema, plainSchema } from './plain-schema.ts'

/** An operation may say which status its success has. */
interface OperationWithStatus extends Operation {
  readonly status?: number
}

const description = [
  'RFC 7643 and RFC 7644 over a zone of the Identity Center: the credential says which. Bodies are `application/scim+json`; a refusal has a status of',
  '400 or more, `scimType` where the standard has a word for it, and `detail` in English and Chinese.',
].join('\n')

/** SCIM 2.0 in OpenAPI: methods and paths, a credential of the zone as bearer. */
export function scimDocument(version: string, operations: readonly OperationWithStatus[]): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'SCIM 2.0', version, description },
    servers: sameServer,
    tags: tagsOf(operations),
    security: [{ credential: [] }],
    paths: pathsOf(operations, (operation) => ({
      [operation.status ?? '2XX']: answer(plainSchema(operation.output)),
      default: refused(operation),
    })),
    components: { schemas: { Error: error }, parameters: { dryRun }, securitySchemes: { credential: { type: 'http', scheme: 'bearer' } } },
  }
}

function answer(output: JsonSchema): object {
  if (output.type === 'null') return { description: 'Done; no body.' }
  return { description: 'Success.', content: { 'application/scim+json': { schema: output } } }
}

function refused(operation: Operation): object {
  return {
    description: `Refused:\n\n${codesInWords(operation)}`,
    content: { 'application/scim+json': { schema: { $ref: '#/components/schemas/Error' } } },
  }
}

const text = { type: 'string' }

/** RFC 7644 §3.12. */
const error: JsonSchema = {
  type: 'object',
  required: ['schemas', 'detail', 'status'],
  properties: {
    schemas: { type: 'array', items: text },
    scimType: text,
    detail: text,
    status: { type: 'string', pattern: '^[45][0-9]{2}$' },
  },
}
