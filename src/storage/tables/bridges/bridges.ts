import { sql } from 'kysely'
import type { BridgeRow } from '../../schemas/bridges.ts'
import { statement } from '../../statement.ts'

type Key = { zone: string; bridge: string }

export const findBridge = statement((db, p: Key) =>
  db.selectFrom('bridges').where('zone', '=', p.zone).where('id', '=', p.bridge).selectAll(),
)

/** Bridges of a zone by id, behind one. */
export const bridgesOfZone = statement((db, p: { zone: string; after: string; limit: number }) =>
  db.selectFrom('bridges').where('zone', '=', p.zone).where('id', '>', p.after).orderBy('id').limit(p.limit).selectAll(),
)

export const countBridges = statement((db, p: { zone: string }) =>
  db
    .selectFrom('bridges')
    .where('zone', '=', p.zone)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

type NewBridge = Omit<BridgeRow, 'report' | 'holder' | 'held_until' | 'removed' | 'removed_since' | 'updated_at'>

export const insertBridge = statement((db, p: NewBridge) =>
  db.insertInto('bridges').values({
    zone: p.zone,
    id: p.id,
    company: p.company,
    stream: p.stream,
    selection: p.selection,
    mapping: p.mapping,
    removal_share: p.removal_share,
    seq: p.seq,
    status: p.status,
    report: null,
    holder: '',
    held_until: 0,
    removed: 0,
    removed_since: 0,
    created_at: p.created_at,
    updated_at: p.created_at,
  }),
)

type Changes = Key & Pick<BridgeRow, 'selection' | 'mapping' | 'removal_share' | 'status'> & { at: number }

export const updateBridge = statement((db, p: Changes) =>
  db
    .updateTable('bridges')
    .set({ selection: p.selection, mapping: p.mapping, removal_share: p.removal_share, status: p.status, updated_at: p.at })
    .where('zone', '=', p.zone)
    .where('id', '=', p.bridge),
)

export const deleteBridge = statement((db, p: Key) => db.deleteFrom('bridges').where('zone', '=', p.zone).where('id', '=', p.bridge))

/** Keeps how it went, and how many users went in the window of the guard. */
export const keepReport = statement((db, p: Key & { report: string; removed: number; since: number }) =>
  db
    .updateTable('bridges')
    .set({ report: p.report, removed: p.removed, removed_since: p.since })
    .where('zone', '=', p.zone)
    .where('id', '=', p.bridge),
)

/** Has the stream followed from here on, wherever its reading stood. */
export const placeBridge = statement((db, p: Key & { seq: number }) =>
  db.updateTable('bridges').set({ seq: p.seq }).where('zone', '=', p.zone).where('id', '=', p.bridge),
)

/** Bridges whose company has gone on, that may be followed now, and that no other server follows. */
export const bridgesWithWork = statement(
  (_db, p: { holder: string; now: number; limit: number }) => sql<{ zone: string; id: string }>`
    select b.zone, b.id from bridges b
    join zones z on z.id = b.zone
    join event_streams s on s.tenant = b.stream
    where b.status = 'following' and z.synchronization = 'enabled' and s.seq > b.seq
      and (b.holder = '' or b.holder = ${p.holder} or b.held_until <= ${p.now})
    order by b.held_until, b.zone, b.id limit ${p.limit}`,
)

/** Takes a bridge for one server until then, or keeps it; no row is changed while another one has it. */
export const holdBridge = statement((db, p: Key & { holder: string; now: number; until: number }) =>
  db
    .updateTable('bridges')
    .set({ holder: p.holder, held_until: p.until })
    .where('zone', '=', p.zone)
    .where('id', '=', p.bridge)
    .where((where) => where.or([where('holder', '=', ''), where('holder', '=', p.holder), where('held_until', '<=', p.now)])),
)

export const releaseBridge = statement((db, p: Key & { holder: string }) =>
  db
    .updateTable('bridges')
    .set({ holder: '', held_until: 0 })
    .where('zone', '=', p.zone)
    .where('id', '=', p.bridge)
    .where('holder', '=', p.holder),
)

/** Notes how far the stream was followed; no row is changed when the reading was put elsewhere meanwhile, or is another server's now. */
export const advanceBridge = statement((db, p: Key & { holder: string; from: number; seq: number }) =>
  db
    .updateTable('bridges')
    .set({ seq: p.seq })
    .where('zone', '=', p.zone)
    .where('id', '=', p.bridge)
    .where('holder', '=', p.holder)
    .where('seq', '=', p.from),
)
