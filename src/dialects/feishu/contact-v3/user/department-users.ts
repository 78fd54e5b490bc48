import { foundDepartments } from '../../../../directory/departments/asked-department.ts'
import { seatedPeople } from '../../../../directory/people/list-people.ts'
import { requireDepartments } from '../../../../directory/ranges/covers.ts'
import { Refused } from '../../../../directory/refusals.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { cut, type PageTokens, type Position } from '../../paging.ts'
import { askedDepartments } from '../../translate-ids.ts'
import { type IdTypes, readUsers } from './user-reader.ts'

interface AskedSeats extends IdTypes {
  /** As the caller wrote it. */
  readonly department: string
  readonly size: number
  readonly page_token?: string
  readonly tokens: PageTokens
}

/** A page of the users that sit directly in a department: greater user_order first, then who joined first. */
export async function askedSeats(call: Call, asked: AskedSeats) {
  const { tokens, size } = asked
  const behind = seatAt(tokens.read(asked.page_token))
  return call.session.read(async (reader) => {
    const department = await askedDepartment(reader, call, asked)
    const seated = await seatedPeople(reader, call.company.id, department, behind, size + 1)
    const { page, ...rest } = cut(seated, size, tokens, ({ seat }) => [seat.person_order, seat.joined_at, seat.person])
    const people = page.map(({ person }) => person)
    return { items: await readUsers(reader, call, asked, people), ...rest }
  })
}

/** The department that is meant. Who sees but a part of the company isn't told which departments there are. */
async function askedDepartment(reader: Reader, call: Call, { department, department_id_type: type = 'open_department_id' }: AskedSeats) {
  const asked = await askedDepartments(reader, call, [department], type)
  if (!call.covering.range.all && !asked[0]?.found) throw new Refused({ fact: 'department_out_of_range', department })
  const ids = foundDepartments(asked)
  await requireDepartments(reader, call.covering, ids)
  return ids[0] as string
}

function seatAt(position: Position | undefined) {
  if (!position) return undefined
  const [person_order, joined_at, person] = position
  if (!Number.isSafeInteger(person_order) || !Number.isSafeInteger(joined_at)) return undefined
  return { person_order: Number(person_order), joined_at: Number(joined_at), person: String(person) }
}
