import { type JsonSchema, plainSchema } from '../derive/plain-schema.ts'
import type { Operation } from '../operation.ts'
import { bearersOf } from './bearers.ts'
import { defaultAddress } from './server-address.ts'

/** A command line that makes the call, with a place for each value that must be given: `…` in a body, `{name}` in an address. */
export function exampleCall(operation: Operation): string {
  const input = plainSchema(operation.input)
  if (operation.dialect === 'tencent') {
    const version = operation.version === '2021-03-31' ? '' : ` --version ${operation.version}`
    return `node bin/rollcall.js call ${operation.name} '${JSON.stringify(exampleOf(input), null, 2)}'${version}`
  }
  const { body, query } = input.properties ?? {}
  const [bearer] = bearersOf(operation) ?? []
  const lines = [
    `curl -X ${operation.http.method} ${address(operation, query)}`,
    ...(bearer ? [`  -H "Authorization: Bearer ${bearer.place}"`] : []),
    ...(body ? [`  -H 'Content-Type: application/json'`, `  -d '${JSON.stringify(exampleOf(body))}'`] : []),
  ]
  return lines.join(' \\\n')
}

/** With what must be in the query; a shell would take the question mark for its own. */
function address({ http }: Operation, query: JsonSchema = {}): string {
  const place = `http://${defaultAddress}${http.path}`
  const asked = (query.required ?? []).map((name) => `${name}=${queryExample(name, query.properties?.[name] ?? {})}`)
  return asked.length === 0 ? place : `'${place}?${asked.join('&')}'`
}

function queryExample(name: string, schema: JsonSchema): string {
  const example = exampleOf(schema.type === 'array' ? (schema.items ?? {}) : schema)
  return example === anyText ? `{${name}}` : encodeURIComponent(String(example))
}

/** Stands for a text that the reader has. */
const anyText = '…'

/**
 * The example that a schema gives; else the members that are required or have an example, or as many as there must be, each with the plainest value
 * of its type.
 */
function exampleOf(schema: JsonSchema): unknown {
  if (schema.examples) return schema.examples[0]
  const [word = schema.anyOf?.[0]?.const ?? schema.const] = schema.enum ?? []
  if (word !== undefined) return word
  if (schema.anyOf) return exampleOf(schema.anyOf[0] ?? {})
  if (schema.type === 'array') return [exampleOf(schema.items ?? {})]
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  if (schema.type === 'boolean') return true
  if (schema.type !== 'object') return anyText
  const members = Object.entries(schema.properties ?? {})
  const told = members.filter(([name, member]) => schema.required?.includes(name) || member.examples)
  const shown = told.length > 0 ? told : members.slice(0, Number(schema.minProperties ?? 0))
  return Object.fromEntries(shown.map(([name, member]) => [name, exampleOf(member)]))
}
