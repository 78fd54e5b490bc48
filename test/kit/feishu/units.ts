import { unique } from '../directory.ts'
import type { TestApp } from './company.ts'
import { newDepartment } from './departments.ts'

type Caller = Pick<TestApp, 'client'>

/** A unit made through the official client; answers its id. */
export async function newUnit({ client }: Caller, data: { unit_id?: string; name?: string; unit_type?: string } = {}): Promise<string> {
  const answer = await client.contact.unit.create({ data: { name: unique('unit'), unit_type: 'plant', ...data } })
  const id = answer.data?.unit_id
  if (!id) throw new Error(`no unit was made: ${JSON.stringify(answer)}`)
  return id
}

/** The `open_department_id` of a new department: right below the root, or in another. */
export async function newDepartmentId(
  { client }: Caller,
  { parent = '0', custom }: { parent?: string; custom?: string } = {},
): Promise<string> {
  const made = await newDepartment(client, { parent_department_id: parent, ...(custom !== undefined && { department_id: custom }) })
  return made.open_department_id
}

/** The departments of a unit, as `unit.list_department` tells them, sorted. */
export async function departmentsIn({ client }: Caller, unit: string): Promise<string[]> {
  const { data } = await client.contact.unit.listDepartment({ params: { unit_id: unit, page_size: 100 } })
  return (data?.departmentlist ?? []).map(({ department_id }) => department_id).sort()
}

/** All units, as `unit.list` tells them. */
export async function unitsOf({ client }: Caller): Promise<unknown[]> {
  const { data } = await client.contact.unit.list({ params: { page_size: 100 } })
  return data?.unitlist ?? []
}
