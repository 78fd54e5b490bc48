import type { Tx } from '../../storage/store.ts'
import { renameUnit as rename } from '../../storage/tables/roles-and-units/units.ts'
import { record } from '../record.ts'
import { requireFreeUnitName, unitNow } from './find-unit.ts'

/** Gives a unit another name; the name that it has changes nothing. Refuses with `unit_not_found`, `unit_name_taken`. */
export async function renameUnit(tx: Tx, company: string, id: string, name: string): Promise<void> {
  const unit = await unitNow(tx, company, id)
  if (unit.name === name) return
  await requireFreeUnitName(tx, company, { name, type: unit.type, id })
  const at = tx.origin.at
  await tx.run(rename, { company, unit: id, name, at })
  record(tx, { kind: 'unit_changed', subject: id, before: { name: unit.name }, after: { ...unit, name, updatedAt: at } })
}
