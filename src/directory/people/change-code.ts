import { holdersOfKeys, updatePersonCode } from '../../storage/tables/people/leaving.ts'
import { type Covering, requirePeople } from '../ranges/covers.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { personNow } from './find-people.ts'

export interface CodeChange {
  readonly person: string
  /** The id as the caller wrote it: what a refusal names. */
  readonly told: string
  readonly code: string
  /** How often a person's code may change. */
  readonly most: number
}

/**
 * Gives a person another code; the old one is free at once. The code that he has already is no change.
 * Refuses with `person_out_of_range`, `person_resigned`, `person_code_fixed`, `person_code_used`.
 */
export async function changeCode(tx: Tx, covering: Covering, { person: id, told, code, most }: CodeChange): Promise<void> {
  const { company } = covering
  const person = await personNow(tx, company, id)
  await requirePeople(tx, covering, [id])
  if (person.resignedAt !== null) throw new Refused({ fact: 'person_resigned', person: told })
  if (person.code === code) return
  if (person.codeChanges >= most) throw new Refused({ fact: 'person_code_fixed', code: person.code, most })
  const others = { email_key: null, mobile_key: null, enterprise_email_key: null, employee_no_key: null }
  if ((await tx.all(holdersOfKeys, { company, code_key: code, ...others })).length > 0)
    throw new Refused({ fact: 'person_code_used', code })
  const changes = person.codeChanges + 1
  await tx.run(updatePersonCode, { company, person: id, code, changes, updated_at: tx.origin.at })
  const before = { code: person.code, codeChanges: person.codeChanges }
  record(tx, { kind: 'person_changed', subject: id, before, after: { ...person, code, codeChanges: changes } })
}
