import { type Item, type ItemKind, itemKinds, keyOf } from './planning/plan.ts'

/** So many items are listed in a report; the rest is counted. */
const mostListed = 1000

/** How it went the last time, and everything that is still open. */
export interface Report {
  readonly at: number
  /** Whether somebody asked for it, or an event of the company. */
  readonly by: 'apply' | 'follow'
  /** What was done, by kind. */
  readonly done: Readonly<Partial<Record<ItemKind, number>>>
  readonly failed: number
  readonly held: number
  /** What failed and what is held, those that are listed. */
  readonly open: readonly Item[]
}

/** How many items of each kind there are. */
export function countKinds(items: readonly Item[]): Partial<Record<ItemKind, number>> {
  const counts = Map.groupBy(items, ({ kind }) => kind)
  return Object.fromEntries(itemKinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)?.length ?? 0]] : [])))
}

/** The report of items that were carried out, or were not. */
export function reportOf(items: readonly Item[], { at, by }: Pick<Report, 'at' | 'by'>): Report {
  const open = items.filter(({ state }) => state !== 'ready')
  return {
    at,
    by,
    done: countKinds(items.filter(({ state }) => state === 'ready')),
    failed: open.filter(({ state }) => state === 'failed').length,
    held: open.filter(({ state }) => state === 'held').length,
    open: open.slice(0, mostListed),
  }
}

/** The same where only some people were looked at, and the groups of what is chosen: what was open of others is open still. */
export function mergedReport(before: Report | undefined, report: Report, people: ReadonlySet<string>): Report {
  const listed = before?.open ?? []
  const stays = listed.filter((item) => !concerns(item, people))
  const left = (state: Item['state'], all = 0) => all - listed.filter((item) => item.state === state && concerns(item, people)).length
  return {
    ...report,
    failed: report.failed + left('failed', before?.failed),
    held: report.held + left('held', before?.held),
    open: [...report.open, ...stays].slice(0, mostListed),
  }
}

function concerns({ kind, source, group, refusal }: Item, people: ReadonlySet<string>): boolean {
  if (source === null) return false
  if (source.kind === 'person') return people.has(source.id)
  // Groups of what is not chosen any more are looked at only with everything else.
  return group === undefined && (kind !== 'delete_group' || refusal?.fact === 'bridge_source_gone')
}

/** Whether anything would be told that was not told before. */
export function tellsNews(before: Report | undefined, report: Report): boolean {
  if (Object.keys(report.done).length > 0) return true
  const told = (open: readonly Item[]) =>
    JSON.stringify(open.map((item) => [item.kind, item.source && keyOf(item.source), item.group?.id, item.refusal]).sort())
  return told(before?.open ?? []) !== told(report.open)
}
