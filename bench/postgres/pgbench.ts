import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type DataSet, stride, zoneId } from '../data/data-set.ts'

export interface PgbenchResult {
  /** Each transaction of a script is two changes: in and out again. */
  readonly changesPerSecond: number
  readonly latencyMs: number
}

/**
 * Where an event gets its place in the stream. `row`: from the stream's own row, as Rollcall numbers events, without gaps; every change of
 * a zone then waits for the commit before it. `sequence`: from a sequence, which keeps no order of commits; the harder measure.
 */
export type Numbering = 'sequence' | 'row'

const clients = 16

/** The big group takes no part; user numbers end in the client's, so that no two clients meet in one pair. */
function chosen({ scale, groups }: DataSet): string {
  return [
    `\\set g random(1, ${groups - 1})`,
    `\\set r random(0, ${Math.floor((scale.users - 100) / clients) - 1})`,
    `\\set u (:g * ${stride} + 100 + :r * ${clients} + :client_id) % ${scale.users}`,
  ].join('\n')
}

const now = '(extract(epoch from clock_timestamp()) * 1000)::bigint'
const group = "'g-' || substr(md5('g' || cast(:g as text)), 1, 12)"
const user = "'u-' || substr(md5('u' || cast(:u as text)), 1, 12)"

function counted(by: '+ 1' | '- 1'): string {
  return `
  g as (update groups set member_count = member_count ${by} from changed where groups.zone = '${zoneId}' and groups.id = ${group})`
}

function recorded(numbering: Numbering, operation: string, kind: string, sides: string): string {
  const claimed = `,\n  place as (update event_streams set seq = seq + 1, last_at = ${now} where tenant = '${zoneId}' returning seq)`
  const seq = numbering === 'row' ? 'place.seq' : "nextval('pgbench_places')"
  return `${numbering === 'row' ? claimed : ''}
insert into events (tenant, seq, at, actor, account, dialect, operation, request_id, kind, subject, before, after)
select '${zoneId}', ${seq}, ${now}, 'pgbench', 1, 'tencent', '${operation}', gen_random_uuid()::text, '${kind}', ${group}, ${sides}
from changed${numbering === 'row' ? ', place' : ''};`
}

function script(data: DataSet, numbering: Numbering): string {
  const numbered = `g.zone = '${zoneId}' and g.id = ${group} and u.zone = '${zoneId}' and u.id = ${user}`
  const added = `with changed as (insert into memberships (zone, group_number, user_number, joined_at)
    select g.zone, g.number, u.number, ${now} from groups g, users u where ${numbered} returning joined_at),${counted('+ 1')}`
  const removed = `with changed as (delete from memberships m using groups g, users u
    where ${numbered} and m.zone = g.zone and m.group_number = g.number and m.user_number = u.number returning m.joined_at),${counted('- 1')}`
  const after = `null, json_build_object('user', ${user})::text`
  const before = `json_build_object('user', ${user}, 'joinedAt', changed.joined_at)::text, null`
  return [
    chosen(data),
    added + recorded(numbering, 'AddUserToGroup', 'member_added', after),
    removed + recorded(numbering, 'RemoveUserFromGroup', 'member_removed', before),
  ].join('\n')
}

/** The same change as one statement, prepared, from 16 clients, without HTTP and without judging. */
export async function runPgbench(url: string, data: DataSet, numbering: Numbering, seconds: number): Promise<PgbenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-pgbench-'))
  const file = join(folder, 'change.sql')
  writeFileSync(file, script(data, numbering))
  const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file, url]
  try {
    const { stdout } = await promisify(execFile)('pgbench', args)
    const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
    const failed = Number(/failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0)
    if (!(tps > 0) || failed > 0) throw new Error(`pgbench did not run as it should:\n${stdout}`)
    return { changesPerSecond: tps * 2, latencyMs: Number(/latency average = ([\d.]+)/.exec(stdout)?.[1]) / 2 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
