import { Refused } from '../refusals.ts'
import type { Reader } from '../session.ts'
import type { Bridge } from './bridge.ts'
import { readSources } from './planning/read-wanted.ts'

/** What is chosen is there, at least when it is chosen. Refuses with `bridge_source_unknown`, `company_not_found`. */
export async function requireSources(
  reader: Reader,
  bridge: Pick<Bridge, 'company' | 'selection'>,
  but: readonly string[] = [],
): Promise<void> {
  const { gone } = await readSources(reader, bridge)
  const unknown = gone.find(({ id }) => !but.includes(id))
  if (unknown) throw new Refused({ fact: 'bridge_source_unknown', kind: unknown.kind, source: unknown.id })
}
