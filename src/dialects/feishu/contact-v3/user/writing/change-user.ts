import { companyStream } from '../../../../../directory/events.ts'
import { changePerson } from '../../../../../directory/people/change-person.ts'
import type { WrittenPerson } from '../../../../../directory/people/create-person.ts'
import type { Settable } from '../../../../../directory/people/draft.ts'
import { personNow } from '../../../../../directory/people/find-people.ts'
import type { Person } from '../../../../../directory/people/person.ts'
import type { Call } from '../../../call.ts'
import type { FieldScopes } from '../../../scopes.ts'
import { askedUser } from '../asked-user.ts'
import { type ShownIds, type ShownUser, shownUserOf } from '../shown-user.ts'
import type { UserBody } from './body-fields.ts'
import { type GivenUser, readGiven } from './given-user.ts'

interface Asked {
  /** The user that the path names. */
  readonly user: string
  readonly ids: ShownIds
  readonly body: UserBody
  /** What the answer is shown by, where it is not as everywhere. */
  readonly shownBy?: FieldScopes
  /** Whether the range must reach every department that the user had, too. */
  readonly fromCovered: boolean
  /** What is to become of the user by what was given. */
  changes(before: Person, given: GivenUser['fields']): Partial<Settable>
  /** Called within the write, so that a refusal undoes it. */
  judge?(unkept: WrittenPerson['unkept']): void
}

/** What `patch` and `update` have in common: one write that finds the user, reads the body, changes and shows him. */
export async function changeUser(call: Call, asked: Asked): Promise<{ user: ShownUser; unkept: WrittenPerson['unkept'] }> {
  const { company, covering, session } = call
  const { user: text, ids, body, shownBy, fromCovered } = asked
  return session.write(companyStream(company.id), async (tx) => {
    const { id } = await askedUser(tx, call, text, ids.people)
    const before = await personNow(tx, company.id, id)
    const { fields, seating, loginType, told } = await readGiven(tx, call, { ids, genericUsers: 'user_id' }, body)
    const { person, unkept } = await changePerson(tx, session.ports, company, covering, {
      ...{ before, seating, loginType, fromCovered },
      told: new Map([...told, [id, text]]),
      changes: asked.changes(before, fields),
    })
    asked.judge?.(unkept)
    return { user: await shownUserOf(tx, call, ids, person, shownBy), unkept }
  })
}
