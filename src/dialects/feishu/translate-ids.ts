import { named } from '../../contract/shown.ts'
import { otherIdKeys } from '../../directory/apps/other-id-keys.ts'
import type { AskedDepartment } from '../../directory/departments/asked-department.ts'
import { departmentCodes, type NamedDepartment, namedDepartments } from '../../directory/departments/named-departments.ts'
import { codesOf, type NamedPerson, namedPeople } from '../../directory/people/named-people.ts'
import type { Reader } from '../../directory/session.ts'
import type { Call } from './call.ts'
import { gatewayError } from './gateway-errors.ts'
import { type DepartmentIdType, departmentName, idKey, openId, personName, type UserIdType, unionId } from './ids.ts'

type Caller = Pick<Call, 'company' | 'idKeys'>

/** The people of these ids, in order; undefined for an id that nobody has, or that is of another type or app. One query for all. */
export function readPeople(
  reader: Reader,
  { company, idKeys }: Caller,
  ids: readonly (readonly [string, UserIdType])[],
): Promise<(NamedPerson | undefined)[]> {
  return namedPeople(
    reader,
    company.id,
    ids.map(([id, type]) => personName(id, type, idKeys)),
  )
}

/**
 * The departments of these ids, in order; undefined for an id that none has, or that is of another type. One query for all. Notes how they were
 * written, which is all that a refusal may say of one beyond the caller's range: our own id would tell that it is there.
 */
export async function readDepartments(
  reader: Reader,
  { company, written }: Pick<Call, 'company' | 'written'>,
  ids: readonly string[],
  type: DepartmentIdType,
): Promise<(NamedDepartment | undefined)[]> {
  const found = await namedDepartments(
    reader,
    company.id,
    ids.map((id) => departmentName(id, type)),
  )
  for (const [index, department] of found.entries()) if (department) written.set(department.id, ids[index] as string)
  return found
}

/** The departments of these ids as they were written, with what was found. One query for all. */
export async function askedDepartments(
  reader: Reader,
  caller: Pick<Call, 'company' | 'written'>,
  ids: readonly string[],
  type: DepartmentIdType,
): Promise<AskedDepartment[]> {
  const found = await readDepartments(reader, caller, ids, type)
  return ids.map((written, index) => ({ written, found: found[index] }))
}

/**
 * Writes people's ids in the form that the caller asked for; what must be read for it is read at once. Unknown people get an empty text, and so does
 * who resigned and whose `user_id` is somebody else's by now, which the vendor allows (user/field-overview).
 */
export async function personWriter(
  reader: Reader,
  { company, idKeys }: Caller,
  type: UserIdType,
  people: readonly string[],
): Promise<(person: string) => string> {
  if (type === 'open_id') return (person) => openId(person, idKeys)
  if (type === 'union_id') return (person) => unionId(person, idKeys)
  const codes = await codesOf(reader, company.id, people)
  return (person) => codes.get(person) ?? ''
}

/** Writes departments' ids in the form that the caller asked for. */
export async function departmentWriter(
  reader: Reader,
  { company }: Pick<Call, 'company'>,
  type: DepartmentIdType,
  departments: readonly string[],
): Promise<(department: string) => string> {
  if (type === 'open_department_id') return (department) => department
  const codes = await departmentCodes(reader, company.id, departments)
  return (department) => codes.get(department) ?? ''
}

/**
 * For an open_id that means nobody to this app: refuses with 99992361 when another app of the company knows somebody by it, which is the usual
 * mistake. Costs two queries, so only who is about to refuse anyway asks.
 */
export async function refuseForeignOpenId(reader: Reader, { company, app, session }: Call, id: string): Promise<void> {
  const keys = await otherIdKeys(reader, session.vault, company.id, app.id)
  const names = keys.map((key) => personName(id, 'open_id', { open: idKey(key), union: idKey(key) }))
  if (!(await namedPeople(reader, company.id, names)).some((person) => person !== undefined)) return
  throw gatewayError(99992361, {
    en: `${named(id)} is the open_id of a user for another app. Ask for the id with this app, or use the union_id or user_id.`,
    zh: `${named(id)} 是其他应用下的 open_id，请使用本应用获取的 open_id，或改用 union_id、user_id。`,
  })
}
