import { Type } from 'typebox'
import type { Person } from '../../../../directory/people/person.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { type IdTypes, i18nName } from '../../schemas.ts'
import { maySee, userFields } from '../../scopes.ts'
import { departmentPaths } from './department-path.ts'
import { type ShownIds, type ShownUser, shownUsers } from './shown-user.ts'
import { userMembers } from './user-schema.ts'

const text = Type.Optional(Type.String())
const texts = Type.Optional(Type.Array(Type.String()))
const named = Type.Optional(Type.Object({ name: text, i18n_name: Type.Optional(i18nName) }))

/** Licences are told by `user.get` alone, as `assign_info`. */
const { subscription_ids: _, ...told } = userMembers

export const toldUser = Type.Object(told)

const { avatar_key: __, ...read } = told

/** A user as the calls that read one show him: without the key of his picture (user/find_by_department), and to a user with the way down to each of his departments. */
export const readUser = Type.Object({
  ...read,
  department_path: Type.Optional(
    Type.Array(
      Type.Object({
        department_id: text,
        department_name: named,
        department_path: Type.Optional(Type.Object({ department_ids: texts, department_path_name: named })),
      }),
    ),
  ),
})

/** People as `toldUser` shows them. */
export async function toldUsers(reader: Reader, call: Call, types: IdTypes, people: readonly Person[]): Promise<ShownUser[]> {
  const shown = await shownUsers(reader, call, idsOf(types), people)
  return shown.map(({ subscription_ids: _, ...user }) => user)
}

function idsOf({ user_id_type: people = 'open_id', department_id_type: departments = 'open_department_id' }: IdTypes): ShownIds {
  return { people, departments }
}

/** People as `readUser` shows them. */
export async function readUsers(reader: Reader, call: Call, types: IdTypes, people: readonly Person[]): Promise<ShownUser[]> {
  const shown = (await toldUsers(reader, call, types, people)).map(({ avatar_key: _, ...user }): ShownUser => user)
  if (call.person === undefined || !maySee(userFields, 'department_path', call)) return shown
  const paths = await departmentPaths(reader, call.company.id, idsOf(types).departments, people)
  return shown.map((user, index) => ({ ...user, department_path: paths[index] }))
}
