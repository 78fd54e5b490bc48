import type { Reader } from '../../storage/store.ts'
import { groupWithName } from '../../storage/tables/groups.ts'
import { nodeWithName } from '../../storage/tables/nodes.ts'
import { userWithEmail, userWithName } from '../../storage/tables/users.ts'
import { Refused } from '../refusals.ts'
import { emailKey, folded } from '../users/user.ts'

/** No two users of a zone have the same name. Refuses with `user_name_taken`. */
export async function requireFreeUserName(reader: Reader, zone: string, name: string): Promise<void> {
  if (await reader.first(userWithName, { zone, nameKey: folded(name) })) throw new Refused({ fact: 'user_name_taken', name })
}

/** No two users of a zone have the same address; several may have none. Refuses with `email_taken`. */
export async function requireFreeEmail(reader: Reader, zone: string, email: string, but?: string): Promise<void> {
  const key = emailKey(email)
  if (key === null) return
  const holder = await reader.first(userWithEmail, { zone, emailKey: key })
  if (holder && holder.id !== but) throw new Refused({ fact: 'email_taken', email })
}

/** No two groups of a zone have the same name. Refuses with `group_name_taken`. */
export async function requireFreeGroupName(reader: Reader, zone: string, name: string, but?: string): Promise<void> {
  const holder = await reader.first(groupWithName, { zone, nameKey: folded(name) })
  if (holder && holder.id !== but) throw new Refused({ fact: 'group_name_taken', name })
}

/** No two nodes of an organization have the same name, wherever they lie; letter case counts. Refuses with `node_name_taken`. */
export async function requireFreeNodeName(reader: Reader, organization: number, name: string): Promise<void> {
  if (await reader.first(nodeWithName, { organization, name })) throw new Refused({ fact: 'node_name_taken', name })
}
