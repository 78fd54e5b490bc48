import { countOneFewer, deleteFromGroups, groupsOfPerson } from '../../storage/tables/people/leaving.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'

/** Takes a person out of every group, with an event for each. */
export async function leaveGroups(tx: Tx, company: string, person: string): Promise<void> {
  const groups = (await tx.all(groupsOfPerson, { company, person })).map(({ group_id }) => group_id)
  if (groups.length === 0) return
  await tx.run(deleteFromGroups, { company, person, groups })
  await tx.run(countOneFewer, { company, groups })
  for (const group of groups) record(tx, { kind: 'group_person_removed', subject: group, before: { person } })
}
