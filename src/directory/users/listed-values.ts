import type { Tx } from '../../storage/store.ts'
import { deleteListedValues, insertListedValues } from '../../storage/tables/synchronization/listed-values.ts'
import { emailKey, type User } from './user.ts'

type Keeping = Pick<User, 'id' | 'email' | 'profile'>

/** A value as it is looked up, without regard to case; undefined for what is not looked up: too long for an index, or in more than ASCII. */
export function listedKey(value: unknown): string | undefined {
  return typeof value === 'string' && /^[ -~]{1,256}$/.test(value) ? value.toLowerCase() : undefined
}

/** What a user is found by beside his own address: each `value` in the lists that his source keeps with him. */
function listedValues({ email, profile }: Keeping): Set<string> {
  const values = new Set<string>()
  for (const list of Object.values(profile)) {
    if (!Array.isArray(list)) continue
    for (const entry of list) {
      const key = listedKey(entry?.value)
      if (key !== undefined) values.add(key)
    }
  }
  values.delete(emailKey(email) ?? '')
  return values
}

const nothing: ReadonlySet<string> = new Set()

/** Keeps users findable as they change from `before` to `after`, of which one is left out where somebody comes or goes. */
export async function keepListedValues(tx: Tx, zone: string, before: Keeping | undefined, after: Keeping | undefined): Promise<void> {
  const [had, has] = [before ? listedValues(before) : nothing, after ? listedValues(after) : nothing]
  const [gone, come] = [had.difference(has), has.difference(had)]
  if (before && gone.size > 0) await tx.run(deleteListedValues, { zone, user: before.id, values: [...gone] })
  if (after && come.size > 0) await tx.run(insertListedValues, { zone, rows: [...come].map((value) => [value, after.id] as const) })
}

/** The same for many who come at once. */
export async function insertListed(tx: Tx, zone: string, users: readonly Keeping[]): Promise<void> {
  const rows = users.flatMap((user) => [...listedValues(user)].map((value) => [value, user.id] as const))
  if (rows.length > 0) await tx.run(insertListedValues, { zone, rows })
}
