import { isJsonObject } from '../../../contract/json/parse-json.ts'
import { named } from '../../../contract/shown.ts'
import { extensionNamed } from '../schemas/attribute-path.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import { keptByServer } from './kept-by-server.ts'
import { type PatchOperation, requireFewOperations } from './parse-patch.ts'
import { type PatchPath, parsePath } from './path.ts'

/** An operation on one attribute, or on a whole extension. */
export interface PlacedOperation extends Omit<PatchOperation, 'path'> {
  readonly path: PatchPath
}

/**
 * The same operations, each at its place: an operation without a path is one on each attribute of its value, whose names may be paths themselves.
 * Refuses what no client may change. `id` is the resource's own, which some clients repeat.
 */
export function placedOperations(type: ResourceType, id: string, operations: readonly PatchOperation[]): PlacedOperation[] {
  const all: PlacedOperation[] = []
  for (const operation of spelledOut(type, id, operations)) {
    requireFewOperations(all.length + 1)
    all.push(placed(type, operation))
  }
  return all
}

type WithPath = PatchOperation & { readonly path: string }

/** One after the other, so that nobody waits for what comes after too many. */
function* spelledOut(type: ResourceType, id: string, operations: readonly PatchOperation[]): Generator<WithPath> {
  for (const operation of operations) {
    const { path } = operation
    if (path !== undefined) yield { ...operation, path }
    else for (const [name, value] of Object.entries(operation.value as object)) yield* ofMember(type, id, operation, name, value)
  }
}

function* ofMember(type: ResourceType, id: string, operation: PatchOperation, name: string, value: unknown): Generator<WithPath> {
  const folded = name.toLowerCase()
  if (folded === 'schemas' || (folded === 'id' && value === id)) return
  if (folded.startsWith('urn:')) {
    const schema = folded === type.schema.id.toLowerCase() ? type.schema : extensionNamed(type, name)
    if (schema && isJsonObject(value)) {
      for (const [own, each] of Object.entries(value)) {
        if (!namesSchema(schema.id, own, each)) yield { ...operation, value: each, path: `${schema.id}:${own}` }
      }
      return
    }
    if (!schema && !isServed(type, folded)) return
  }
  yield { ...operation, value, path: name }
}

/** Whether a member of a schema's value only says which schema that is: scim2-client writes it there, as a whole resource has it. */
export function namesSchema(schema: string, name: string, value: unknown): boolean {
  if (name.toLowerCase() !== 'schemas' || !Array.isArray(value)) return false
  return value.length === 1 && String(value[0]).toLowerCase() === schema.toLowerCase()
}

/** Whether a name with a URN before it is of a schema that this type has. */
function isServed({ schema, extensions }: ResourceType, folded: string): boolean {
  return [schema, ...extensions].some(({ id }) => folded === id.toLowerCase() || folded.startsWith(`${id.toLowerCase()}:`))
}

function placed(type: ResourceType, { at, op, valued, value, path: text }: WithPath): PlacedOperation {
  const path = parsePath(type, text)
  const target = path.attribute && (path.sub ?? path.attribute)
  const kept = path.attribute?.mutability === 'readOnly' || target?.mutability === 'readOnly' || target?.name === 'schemas'
  if (kept) throw keptByServer(named(text), at)
  return { at, op, path, valued, value }
}
