import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StoreError } from '../start-error.ts'

/** The connections of servers, and of whoever else runs this program, to the database. */
const others = `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'rollcall'`

/** A connection that was closed is seen for a moment more; this often it is looked again, in all for three seconds. */
const looks = 30
const betweenLooksMs = 100

/** Refuses while a server is connected to the database: it looks there twice a second, so one that runs is. */
export async function requireAlone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'rollcall keys', connectionTimeoutMillis: 5000 })
  // Whoever asks over a connection that breaks is told.
  client.on('error', () => {})
  await client.connect()
  try {
    for (let look = 1; ; look++) {
      const { count } = (await client.query<{ count: number }>(others)).rows[0] ?? { count: 0 }
      if (count === 0) return
      if (look === looks)
        throw new StoreError(
          `A server of this directory runs (${count} connections of Rollcall to the database). Stop all of them, then run this again.`,
        )
      await wait(betweenLooksMs)
    }
  } finally {
    await client.end()
  }
}
