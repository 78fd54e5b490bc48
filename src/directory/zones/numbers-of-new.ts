import { countNewGroups, countNewUsers } from '../../storage/tables/zones.ts'
import type { Tx } from '../session.ts'

/** Counts new users of a zone and answers the number of the first; those of the others follow it. Numbers are given once. */
export async function numbersOfNewUsers(tx: Tx, zone: string, count: number): Promise<number> {
  return firstOf(await tx.first(countNewUsers, { zone, count }), count)
}

/** The same of one group. */
export async function numberOfNewGroup(tx: Tx, zone: string): Promise<number> {
  return firstOf(await tx.first(countNewGroups, { zone, count: 1 }), 1)
}

function firstOf(counted: { last: number } | undefined, count: number): number {
  if (!counted) throw new Error('something new was to be counted in a zone that is not there')
  return counted.last - count + 1
}
