import { type JsonSchema, plainSchema } from '../../contract/derive/plain-schema.ts'
import { documentSchema } from './document.ts'

/** The schema of seed files as it is published, for editors and checkers: JSON Schema 2020-12. */
export function publishedSchema(): string {
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...withPointers(plainSchema(documentSchema)) }
  return `${JSON.stringify(schema, null, 1)}\n`
}

/** Definitions come to the top and references become pointers to them, as every reader of schemas knows them. */
function withPointers(schema: JsonSchema): object {
  const definitions: Record<string, unknown> = {}
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved)
    if (typeof value !== 'object' || value === null) return value
    const { $defs, ...rest } = value as Record<string, unknown>
    for (const [name, definition] of Object.entries($defs ?? {})) {
      const { $id: _, ...own } = definition as Record<string, unknown>
      definitions[name] = moved(own)
    }
    return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, key === '$ref' ? `#/$defs/${inner}` : moved(inner)]))
  }
  const top = moved(schema) as object
  return { ...top, $defs: definitions }
}
