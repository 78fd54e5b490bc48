import type { Operation } from '../operation.ts'
import type { JsonSchema } from './plain-schema.ts'

/** So much of an OpenAPI 3.1 document as Rollcall writes. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string; readonly description: string }[]
  readonly tags: readonly { readonly name: string }[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly parameters?: Readonly<Record<string, object>>
    readonly securitySchemes: Readonly<Record<string, object>>
  }
}

/** The server that a visitor took the document from. */
export const sameServer = [{ url: '/', description: 'The server that this document came from' }]

/** The header with which any write is rehearsed. */
export const dryRun = {
  name: 'X-Rollcall-Dry-Run',
  in: 'header',
  required: false,
  schema: { enum: ['true', 'false'], default: 'false' },
  description:
    'With `true` the request is answered as it would be and changes nothing; the header `X-Rollcall-Changes` of the answer lists the events that it would have written, or names the path under which they can be read for an hour. It need not be signed.',
}

export const sameDryRun = { $ref: '#/components/parameters/dryRun' }

export function tagsOf(operations: readonly Operation[]): { name: string }[] {
  return [...new Set(operations.map((operation) => operation.area))].map((name) => ({ name }))
}

/** What stands in every operation of a document, whatever its dialect. */
export function describedAs(operation: Operation): object {
  return {
    operationId: operation.name,
    tags: [operation.area],
    summary: operation.summary.en,
    'x-summary-zh': operation.summary.zh,
    'x-kind': operation.kind,
    'x-permission': operation.permission,
    ...(operation.rate !== undefined && { 'x-rate': operation.rate }),
    ...(operation.windows !== undefined && { 'x-windows': operation.windows }),
    'x-source': operation.source,
    'x-error-codes': operation.errors,
  }
}

/** A paragraph that names the codes, for readers and tools that do not know `x-error-codes`. */
export function codesInWords({ errors }: Operation): string {
  if (errors.length === 0) return 'No error codes of its own.'
  return errors.map(({ code, reach, reason }) => `- \`${code}\` (${reach})${reason ? `: ${reason}` : ''}`).join('\n')
}
