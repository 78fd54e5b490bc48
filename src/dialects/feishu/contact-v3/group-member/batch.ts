import { Type } from 'typebox'
import type { GroupPersonOutcome } from '../../../../directory/company-groups/change-people.ts'
import { changeGroupPeopleAtOnce } from '../../../../directory/company-groups/change-people-at-once.ts'
import { companyStream } from '../../../../directory/events.ts'
import type { Call } from '../../call.ts'
import type { ErrorTable } from '../../declaration.ts'
import type { UserIdType } from '../../ids.ts'
import { codeOfFact } from '../../refusals.ts'
import { readPeople } from '../../translate-ids.ts'
import { memberType } from './member-fields.ts'

/** Entries of a batch: 1 to 100, counted as they are sent. The type of an id may differ from entry to entry. */
export function batchOf<IdType extends ReturnType<typeof Type.Unsafe<UserIdType>>>(idType: IdType) {
  return Type.Array(Type.Object({ member_id: Type.String(), member_type: memberType, member_id_type: idType }), {
    minItems: 1,
    maxItems: 100,
  })
}

export interface BatchMember {
  readonly member_id: string
  readonly member_id_type: UserIdType
}

/** Reads the ids, judges and changes: one unit of work, and three queries whatever the number of entries. */
export function changeMembers(
  call: Call,
  kind: 'add' | 'remove',
  group: string,
  members: readonly BatchMember[],
): Promise<GroupPersonOutcome[]> {
  const { company, covering, session } = call
  return session.write(companyStream(company.id), async (tx) => {
    const people = await readPeople(
      tx,
      call,
      members.map(({ member_id: id, member_id_type: type }) => [id, type] as const),
    )
    const entries = members.map(({ member_id: told }, index) => ({ told, person: people[index]?.id }))
    return changeGroupPeopleAtOnce(tx, covering, { group, kind, entries })
  })
}

/** What an endpoint lists, for the code of an entry. */
export function listedIn(errors: ErrorTable): { texts: ReadonlyMap<number, readonly [http: number, msg: string]> } {
  return { texts: new Map(Object.entries(errors).map(([code, text]) => [Number(code), text])) }
}

export const entryResults = Type.Array(Type.Object({ member_id: Type.String(), code: Type.Integer() }))

/** What became of each entry in the vendor's codes, 0 for one that was done; the ids come back as they were sent. */
export function resultsOf(members: readonly BatchMember[], outcomes: readonly GroupPersonOutcome[], listed: ReturnType<typeof listedIn>) {
  return members.map(({ member_id }, index) => {
    const outcome = outcomes[index] as GroupPersonOutcome
    return { member_id, code: outcome.done ? 0 : codeOfFact(outcome.refusal, listed) }
  })
}
