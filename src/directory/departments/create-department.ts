import { insertAncestors } from '../../storage/tables/departments/department-ancestors.ts'
import { insertDepartment } from '../../storage/tables/departments/departments.ts'
import type { Company } from '../companies/company.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { unitNow } from '../units/find-unit.ts'
import { requireRoomInUnit } from '../units/require-room.ts'
import { companyThatChanges } from './company-that-changes.ts'
import { type Department, departmentRow } from './department.ts'
import { requireParent } from './find-departments.ts'
import { requireGoodLeaders, requireHeads } from './judge-heads.ts'
import { keepHeads, nobody } from './keep-heads.ts'
import { requireEmployeeTypes } from './require-employee-types.ts'
import {
  lastPosition,
  requireFreeCode,
  requireFreeLocalNames,
  requireFreeName,
  requireFreePosition,
  requireGoodNames,
} from './sibling-rules.ts'
import { requireRoom, requireRoomBelow } from './tree-rules.ts'

export interface NewDepartment extends Pick<Department, 'name' | 'parent'>, Partial<Pick<Department, 'i18nName' | 'leaders' | 'partners'>> {
  /** Made when none is given. */
  readonly code?: string
  /** Behind its siblings when none is given. */
  readonly position?: number
  readonly unit?: string
  /** Whether it gets a chat. */
  readonly chat?: boolean
  readonly chatEmployeeTypes?: readonly number[]
}

/** An id for ever of the form that chats have. */
export const newChat = (ports: Ports): string => `oc_${ports.ids.hex(32)}`

/**
 * Adds an empty department below another, or below the root. Runs in the company's stream. Refuses with `departments_fed_from_outside`,
 * `parent_department_not_found`, and for what is wrong with its names, code, position, unit, leaders, partners, types, and with the tree.
 */
export async function createDepartment(tx: Tx, ports: Ports, companyId: string, wanted: NewDepartment): Promise<Department> {
  const company = await companyThatChanges(tx, companyId)
  requireGoodNames(wanted)
  requireGoodLeaders(wanted.leaders ?? [])
  await requireReferences(tx, company, wanted)
  const created = await newDepartment(tx, ports, company.id, wanted)
  await requireFreeName(tx, company.id, created)
  await requireFreeLocalNames(tx, company.id, created)
  await requireFreePosition(tx, company.id, created)
  await requireFreeCode(tx, company.id, created.code)
  await requireRoomBelow(tx, company, created.parent)
  await requireRoom(tx, company)
  await tx.run(insertDepartment, departmentRow(company.id, created, tx.origin.at))
  await tx.run(insertAncestors, { company: company.id, department: created.id, parent: created.parent })
  await keepHeads(tx, company.id, created.id, nobody, created)
  record(tx, { kind: 'department_created', subject: created.id, after: created })
  return created
}

async function requireReferences(tx: Tx, company: Company, wanted: NewDepartment): Promise<void> {
  const { parent, leaders = [], partners = [], unit, chatEmployeeTypes = [] } = wanted
  await requireParent(tx, company.id, parent)
  const led = leaders.map(({ person }) => person)
  await requireHeads(tx, company.id, led, partners)
  await requireEmployeeTypes(tx, company.id, chatEmployeeTypes)
  if (unit === undefined) return
  if (!company.facts.units) throw new Refused({ fact: 'units_not_available' })
  await unitNow(tx, company.id, unit)
  await requireRoomInUnit(tx, company, unit)
}

async function newDepartment(tx: Tx, ports: Ports, company: string, wanted: NewDepartment): Promise<Department> {
  const { name, parent, i18nName = {}, leaders = [], partners = [], unit = null, chatEmployeeTypes = [] } = wanted
  return {
    id: `od-${ports.ids.hex(32)}`,
    code: wanted.code ?? ports.ids.text(16),
    parent,
    name,
    i18nName,
    position: wanted.position ?? (await lastPosition(tx, company, parent)),
    leaders,
    partners: [...new Set(partners)],
    unit,
    chat: wanted.chat ? newChat(ports) : null,
    chatEmployeeTypes,
    people: 0,
    primaryPeople: 0,
    codeChanges: 0,
    createdAt: tx.origin.at,
  }
}
