import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { type CommandPlace, commandPlace } from '../kit/command-line.ts'
import { contentOf } from '../kit/content.ts'
import { onEveryEngine, type TestEngine } from '../kit/engines.ts'
import { startTestServer } from '../kit/server.ts'
import { wholeDocument } from '../seed/whole-document.ts'

async function execute({ folder, databaseUrl }: CommandPlace, sql: string): Promise<void> {
  if (databaseUrl) {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query(sql)
    await client.end()
  } else {
    const database = new DatabaseSync(databaseIn(folder), { enableForeignKeyConstraints: false, defensive: false })
    database.exec(sql)
    database.close()
  }
}

const marked = (out: string, mark: string) => out.split('\n').filter((line) => line.startsWith(mark))

onEveryEngine('verify', (engine) => {
  test('has a line for each thing that it looked at, and changes nothing', async () => {
    const place = await commandPlace(engine)
    await place.run(['seed', '-'], wholeDocument)
    const before = await contentOf(place)
    const { code, out, err } = await place.run(['verify'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(marked(out, 'BAD')).toEqual([])
    const told = [
      'schema: ',
      'master key: fits (ROLLCALL_MASTER_KEY)',
      'groups: ',
      'memberships and events: ',
      'trees of departments: ',
      'events: ',
    ]
    for (const line of told) expect(out).toContain(`ok    ${line}`)
    expect(out).toContain(engine.name === 'sqlite' ? 'ok    pages and indexes: ' : 'note  pages and indexes: PostgreSQL keeps them')
    expect(await contentOf(place)).toEqual(before)
  })

  test('finds nothing wrong beside a server with a demo company', async () => {
    const place = await commandPlace(engine)
    const server = await startTestServer({ databaseUrl: place.databaseUrl, demo: true, settings: { dataDir: place.folder } })
    const { code, out } = await place.run(['verify'])
    await server.stop()
    expect({ code, bad: marked(out, 'BAD') }).toEqual({ code: 0, bad: [] })
  })

  test('says what is wrong and what to do', async () => {
    const place = await commandPlace(engine)
    await place.run(['seed', '-'], wholeDocument)
    await execute(place, `update groups set member_count = 7 where id = 'g-000000000001'; delete from zone_names`)
    const { code, out, err } = await place.run(['verify'])
    expect({ code, bad: marked(out, 'BAD') }).toEqual({
      code: 1,
      bad: [
        'BAD   groups: group g-000000000001 of zone z-0123456789ab counts 7 members and has 1',
        'BAD   zones: the name of zone z-0123456789ab does not lead to it',
      ],
    })
    expect(err).toMatch(/^rollcall: the directory is not whole: keep .* for whoever looks for the cause, and restore the last .*\n$/)
  })

  test('where there is no directory, or a newer one, says so', async () => {
    const place = await commandPlace(engine)
    expect(await place.run(['verify', '1', '2'])).toMatchObject({ code: 2, err: expect.stringContaining('verify takes no 2') })
    await place.run(['seed', '-'], 'rollcall: 1')
    await execute(place, `insert into migrations values (999, '0999-later', 0)`)
    const { code, out, err } = await place.run(['verify'])
    expect({ code, said: `${out}${err}` }).toEqual({ code: 1, said: expect.stringMatching(/written by a newer Rollcall \(schema 999/) })
  })
})

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

test('an index that has not what its table has is found, and so is a row that another one names and that is not there', async () => {
  const place = await commandPlace(sqlite)
  await place.run(['seed', '-'], wholeDocument)
  // A row is written while SQLite does not know of the index.
  await execute(
    place,
    `pragma writable_schema = on;
     create temporary table kept as select * from sqlite_schema where name = 'memberships_by_user';
     delete from sqlite_schema where name = 'memberships_by_user';
     pragma writable_schema = reset;
     delete from memberships where group_number = 1;
     pragma writable_schema = on;
     insert into sqlite_schema select * from kept;
     delete from affiliations;
     delete from accounts where uin = 110000000003;
     insert into access_keys values ('AKID0', 110000000003, '', '', '', '', 0)`,
  )
  const { code, out } = await place.run(['verify'])
  expect(code).toBe(1)
  expect(out).toMatch(/^BAD {3}pages and indexes: wrong # of entries in index memberships_by_user/m)
  expect(out).toMatch(/^BAD {3}foreign keys: a row of access_keys names one of accounts that is not there$/m)
})
