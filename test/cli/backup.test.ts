import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, inject, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { commandPlace } from '../kit/command-line.ts'
import { contentOf } from '../kit/content.ts'
import type { TestEngine } from '../kit/engines.ts'
import { migratedDatabase } from '../kit/migrated.ts'
import { wholeDocument } from '../seed/whole-document.ts'

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

async function seeded() {
  const place = await commandPlace(sqlite)
  await place.run(['seed', '-'], wholeDocument)
  return place
}

/** Writes over where the rows of a table begin. */
function damage(database: string): void {
  const opened = new DatabaseSync(database, { readOnly: true })
  const page = Number(opened.prepare(`select rootpage from sqlite_schema where name = 'events'`).get()?.rootpage)
  opened.close()
  const bytes = readFileSync(database)
  bytes.fill(0xff, (page - 1) * 4096 + 8, (page - 1) * 4096 + 40)
  writeFileSync(database, bytes)
}

const keyToo = 'The master key is not in it: keep ROLLCALL_MASTER_KEY too, apart from it; no stored secret can be read without it.\n'

test('a backup is one file for its owner, and comes back as the directory that it was made of', async () => {
  const { run, folder, file } = await seeded()
  const backup = file('backup.sqlite')
  const made = await run(['backup', '--to', backup])
  expect(made).toEqual({ code: 0, err: '', out: expect.stringMatching(/^\S+backup\.sqlite: the directory in .*, schema \d+, \d+ bytes; /) })
  expect(made.out).toContain(`\n${keyToo}`)
  expect(statSync(backup).mode & 0o777).toBe(0o600)
  expect(readdirSync(file('.')).sort()).toEqual(['backup.sqlite', 'data'])

  const other = file('other')
  expect(await run(['restore', backup, '--data-dir', other])).toMatchObject({ code: 0, err: '' })
  expect(await contentOf({ folder: other })).toEqual(await contentOf({ folder }))
  expect(statSync(databaseIn(other)).mode & 0o777).toBe(0o600)
  expect(readdirSync(other).sort()).toEqual(['rollcall.sqlite', 'server.lock'])
  expect(await run(['verify', '--data-dir', other])).toMatchObject({ code: 0, err: '' })
  expect(await run(['export', '--data-dir', other])).toEqual(await run(['export']))
})

test('a folder gets a file named after the time', async () => {
  const { run, file } = await seeded()
  const folder = file('backups')
  mkdirSync(folder)
  expect(await run(['backup', '--to', folder])).toMatchObject({ code: 0 })
  const names = readdirSync(folder)
  expect(names).toEqual([expect.stringMatching(/^rollcall-\d{8}T\d{6}Z\.sqlite$/)])
  expect(await run(['verify', join(folder, String(names[0]))])).toMatchObject({ code: 0, err: '' })
})

test('what is there is written over with --force alone, and the data folder never', async () => {
  const { run, file, folder } = await seeded()
  const backup = file('backup.sqlite', 'mine')
  expect(await run(['backup', '--to', backup])).toEqual({ code: 2, out: '', err: expect.stringContaining('is there already and was left') })
  expect(readFileSync(backup, 'utf8')).toBe('mine')
  expect(await run(['backup', '--to', backup, '--force'])).toMatchObject({ code: 0 })
  expect(await run(['verify', backup])).toMatchObject({ code: 0 })

  const before = readdirSync(folder)
  symlinkSync(folder, file('link'))
  for (const to of [folder, databaseIn(folder), join(file('link'), 'master.key')]) {
    const refused = await run(['backup', '--to', to, '--force'])
    expect(refused).toEqual({ code: 2, out: '', err: expect.stringMatching(/lies in the data folder, and would be lost with it/) })
  }
  expect(readdirSync(folder)).toEqual(before)
})

test.for([
  [[], 'say where to: rollcall backup --to'],
  [['--to', 'no/such/file'], 'there is no folder no/such'],
  [['--to', 'none/'], 'there is no folder none/'],
  [['--to', '/dev/null', '--force'], '/dev/null is no file'],
  [['--to', 'a', 'b'], 'backup takes no b'],
] as const)('backup %j is refused', async ([args, told]) => {
  const { run, file } = await seeded()
  const before = readdirSync(file('.'))
  expect(await run(['backup', ...args])).toEqual({ code: 2, out: '', err: expect.stringContaining(`rollcall: ${told}`) })
  expect(readdirSync(file('.'))).toEqual(before)
})

test('where there is no directory there is no backup', async () => {
  const { run, file } = await commandPlace(sqlite)
  expect(await run(['backup', '--to', file('b')])).toEqual({ code: 1, out: '', err: expect.stringMatching(/^rollcall: No directory in /) })
  expect(readdirSync(file('.'))).toEqual([])
})

test('a directory that an older Rollcall wrote can be backed up before it is brought up to date', async () => {
  const { run, folder, file } = await seeded()
  const database = new DatabaseSync(databaseIn(folder))
  database.exec('delete from migrations where id > 9')
  database.close()
  expect(await run(['backup', '--to', file('b')])).toMatchObject({ code: 0, out: expect.stringContaining('schema 9, ') })
  expect(await run(['verify', file('b')])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^ok .*pages and indexes: .*\n.*\nBAD {3}schema: The directory was written by an older Rollcall/m),
  })
  expect(await run(['restore', file('b'), '--data-dir', file('other')])).toMatchObject({ code: 0 })
})

test('a damaged directory is not copied over the last backup', async () => {
  const { run, folder, file } = await seeded()
  await run(['backup', '--to', file('b')])
  const good = readFileSync(file('b'))
  damage(databaseIn(folder))
  const refused = await run(['backup', '--to', file('b'), '--force'])
  expect(refused).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/^rollcall: The directory is damaged, .* was not written \(.*\)\.\n$/s),
  })
  expect(readFileSync(file('b')).equals(good)).toBe(true)
  expect(readdirSync(file('.')).sort()).toEqual(['b', 'data'])
  expect(await run(['verify'])).toMatchObject({ code: 1, out: expect.stringMatching(/^BAD {3}pages and indexes: /) })
})

test.skipIf(!inject('postgres'))('on PostgreSQL its own programs are named', async () => {
  const postgres: TestEngine = { name: 'postgres', newDatabase: () => migratedDatabase(inject('postgres') as string) }
  const { run, file } = await commandPlace(postgres)
  const refused = await run(['backup', '--to', file('b')])
  expect(refused).toEqual({
    code: 2,
    out: '',
    err: expect.stringContaining(`pg_dump --file=rollcall.sql "$ROLLCALL_DATABASE_URL". The master key`),
  })
  expect(await run(['restore', file('b')])).toEqual({
    ...{ code: 2, out: '' },
    err: expect.stringContaining('psql --set=ON_ERROR_STOP=1 --single-transaction --file=<dump> "$ROLLCALL_DATABASE_URL"'),
  })
  expect(readdirSync(file('.'))).toEqual([])
})
