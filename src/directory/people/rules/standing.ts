import { type Covering, requirePeople } from '../../ranges/covers.ts'
import { Refused } from '../../refusals.ts'
import type { Tx } from '../../session.ts'
import { becomesAnother, type Draft } from '../draft.ts'
import type { Person } from '../person.ts'

/** Members that can still be set for who resigned. */
const lasting = new Set(['avatarKey', 'description'])

/**
 * Whether a person may be changed at all by who asks. Refuses with `person_out_of_range`, `person_resigned`, `resigned_person_unchanged`,
 * `person_unjoined`, `person_exited`, `person_anonymized`, `person_secured`.
 */
export async function requireChangeable(tx: Tx, covering: Covering, person: Person, told: string, changes: object): Promise<void> {
  await requirePeople(tx, covering, [person.id])
  const refuse = (fact: 'person_unjoined' | 'person_exited' | 'person_anonymized' | 'person_secured') => {
    throw new Refused({ fact, person: told })
  }
  if (person.hold === 'anonymized') refuse('person_anonymized')
  if (person.resignedAt !== null) requireLasting(told, changes)
  if (person.exited) refuse('person_exited')
  if (person.unjoined) refuse('person_unjoined')
  if (person.hold === 'secured') refuse('person_secured')
}

function requireLasting(person: string, changes: object): void {
  const asked = Object.entries(changes)
  if (asked.some(([member]) => !lasting.has(member))) throw new Refused({ fact: 'person_resigned', person })
  if (asked.every(([, value]) => value === '')) throw new Refused({ fact: 'resigned_person_unchanged', person })
}

/**
 * Whether the company lets people be changed or created now. Refuses with `risks_controlled`; for a new one `people_created_too_fast`,
 * `joined_too_many_companies`; for a change `people_fed_from_outside`, `plan_expired`, `founder_frozen`, `inactive_email_fixed`.
 */
export function judgeCompany(draft: Draft): void {
  const { company, before, after } = draft
  const { facts } = company
  if (facts.riskControl) throw new Refused({ fact: 'risks_controlled' })
  if (!before) {
    judgeNew(draft)
    return
  }
  if (facts.fedFromOutside || before.hold === 'external') throw new Refused({ fact: 'people_fed_from_outside' })
  if (facts.planExpired) throw new Refused({ fact: 'plan_expired' })
  if (after.isFounder && after.frozen) throw new Refused({ fact: 'founder_frozen' })
  const fixed = !before.activated && before.email !== '' && before.email.toLowerCase() === before.enterpriseEmail.toLowerCase()
  if (fixed && becomesAnother(draft, 'email')) throw new Refused({ fact: 'inactive_email_fixed' })
}

function judgeNew({ company: { facts }, after }: Draft): void {
  if (facts.createdTooMany) throw new Refused({ fact: 'people_created_too_fast' })
  const contact = [after.mobile, after.email].find((each) => each !== '' && facts.joinedTooMany.includes(each))
  if (contact !== undefined) throw new Refused({ fact: 'joined_too_many_companies', contact })
}

/** Names and pictures that the review of contents rejects. Refuses with `name_rejected`, `picture_rejected`. */
export function judgeWords(draft: Draft): void {
  const { company, after } = draft
  const rejected = (text: string) => company.facts.reviewRejects.some((word) => text.toLowerCase().includes(word.toLowerCase()))
  for (const member of ['name', 'enName', 'nickname'] as const) {
    if (becomesAnother(draft, member) && rejected(after[member])) throw new Refused({ fact: 'name_rejected', text: after[member] })
  }
  if (becomesAnother(draft, 'avatarKey') && after.avatarKey !== '' && rejected(after.avatarKey))
    throw new Refused({ fact: 'picture_rejected', key: after.avatarKey })
}
