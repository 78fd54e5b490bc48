import { newApp, type TestApp, type TestRange } from './company.ts'
import { newDepartment } from './departments.ts'

/** A department by both its ids. */
export interface MadePlace {
  readonly open: string
  readonly code: string
}

/** A department below another, or below the root. */
export async function newPlace({ client }: Pick<TestApp, 'client'>, parent = '0'): Promise<MadePlace> {
  const { open_department_id: open, department_id: code } = await newDepartment(client, { parent_department_id: parent })
  return { open, code }
}

/** Another app of the company that sees these departments, people and groups only. */
export function appWithin(company: TestApp, range: Exclude<TestRange, { all: true }>, scopes?: readonly string[]): Promise<TestApp> {
  return newApp(company, { range, ...(scopes && { scopes }) })
}
