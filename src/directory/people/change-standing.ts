import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { personNow } from './find-people.ts'
import { namedPeople } from './named-people.ts'
import type { Person } from './person.ts'
import { savePerson } from './save-person.ts'

/** What of a person no call of a wire sets. */
export type Standing = Pick<Person, 'isManager' | 'isFounder' | 'activated' | 'exited' | 'unjoined' | 'hold'>

/** Sets how a person stands in a company; what is absent stays. Runs in the company's stream. Refuses with `person_not_found`. */
export async function changeStanding(tx: Tx, company: string, code: string, standing: Partial<Standing>): Promise<Person> {
  const [named] = await namedPeople(tx, company, [['code', code]])
  if (!named) throw new Refused({ fact: 'person_not_found', person: code })
  const before = await personNow(tx, company, named.id)
  const after = { ...before, ...standing }
  await savePerson(tx, company, before, after)
  return after
}
