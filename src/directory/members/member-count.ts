import type { Reader } from '../../storage/store.ts'
import { countMembers } from '../../storage/tables/members.ts'

/** Organizations whose count is remembered between two commits. */
const bound = 10_000

interface Counted {
  readonly commits: number
  readonly counts: Map<number, number>
}

const memories = new WeakMap<Reader, Counted>()

/** How many members an organization has. Where nobody else writes, they are counted once between two commits: a list asks again with each page. */
export async function memberCount(reader: Reader, organization: number): Promise<number> {
  const { commits } = reader
  if (commits === undefined) return countedNow(reader, organization)
  const known = memories.get(reader)
  const counts = known?.commits === commits && known.counts.size < bound ? known.counts : new Map<number, number>()
  if (counts !== known?.counts) memories.set(reader, { commits, counts })
  const count = counts.get(organization) ?? (await countedNow(reader, organization))
  // What was counted while a commit went by belongs to neither side of it.
  if (commits === reader.commits) counts.set(organization, count)
  return count
}

async function countedNow(reader: Reader, organization: number): Promise<number> {
  const row = await reader.first(countMembers, { organization })
  return row?.n ?? 0
}
