import type { Reader } from '../../storage/store.ts'
import { type Covering, coveredPeople } from '../ranges/covers.ts'
import { membersAmong } from './judge-members.ts'
import type { RoleMember } from './role.ts'

/** Somebody within the range who holds the role; undefined otherwise. */
export async function findRoleMember(reader: Reader, covering: Covering, role: string, person: string): Promise<RoleMember | undefined> {
  const covered = await coveredPeople(reader, covering, [person])
  if (!covered.has(person)) return undefined
  return (await membersAmong(reader, covering.company, role, [person])).get(person)
}
