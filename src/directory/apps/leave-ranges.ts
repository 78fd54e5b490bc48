import type { Tx } from '../../storage/store.ts'
import { installationsOfCompany } from '../../storage/tables/companies/apps.ts'
import type { Range } from '../ranges/range.ts'
import { setRange } from './set-range.ts'

/** Takes a department, group or person that is gone out of the ranges of apps: a later one of the same name is another. */
export async function leaveRanges(tx: Tx, company: string, kind: 'departments' | 'people' | 'groups', id: string): Promise<void> {
  for (const { app, range: text } of await tx.all(installationsOfCompany, { company })) {
    const range = JSON.parse(text) as Range
    if (range.all || !range[kind].includes(id)) continue
    await setRange(tx, company, app, { ...range, [kind]: range[kind].filter((other) => other !== id) })
  }
}
