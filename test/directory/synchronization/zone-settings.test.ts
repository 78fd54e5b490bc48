import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { organizationStream } from '../../../src/directory/events.ts'
import { changeOrganization } from '../../../src/directory/organizations/change-organization.ts'
import { statement } from '../../../src/storage/statement.ts'
import { countUsers } from '../../../src/storage/tables/zones.ts'
import { newZone } from '../../kit/directory.ts'
import { migratedDatabase } from '../../kit/migrated.ts'
import { startTestServer } from '../../kit/server.ts'
import { asked } from '../../storage/settings-statements.ts'

const url = inject('postgres')

const waiting = statement((db, _p: object) => ({
  compile: () =>
    sql
      .raw<{ n: number }>(`select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
      .compile(db),
}))

describe.skipIf(!url)('quotas and adoption of a zone on PostgreSQL', () => {
  test('are set behind whoever writes to the zone: the two do not wait for each other', async () => {
    const server = await startTestServer({ databaseUrl: await migratedDatabase(url as string) })
    const { store } = server
    const { zone, organization } = await newZone(server)
    const runs = { people: 0, settings: 0 }
    const setUp = () =>
      store.write(organizationStream(organization), asked(), (tx) => {
        runs.settings++
        return changeOrganization(tx, organization, { adoption: 'by_name', quotas: { users: 5 } })
      })
    let settings: Promise<unknown> | undefined
    await store.write(zone, asked(), async (tx) => {
      runs.people++
      settings ??= setUp()
      for (let looked = 0; ((await store.reader.first(waiting, {}))?.n ?? 0) === 0; looked++) {
        if (looked === 10_000) throw new Error('nobody waits')
      }
      await tx.run(countUsers, { zone, by: 0 })
    })
    await settings
    // The one that the database ends would have run again.
    expect(runs).toEqual({ people: 1, settings: 1 })
    await server.stop()
  })
})
