import type { NamedPerson } from '../../../../directory/people/named-people.ts'
import { coveredPeople } from '../../../../directory/ranges/covers.ts'
import { Refused } from '../../../../directory/refusals.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import type { UserIdType } from '../../ids.ts'
import { readPeople, refuseForeignOpenId } from '../../translate-ids.ts'

/**
 * The user that a path names. To who sees the whole company an unknown id is `person_not_found`; to others `person_out_of_range`, as somebody
 * is whom they may not see: they are not told who is there. An open_id of another app is 99992361 to both.
 */
export async function askedUser(reader: Reader, call: Call, id: string, type: UserIdType = 'open_id'): Promise<NamedPerson> {
  const [found] = await readPeople(reader, call, [[id, type]])
  if (found) return found
  if (type === 'open_id') await refuseForeignOpenId(reader, call, id)
  throw new Refused(call.covering.range.all ? { fact: 'person_not_found', person: id } : { fact: 'person_out_of_range', person: id })
}

/** The users of these ids that the caller may see, in order, each once; ids that mean nobody are left out. */
export async function seenUsers(reader: Reader, call: Call, ids: readonly string[], type: UserIdType = 'open_id'): Promise<string[]> {
  const found = await readPeople(
    reader,
    call,
    ids.map((id) => [id, type]),
  )
  const people = [...new Set(found.flatMap((person) => (person ? [person.id] : [])))]
  const covered = await coveredPeople(reader, call.covering, people)
  return people.filter((person) => covered.has(person))
}

/** Whether the caller may be shown ids of this type: the company's own ones need a scope of their own. */
export function mayShowIds({ scopes }: Pick<Call, 'scopes'>, type: UserIdType): boolean {
  return type !== 'user_id' || scopes.has('contact:user.employee_id:readonly')
}
