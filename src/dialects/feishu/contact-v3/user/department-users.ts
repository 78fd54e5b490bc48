import { foundDepartments } from '../../../../directory/departments/asked-department.ts'
import { seatedPeople } from '../../../../directory/people/list-people.ts'
import { requireDepartments } from '../../../../directory/ranges/covers.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { cut, type PageTokens } from '../../paging.ts'
import { type IdTypes, paged } from '../../schemas.ts'
import { askedDepartments } from '../../translate-ids.ts'
import { userReader } from './user-calls.ts'
import { readUser, readUsers } from './user-reader.ts'

/** What `user.find_by_department` and `user.list` declare alike. */
export const seatedReader = {
  ...userReader,
  output: paged('items', readUser),
  errors: {
    40004: [403, 'no dept authority error'],
    40011: [400, 'page size is invalid'],
    40012: [400, 'page token is invalid error'],
    41050: [400, 'no user authority error'],
  },
  unreachable: { 41050: 'The call names no user, and who may see a department may see whoever sits in it.' },
  chosen: {
    40008: {
      http: 400,
      msg: 'deptInfo is null error',
      reason: 'The page has no code for a department that is not there; the general table has this one.',
    },
  },
} as const

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
  const behind = seatIn(tokens, asked.page_token)
  return call.session.read(async (reader) => {
    const department = await askedDepartment(reader, call, asked)
    const seated = await seatedPeople(reader, call.company.id, department, behind, size + 1)
    const { page, ...rest } = cut(seated, size, tokens, ({ seat }) => [seat.person_order, seat.joined_at, seat.person])
    const people = page.map(({ person }) => person)
    return { items: await readUsers(reader, call, asked, people), ...rest }
  })
}

/** The department that is meant. */
async function askedDepartment(reader: Reader, call: Call, { department, department_id_type: type = 'open_department_id' }: AskedSeats) {
  const asked = await askedDepartments(reader, call, [department], type)
  const ids = foundDepartments(call.covering, asked)
  await requireDepartments(reader, call.covering, ids)
  return ids[0] as string
}

function seatIn(tokens: PageTokens, token: string | undefined) {
  const position = tokens.read(token, [[0, 0, '']])
  if (!position) return undefined
  const [person_order, joined_at, person] = position
  return { person_order, joined_at, person }
}
