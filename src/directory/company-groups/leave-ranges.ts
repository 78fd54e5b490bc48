import type { Tx } from '../../storage/store.ts'
import { installationsOfCompany } from '../../storage/tables/companies/apps.ts'
import { setRange } from '../apps/set-range.ts'
import type { Range } from '../ranges/range.ts'

/** Takes a group that is gone out of the ranges of apps: a later one of the same id is another. */
export async function leaveRanges(tx: Tx, company: string, group: string): Promise<void> {
  for (const { app, range: text } of await tx.all(installationsOfCompany, { company })) {
    const range = JSON.parse(text) as Range
    if (range.all || !range.groups.includes(group)) continue
    await setRange(tx, company, app, { ...range, groups: range.groups.filter((other) => other !== group) })
  }
}
