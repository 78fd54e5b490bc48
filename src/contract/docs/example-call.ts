import { type JsonSchema, plainSchema } from '../derive/plain-schema.ts'
import type { Operation } from '../operation.ts'
import { defaultAddress } from './server-address.ts'

/** Where a reader keeps what each wire takes as a bearer. */
const tokens = { admin: '$ROLLCALL_ADMIN_TOKEN', feishu: '$TENANT_ACCESS_TOKEN', scim: '$SCIM_CREDENTIAL' } as const

/** A command line that makes the call, with a place for each value that must be given. */
export function exampleCall(operation: Operation): string {
  const input = plainSchema(operation.input)
  if (operation.dialect === 'tencent') {
    const version = operation.version === '2021-03-31' ? '' : ` --version ${operation.version}`
    return `node bin/rollcall.js call ${operation.name} '${JSON.stringify(exampleOf(input), null, 2)}'${version}`
  }
  const { body } = input.properties ?? {}
  const lines = [
    `curl -X ${operation.http.method} http://${defaultAddress}${operation.http.path}`,
    `  -H "Authorization: Bearer ${tokens[operation.dialect]}"`,
    ...(body ? [`  -H 'Content-Type: application/json'`, `  -d '${JSON.stringify(exampleOf(body))}'`] : []),
  ]
  return lines.join(' \\\n')
}

/** The example that a schema gives; else the required members only, or as many as there must be, each with the plainest value of its type. */
function exampleOf(schema: JsonSchema): unknown {
  if (schema.examples) return schema.examples[0]
  const [word = schema.anyOf?.[0]?.const ?? schema.const] = schema.enum ?? []
  if (word !== undefined) return word
  if (schema.type === 'array') return [exampleOf(schema.items ?? {})]
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  if (schema.type === 'boolean') return true
  if (schema.type !== 'object') return '…'
  const members = Object.entries(schema.properties ?? {})
  const required = members.filter(([name]) => schema.required?.includes(name))
  const shown = required.length > 0 ? required : members.slice(0, Number(schema.minProperties ?? 0))
  return Object.fromEntries(shown.map(([name, member]) => [name, exampleOf(member)]))
}
