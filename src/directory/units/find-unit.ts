import type { Reader } from '../../storage/store.ts'
import { findUnit, unitWithName } from '../../storage/tables/roles-and-units/units.ts'
import { Refused } from '../refusals.ts'
import { type Unit, unitOf } from './unit.ts'

/** Refuses with `unit_not_found`. */
export async function unitNow(reader: Reader, company: string, unit: string): Promise<Unit> {
  const row = await reader.first(findUnit, { company, unit })
  if (!row) throw new Refused({ fact: 'unit_not_found', unit })
  return unitOf(row)
}

/** Name and type together are compared as they are written. Refuses with `unit_name_taken`, unless the unit itself has them. */
export async function requireFreeUnitName(
  reader: Reader,
  company: string,
  { name, type, id }: { name: string; type: string; id?: string },
): Promise<void> {
  const holder = await reader.first(unitWithName, { company, name, type })
  if (holder && holder.id !== id) throw new Refused({ fact: 'unit_name_taken', name, type, unit: holder.id })
}
