import { namedDepartments } from '../../../directory/departments/named-departments.ts'
import type { Tx } from '../../../directory/session.ts'

/** The forever id of a department that is named by it or by the company's own id. */
export async function departmentTold(tx: Tx, company: string, told: string): Promise<string | undefined> {
  const [found] = await namedDepartments(tx, company, [[/^od-[0-9a-f]{32}$/.test(told) ? 'id' : 'code', told]])
  return found?.id
}
