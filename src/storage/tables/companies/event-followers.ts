import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import type { EventRow } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { through } from '../../through-index.ts'

type Key = { company: string; app: string }

/**
 * Follows the stream of every company that an app is installed in, from where each stands now; one that is followed stays where it was read to.
 * With `following` 0 the stream is not followed from the start, or no longer. A store app is sent its ticket now. Whoever holds a follower loses it:
 * what he would note of it is of before.
 */
export const followStreams = statement(
  (_db, p: { app: string; prefix: string; following: number }) => sql<never>`
    insert into event_followers (company, app, stream, seq, following, holder, held_until, ticket_due_at)
    select i.company, i.app, cast(${p.prefix} as text) || i.company, coalesce(s.seq, 0), cast(${p.following} as int), '', 0,
      case when a.kind = 'store' and a.company = i.company then 0 end
    from installations i join apps a on a.id = i.app left join event_streams s on s.tenant = cast(${p.prefix} as text) || i.company
    where i.app = ${p.app}
    on conflict (company, app) do update set
      seq = case when event_followers.following = 0 then excluded.seq else event_followers.seq end,
      following = excluded.following,
      holder = '',
      held_until = 0,
      ticket_due_at = excluded.ticket_due_at`,
)

/** Followers that nobody else sends for and that have something to be told: an event they have not read, or a delivery that is due. */
export const followersWithWork = statement(
  (_db, p: { holder: string; now: number; limit: number }) => sql<Key>`
    select f.company, f.app from event_followers f
    where (f.holder = '' or f.holder = ${p.holder} or f.held_until <= ${p.now})
      and (f.ticket_due_at <= ${p.now}
        or (f.following = 1 and exists (select 1 from event_streams s where s.tenant = f.stream and s.seq > f.seq))
        or exists (select 1 from event_deliveries d
          where d.company = f.company and d.app = f.app and d.status = 'waiting' and d.due_at <= ${p.now}))
    order by f.app, f.company limit ${p.limit}`,
)

/** Takes a follower for one server until then; no row is changed while another one holds it. */
export const holdFollower = statement((db, p: Key & { holder: string; now: number; until: number }) =>
  db
    .updateTable('event_followers')
    .set({ holder: p.holder, held_until: p.until })
    .where('company', '=', p.company)
    .where('app', '=', p.app)
    .where((where) => where.or([where('holder', '=', ''), where('holder', '=', p.holder), where('held_until', '<=', p.now)])),
)

/** Notes how far a follower was told, and holds or lets go of it; no row is changed when it is no longer this server's. */
export const advanceFollower = statement(
  (db, p: Key & { holder: string; seq: number; next: string; until: number; ticketDueAt: number | null }) =>
    db
      .updateTable('event_followers')
      .set({ seq: p.seq, holder: p.next, held_until: p.until, ticket_due_at: p.ticketDueAt })
      .where('company', '=', p.company)
      .where('app', '=', p.app)
      .where('holder', '=', p.holder),
)

/** A follower of an app that is no longer installed. */
export const deleteFollower = statement((db, p: Key) =>
  db.deleteFrom('event_followers').where('company', '=', p.company).where('app', '=', p.app),
)

export const findFollower = statement((db, p: Key) =>
  db.selectFrom('event_followers').where('company', '=', p.company).where('app', '=', p.app).selectAll(),
)

/** The end of a stream, and nothing when it has not begun. */
export const streamEnd = statement((db, p: { tenant: string }) =>
  db.selectFrom('event_streams').where('tenant', '=', p.tenant).select('seq'),
)

/** Events of some kinds in a part of a stream, in order. */
export const eventsBetween = statement(
  (_db, p: { tenant: string; after: number; last: number; kinds: readonly string[]; limit: number }, engine) => sql<EventRow>`
    select * from events where tenant = ${p.tenant} and seq > ${p.after} and seq <= ${p.last} and kind in ${textsOf(engine, p.kinds)}
    order by seq limit ${p.limit}`,
)

/** Kinds of events that are looked for by their subject: those of the index `events_of_what_went`. */
export type SoughtKind = 'app_range_changed' | 'department_deleted' | 'people_group_deleted'

/**
 * Events of one kind and subject behind a place in a stream, in order. That the kind is one of three is said for the engines, which else don't see
 * that the index has it.
 */
export const eventsOfSubject = statement(
  (_db, p: { tenant: string; subject: string; kind: SoughtKind; after: number }, engine) => sql<EventRow>`
    select * from events ${through(engine, 'events_of_what_went')}
    where tenant = ${p.tenant} and subject = ${p.subject} and seq > ${p.after} and kind = ${p.kind}
      and (kind = 'app_range_changed' or kind = 'department_deleted' or kind = 'people_group_deleted')
    order by seq`,
)
