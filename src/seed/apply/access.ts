import { addAccessRule } from '../../directory/access/change-access-rule.ts'
import { timeOf } from '../content/times.ts'
import { accessContent } from '../content/zone-content.ts'
import type { SeedAccess } from '../schema/zone.ts'
import { uinOf } from './account-book.ts'
import { compare } from './compare.ts'
import { type PlannedZone, type Planning, zoneIdOf } from './plan.ts'
import { within } from './replayed.ts'
import type { Task } from './task.ts'

/** Tasks for the accesses of one user or group that are missing. */
export function planAccess(
  { findings, book }: Planning,
  zone: PlannedZone,
  given: { access?: SeedAccess[] },
  idOf: () => string | undefined,
): Task[] {
  const tasks: Task[] = []
  const present = zone.present?.access.get(idOf() ?? '') ?? []
  for (const access of given.access ?? []) {
    const account = book.findEver(access, 'account', access.account)
    if (!account) continue
    const there = present.find(({ kind, target_uin }) => kind === access.kind && target_uin === account.uin)
    if (there) {
      const { account: _, ...content } = accessContent(there)
      compare(findings, access, content)
      continue
    }
    const rule = () => ({ kind: access.kind, targetUin: uinOf(account) })
    const run: Task['run'] = ({ tx }) =>
      addAccessRule(within(tx, zoneIdOf(zone), timeOf(access.createdAt)), zoneIdOf(zone), idOf() ?? '', rule())
    tasks.push({ makes: 'access', holder: access, together: true, run })
  }
  return tasks
}
