import type { Reader } from '../../storage/store.ts'
import { type ContactLine, formerHoldersOfContacts, holdersOfContacts } from '../../storage/tables/people/contacts.ts'
import type { Covering } from '../ranges/covers.ts'
import { coveredPeople } from '../ranges/covers.ts'

/** Mails and phones, each in the form by which it is compared. */
export interface Contacts {
  readonly emails: readonly string[]
  readonly mobiles: readonly string[]
}

export interface Holders {
  readonly emails: ReadonlyMap<string, string>
  readonly mobiles: ReadonlyMap<string, string>
}

/** The people of these mails and phones, as far as the range covers them; on request who resigned too, where nobody took his over since. */
export async function findByContact(reader: Reader, covering: Covering, contacts: Contacts, resigned: boolean): Promise<Holders> {
  const asked = { company: covering.company, ...contacts }
  const lines = [...(await reader.all(holdersOfContacts, asked)), ...(resigned ? await reader.all(formerHoldersOfContacts, asked) : [])]
  const covered = await coveredPeople(reader, covering, [...new Set(lines.map(({ person }) => person))])
  const of = (kind: ContactLine['kind']) => {
    const holders = new Map<string, string>()
    for (const line of lines) {
      if (line.kind === kind && !holders.has(line.value)) holders.set(line.value, line.person)
    }
    return new Map([...holders].filter(([, person]) => covered.has(person)))
  }
  return { emails: of('email'), mobiles: of('mobile') }
}
