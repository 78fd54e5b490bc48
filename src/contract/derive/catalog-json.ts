import type { Operation, RateWindow } from '../operation.ts'
import { type JsonSchema, plainSchema } from './plain-schema.ts'

/** One operation as `/catalog.json` tells it: everything it declares, and nothing that runs. */
export interface CatalogEntry extends Pick<Operation, 'dialect' | 'service' | 'version' | 'name' | 'area' | 'summary' | 'source' | 'kind'> {
  /** `tencent:AddUserToGroup`. */
  readonly key: string
  readonly permission: string
  /** Calls a second for one root account; null where none are counted. Without windows too, the operation is not limited. */
  readonly rate: number | null
  /** Calls of one app in one company, of which all windows hold; null where none are counted. */
  readonly windows: readonly RateWindow[] | null
  readonly http: Operation['http']
  readonly input: JsonSchema
  readonly output: JsonSchema
  readonly errors: Operation['errors']
}

export interface Catalog {
  readonly operations: readonly CatalogEntry[]
}

/** The catalog of all operations, for the console's explorer and for programs. */
export function catalogOf(operations: readonly Operation[]): Catalog {
  return { operations: operations.map(entryOf) }
}

function entryOf(operation: Operation): CatalogEntry {
  const { key, dialect, service, version, name, area, summary, source, kind, permission, rate, windows, http, errors } = operation
  return {
    key,
    dialect,
    service,
    version,
    name,
    area,
    summary,
    source,
    kind,
    permission,
    rate: rate ?? null,
    windows: windows ?? null,
    http,
    input: plainSchema(operation.input),
    output: plainSchema(operation.output),
    errors,
  }
}
