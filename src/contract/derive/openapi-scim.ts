import { dryRun, type OpenApiDocument, sameServer, tagsOf } from './openapi-document.ts'
import { answersByStatus, type OperationWithStatus, pathsOf } from './openapi-http.ts'
import type { JsonSchema } from './plain-schema.ts'

const sentAs = { success: 'application/scim+json', refusal: 'application/scim+json', schema: 'Error' }

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
    paths: pathsOf(operations, answersByStatus(sentAs)),
    components: { schemas: { Error: error }, parameters: { dryRun }, securitySchemes: { credential: { type: 'http', scheme: 'bearer' } } },
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
