import type { Company } from '../companies/company.ts'
import type { Covering } from '../ranges/covers.ts'
import type { Tx } from '../session.ts'
import type { Person } from './person.ts'

/** What a call does not set: the ids, where he sits, and how far he has joined. */
type Kept = 'id' | 'code' | 'codeChanges' | 'createdAt' | 'resignedAt' | 'placements'
type Standing = 'isManager' | 'isFounder' | 'hold' | 'activated' | 'exited' | 'unjoined'

/** What of a person a call may set. */
export type Settable = Omit<Person, Kept | Standing>

/** A department's place among those of a person, and his in it; without a department it is of the next one that none names. */
export interface OrderGiven {
  readonly department: string | undefined
  readonly personOrder: number
  readonly departmentOrder: number
  readonly isPrimary: boolean | undefined
}

/** Where a person is to sit: each department once, with what was said of their order, if anything was. */
export interface Seating {
  readonly departments: readonly string[]
  readonly orders?: readonly OrderGiven[] | undefined
}

/** A person as he is to be, with who asks for it; `before` is absent for a new one. */
export interface Draft {
  readonly tx: Tx
  readonly company: Company
  readonly covering: Covering
  readonly before: Person | undefined
  readonly after: Person
  readonly told?: Told
}

/** How the caller wrote the ids of people, by our ids: what a refusal names. Who is not there stands under a text that is nobody's id. */
export type Told = ReadonlyMap<string, string>

/** Whether a member is new or becomes another. */
export function becomesAnother({ before, after }: Pick<Draft, 'before' | 'after'>, member: keyof Person): boolean {
  return !before || !alike(before[member], after[member])
}

/** Members are texts, numbers, switches, and lists of such. */
export function alike(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

export const blankPerson: Settable = {
  name: '',
  enName: '',
  nickname: '',
  email: '',
  mobile: '',
  mobileVisible: true,
  enterpriseEmail: '',
  employeeNo: '',
  gender: 0,
  avatarKey: '',
  city: '',
  country: '',
  workStation: '',
  joinTime: null,
  employeeType: 1,
  jobTitle: '',
  jobLevel: '',
  jobFamily: '',
  leader: null,
  dottedLeaders: [],
  customAttributes: [],
  geo: '',
  subscriptions: [],
  description: '',
  posts: [],
  frozen: false,
}
