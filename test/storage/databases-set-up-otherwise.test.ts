import pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { setSetting } from '../../src/storage/tables/settings.ts'
import { newMember, newZone } from '../kit/directory.ts'
import type { TestEngine } from '../kit/engines.ts'
import { newCompany } from '../kit/feishu/company.ts'
import { newDepartment } from '../kit/feishu/departments.ts'
import { newPerson } from '../kit/feishu/people.ts'
import { asUser } from '../kit/feishu/user-token.ts'
import { newDatabase } from '../kit/postgres.ts'
import { startTestServer } from '../kit/server.ts'
import { openTestStore } from './open-test-store.ts'
import { asked, namesLike } from './settings-statements.ts'

const url = inject('postgres') as string

/** Runs statements as the owner of the cluster, in this database. */
async function tell(databaseUrl: string, ...statements: string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const results: pg.QueryResult[] = []
    for (const text of statements) results.push(await client.query(text))
    return results
  } finally {
    await client.end()
  }
}

/** A new database that is made in its own way. */
async function databaseMade(how: string): Promise<string> {
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`
  await tell(url, `create database ${name} template template0 ${how}`)
  return Object.assign(new URL(url), { pathname: `/${name}` }).toString()
}

const nameOf = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1)
const on = (databaseUrl: string): TestEngine => ({ name: 'postgres', newDatabase: async () => databaseUrl })

async function refusalOf(databaseUrl: string): Promise<string> {
  const started = startTestServer({ databaseUrl }).then(
    async (server) => {
      await server.stop()
      return 'it starts'
    },
    (error: Error) => error.message,
  )
  return await started
}

async function waitsForLock(databaseUrl: string): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await tell(databaseUrl, waiting))[0]?.rowCount === 0);
}

describe.skipIf(!url)('a PostgreSQL database that is set up otherwise', () => {
  test.each(['repeatable read', 'serializable'])(
    'for transactions that are %s: who waited for a stream sees what its last holder did there',
    async (level) => {
      const databaseUrl = await newDatabase(url)
      await tell(databaseUrl, `alter database ${nameOf(databaseUrl)} set default_transaction_isolation = '${level}'`)
      const first = await openTestStore(on(databaseUrl))
      const second = await openTestStore(on(databaseUrl), first)
      await first.store.write('t', asked(), async (tx) => tx.record({ kind: 'test_added', subject: 'stream' }))
      const [holds, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const holding = first.store.write('t', asked(), async (tx) => {
        await tx.run(setSetting, { name: 'k', value: '' })
        holds.resolve()
        await goOn.promise
      })
      await holds.promise
      const following = second.store.write('t', asked(), async (tx) => tx.all(namesLike, { like: 'k' }))
      await waitsForLock(databaseUrl)
      goOn.resolve()
      await holding
      expect(await following).toEqual([{ name: 'k' }])
    },
  )

  test('with a locale that lowers more letters than the Latin ones: what is searched for by its own name is found', async () => {
    const server = await startTestServer({ databaseUrl: await databaseMade(`encoding 'UTF8' locale 'C.UTF-8'`) })
    onTestFinished(async () => void (await server.stop()))
    const name = 'ÉCOLE Ω'
    const place = await newZone(server)
    await place.client.CreateUser({ ZoneId: place.zone, UserName: 'user1', Description: name })
    expect((await place.client.ListUsers({ ZoneId: place.zone, Filter: name })).TotalCounts).toBe(1)
    await newMember(server, place.organization, { name })
    expect((await place.client.DescribeOrganizationMembers({ Offset: 0, Limit: 10, SearchKey: name })).Total).toBe(1)
    const company = await newCompany(server)
    await newDepartment(company.client, { name })
    const user = await asUser(company, await newPerson(company.client))
    expect((await company.client.contact.department.search({ data: { query: name } }, user)).data?.items).toHaveLength(1)
  })

  test('with an encoding that does not hold every name: refused, with a way out', async () => {
    const databaseUrl = await databaseMade(`encoding 'LATIN1' locale 'C'`)
    expect(await refusalOf(databaseUrl)).toMatch(/has the encoding LATIN1, which does not hold every name\. Make one with: create database/)
    expect((await tell(databaseUrl, `select 1 from pg_tables where schemaname = 'public'`))[0]?.rowCount).toBe(0)
  })

  test("with an extension that brings views and tables of its own: nobody's, and no reason to refuse it", async ({ skip }) => {
    const databaseUrl = await newDatabase(url)
    const [there] = await tell(databaseUrl, `select 1 from pg_available_extensions where name = 'pg_stat_statements'`)
    if (there?.rowCount === 0) skip('this PostgreSQL was installed without its extensions')
    await tell(databaseUrl, 'create extension pg_stat_statements')
    expect(await refusalOf(databaseUrl)).toBe('it starts')
  })

  test('for a role that may make no tables: told what it lacks', async () => {
    const databaseUrl = await newDatabase(url)
    const role = `r_${nameOf(databaseUrl)}`
    await tell(url, `create role ${role} login`)
    onTestFinished(async () => void (await tell(url, `drop role ${role}`)))
    const asRole = Object.assign(new URL(databaseUrl), { username: role }).toString()
    expect(await refusalOf(asRole)).toMatch(
      /permission denied for schema public\)\. Make the role in ROLLCALL_DATABASE_URL the owner of the database/,
    )
  })
})
