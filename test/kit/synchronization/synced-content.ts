import { statement } from '../../../src/storage/statement.ts'
import { everyAccessRule, everyGroup, everyUser } from '../../../src/storage/tables/contents.ts'
import { findZone } from '../../../src/storage/tables/zones.ts'
import { eventsBeside, type TestStore } from '../../storage/open-test-store.ts'

const rows = statement((db, p: { zone: string }) =>
  db
    .selectFrom('memberships as m')
    .innerJoin('groups as g', (on) => on.onRef('g.zone', '=', 'm.zone').onRef('g.number', '=', 'm.group_number'))
    .innerJoin('users as u', (on) => on.onRef('u.zone', '=', 'm.zone').onRef('u.number', '=', 'm.user_number'))
    .where('g.zone', '=', p.zone)
    .orderBy('g.id')
    .orderBy('u.id')
    .select(['g.id as group_id', 'u.id as user_id', 'm.joined_at']),
)

const listed = statement((db, p: { zone: string }) =>
  db.selectFrom('listed_values').where('zone', '=', p.zone).orderBy('value').orderBy('user_id').selectAll(),
)

/** What users are found by beside their own address, as another connection sees it: [value, user] each, in order. */
export async function listedBeside({ beside }: TestStore, zone: string): Promise<[value: string, user: string][]> {
  return (await beside.all(listed, { zone })).map(({ value, user_id }) => [value, user_id])
}

/** Everything that a zone holds, with what happened in it, as another connection sees it. */
export async function zoneBeside(store: TestStore, zone: string) {
  const { beside } = store
  return {
    zone: await beside.first(findZone, { zone }),
    users: await beside.all(everyUser, { zone }),
    groups: await beside.all(everyGroup, { zone }),
    memberships: await beside.all(rows, { zone }),
    listed: await beside.all(listed, { zone }),
    access: await beside.all(everyAccessRule, { zone }),
    events: await eventsBeside(store, zone),
  }
}

/** The ids of a group's members, as another connection sees them. */
export async function membersBeside({ beside }: TestStore, zone: string, group: string): Promise<string[]> {
  return (await beside.all(rows, { zone })).filter(({ group_id }) => group_id === group).map(({ user_id }) => user_id)
}

/** What happened in a zone since so many events: [kind, subject, before, after] each. */
export async function happenedSince(store: TestStore, zone: string, before: number) {
  const events = (await eventsBeside(store, zone)).slice(before)
  const parsed = (text: string | null) => (text === null ? null : JSON.parse(text))
  return events.map(({ kind, subject, before, after }) => [kind, subject, parsed(before), parsed(after)] as const)
}

export async function eventCount(store: TestStore, zone: string): Promise<number> {
  return (await eventsBeside(store, zone)).length
}
