import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Engine } from '../statement.ts'

/**
 * Who leads in the posts of present people is found by himself: where many hold posts, most hold one, and whoever resigns must not have all of them
 * read. Those in several posts that are led stand together under the empty text, and are looked through. `peopleLedBy` says the same.
 */
export const leadersOfPosts = {
  id: 16,
  name: '0016-leaders-of-posts',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => [
    db.schema
      .createIndex('people_by_leader_of_post')
      .on('people')
      .column('company')
      .expression(onlyLeader(engine))
      .where(sql<boolean>`replace(positions, '"leader":"', '') <> positions and resigned_at is null`),
  ],
}

/** An id has 32 digits. Texts alone: what is written as JSON here is not always what PostgreSQL takes for it. */
function onlyLeader(engine: Engine): RawBuilder<string> {
  const begin = engine === 'postgres' ? sql`strpos(positions, '"leader":"')` : sql`instr(positions, '"leader":"')`
  return sql`
    (case length(positions) - length(replace(positions, '"leader":"', '')) when 10 then substr(positions, ${begin} + 10, 32) else '' end)`
}
