import { type Static, Type } from 'typebox'
import type { Report } from '../../../directory/bridges/report.ts'
import { time, timeOf } from '../fields.ts'
import { counts, item, showItem } from './item-fields.ts'

export const report = Type.Object({
  at: time,
  by: Type.Enum(['apply', 'follow'], { description: 'Whether somebody asked for it, or an event of the company' }),
  done: counts,
  failed: Type.Integer({ description: 'Items that could not be done, and still are not' }),
  held: Type.Integer({ description: 'Items that were not allowed, and still are not' }),
  open: Type.Array(item, { description: 'What failed and what is held, 1000 of them at most' }),
})

export function showReport({ at, by, done, failed, held, open }: Report): Static<typeof report> {
  return { at: timeOf(at), by, done: { ...done }, failed, held, open: open.map(showItem) }
}
