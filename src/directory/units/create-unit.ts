import type { Tx } from '../../storage/store.ts'
import { countUnits, findUnit, insertUnit } from '../../storage/tables/roles-and-units/units.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyWithUnits } from './company-with-units.ts'
import { requireFreeUnitName } from './find-unit.ts'
import type { Unit } from './unit.ts'

export interface NewUnit {
  /** Made when absent. */
  readonly id?: string
  /** Name and type without white space around them. */
  readonly name: string
  readonly type: string
}

/** Adds a unit. Refuses with `company_not_found`, `units_not_available`, `unit_id_taken`, `unit_name_taken`, `unit_limit_reached`. */
export async function createUnit(tx: Tx, ports: Ports, companyId: string, { id: chosen, name, type }: NewUnit): Promise<Unit> {
  const { facts } = await companyWithUnits(tx, companyId)
  const id = chosen ?? ports.ids.hex(16)
  if (await tx.first(findUnit, { company: companyId, unit: id })) throw new Refused({ fact: 'unit_id_taken', unit: id })
  await requireFreeUnitName(tx, companyId, { name, type })
  const units = (await tx.first(countUnits, { company: companyId }))?.n ?? 0
  if (units >= facts.limits.units) throw new Refused({ fact: 'unit_limit_reached', limit: facts.limits.units })
  const at = tx.origin.at
  await tx.run(insertUnit, { company: companyId, id, name, unit_type: type, created_at: at, updated_at: at })
  const created: Unit = { id, name, type, createdAt: at, updatedAt: at }
  record(tx, { kind: 'unit_created', subject: id, after: created })
  return created
}
