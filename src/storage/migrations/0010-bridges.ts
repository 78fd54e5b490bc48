import type { Compilable, Kysely } from 'kysely'
import type { Engine } from '../statement.ts'
import { tableMaker } from './table-maker.ts'

/** What fills a zone out of a company, and which user and group stands for whom. */
export const bridges = {
  id: 10,
  name: '0010-bridges',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const table = tableMaker(db, engine)
    return [
      table('bridges', {
        texts: ['zone', 'id', 'company', 'stream', 'selection', 'mapping', 'status', 'holder'],
        optionalTexts: ['report'],
        numbers: ['removal_share', 'seq', 'held_until', 'removed', 'removed_since', 'created_at', 'updated_at'],
        key: ['zone', 'id'],
      }),
      table('bridge_links', {
        texts: ['zone', 'bridge', 'kind', 'source_id', 'target_id'],
        numbers: ['removed', 'removed_since'],
        key: ['zone', 'bridge', 'kind', 'source_id'],
      }),
      db.schema.createIndex('bridge_links_by_target').on('bridge_links').columns(['zone', 'target_id', 'kind']),
    ]
  },
}
