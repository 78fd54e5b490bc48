import { dirname, relative } from 'node:path'

/** What is written for a new operation, and what its author does next. */
export interface NewOperation {
  /** Text by file. */
  readonly files: ReadonlyMap<string, string>
  readonly next: readonly string[]
}

/** Answers the operation, or the reason why the name or area cannot be. */
export type Pattern = (area: string, name: string) => NewOperation | string

/** Path of one of our files as an import from another. */
export function from(file: string, imported: string): string {
  const path = relative(dirname(file), imported)
  return path.startsWith('.') ? path : `./${path}`
}

/** Why a name is none of those in CamelCase that three of the wires have; undefined for one that is. */
export function wrongName(name: string, called: string): string | undefined {
  return /^([A-Z]+[a-z0-9]*)+$/.test(name) ? undefined : `${called}, not "${name}"`
}

/** GetSCIMSynchronizationStatus → get-scim-synchronization-status */
export function kebabOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
}

/** CreateGroup → createGroup */
export function constantOf(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** What is done for an operation of any dialect. */
export const last = [
  'src/directory: a command, only if the directory cannot do it yet. A new fact needs its wording in the refusals of the dialects that meet it.',
  'The test: one case for each error that a state or a request can cause; the coverage page shows what is missing.',
  'An area that is new: its names in src/contract/docs/area-titles.ts.',
  'npm run docs, npm run fix, npm test; then npm run docs again, which counts what the tests produced, and npm run check.',
]
