import { updateDepartment } from '../../storage/tables/departments/departments.ts'
import type { Company } from '../companies/company.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'
import { changedMembers } from './changed-members.ts'
import { companyThatChanges } from './company-that-changes.ts'
import { newChat } from './create-department.ts'
import { type Department, departmentRow } from './department.ts'
import { departmentNow, requireParent } from './find-departments.ts'
import { mainLeader, requireGoodLeaders, requireHeads } from './judge-heads.ts'
import { keepHeads } from './keep-heads.ts'
import { moveSubtree } from './move-subtree.ts'
import { requireEmployeeTypes } from './require-employee-types.ts'
import { positionAmong, requireFreeLocalNames, requireFreeName, requireFreePosition, requireGoodNames } from './sibling-rules.ts'
import { requireMove } from './tree-rules.ts'

/** What is to be otherwise; what is left out stays. */
export interface DepartmentChanges
  extends Partial<Pick<Department, 'name' | 'i18nName' | 'parent' | 'position' | 'leaders' | 'partners' | 'chatEmployeeTypes'>> {
  /** Another main leader, the deputies staying; not beside `leaders`. */
  readonly mainLeader?: string
  /** That it has a chat; one that it has stays. */
  readonly chat?: true
}

/**
 * Changes what is given of a department; another parent moves it with everything below it. Without an order of its own for the new place it keeps
 * the one it has, or comes last where a sibling stands there. What is given and is so already changes nothing and is not recorded. Runs in the
 * company's stream. Refuses as `createDepartment`, and with `department_is_root`, `department_not_found`, `department_under_itself`.
 */
export async function changeDepartment(
  tx: Tx,
  ports: Ports,
  companyId: string,
  id: string,
  changes: DepartmentChanges,
): Promise<Department> {
  const company = await companyThatChanges(tx, companyId)
  const before = await departmentNow(tx, company.id, id)
  requireGoodNames(changes)
  const wanted = withChanges(ports, before, changes)
  await requireReferences(tx, company.id, before, wanted)
  const moves = wanted.parent !== before.parent
  if (moves) await requireMove(tx, company, before, wanted.parent)
  const after = moves && changes.position === undefined ? { ...wanted, position: await positionAmong(tx, company.id, wanted) } : wanted
  await requireUnique(tx, company, before, after)
  const was = changedMembers(before, after)
  if (!was) return before
  await tx.run(updateDepartment, departmentRow(company.id, after, tx.origin.at))
  if (moves) await moveSubtree(tx, company.id, id, after.parent)
  await keepHeads(tx, company.id, id, before, after)
  record(tx, { kind: 'department_changed', subject: id, before: was, after })
  return after
}

function withChanges(ports: Ports, before: Department, { mainLeader: main, chat, partners, ...changes }: DepartmentChanges): Department {
  return {
    ...before,
    ...changes,
    ...(partners && { partners: [...new Set(partners)] }),
    ...(main !== undefined && { leaders: ledBy(main, before.leaders) }),
    ...(chat && before.chat === null && { chat: newChat(ports) }),
  }
}

function ledBy(person: string, leaders: Department['leaders']): Department['leaders'] {
  return [{ person, kind: mainLeader }, ...leaders.filter((leader) => leader.kind !== mainLeader && leader.person !== person)]
}

async function requireReferences(tx: Tx, company: string, before: Department, after: Department): Promise<void> {
  const was = changedMembers(before, after)
  if (was && 'parent' in was) await requireParent(tx, company, after.parent)
  if (was && 'leaders' in was) requireGoodLeaders(after.leaders)
  const added = <One>(now: readonly One[], then: readonly One[]) => now.filter((one) => !then.includes(one))
  const people = ({ leaders }: Department) => leaders.map(({ person }) => person)
  await requireHeads(tx, company, added(people(after), people(before)), added(after.partners, before.partners))
  await requireEmployeeTypes(tx, company, added(after.chatEmployeeTypes, before.chatEmployeeTypes))
}

async function requireUnique(tx: Tx, { id: company }: Company, before: Department, after: Department): Promise<void> {
  const elsewhere = after.parent !== before.parent
  if (elsewhere || after.name !== before.name) await requireFreeName(tx, company, after)
  if (elsewhere || after.i18nName !== before.i18nName) await requireFreeLocalNames(tx, company, after)
  if (elsewhere || after.position !== before.position) await requireFreePosition(tx, company, after)
}
