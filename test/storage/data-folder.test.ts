import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../src/main.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { SqliteStore } from '../../src/storage/engines/sqlite.ts'
import { StoreError } from '../../src/storage/start-error.ts'
import { contentOf } from './folder-content.ts'
import { readSetting } from './settings-statements.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function start(dataDir: string, settings: Partial<Settings> = {}) {
  return startServer({ ...defaultSettings, port: 0, logLevel: 'silent', dataDir, ...settings })
}

/** A folder that a server made, used and left in good order. */
async function usedFolder(): Promise<string> {
  const folder = newFolder()
  await (await start(folder)).stop()
  return folder
}

/** A refusal is one clear line, and nothing in the folder is different afterwards. */
async function expectRefusal(folder: string, message: RegExp, settings?: Partial<Settings>): Promise<void> {
  const before = contentOf(folder)
  const error = await start(folder, settings).then(
    (server) => server.stop().then(() => new Error('it started')),
    (reason: Error) => reason,
  )
  expect(error).toBeInstanceOf(StoreError)
  expect(error.message).toMatch(message)
  expect(error.message).not.toContain('\n')
  expect(contentOf(folder)).toEqual(before)
}

test('a folder of other files is refused', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'thesis.docx'), 'years of work')
  await expectRefusal(folder, /holds files that are not Rollcall's \(thesis\.docx\)/)
})

test.each(['delete', 'wal'])("another program's SQLite database is refused (journal mode %s)", async (mode) => {
  const folder = newFolder()
  const other = new DatabaseSync(join(folder, 'rollcall.sqlite'))
  other.exec(`pragma journal_mode = ${mode}; create table customers (id integer); insert into customers values (1)`)
  if (mode === 'delete') other.close()
  else onTestFinished(() => other.close())
  if (mode === 'delete') await expectRefusal(folder, /is another program's database/)
  else {
    // Its owner is at work in it: nothing is checkpointed yet, and nothing may be.
    await expect(start(folder)).rejects.toThrow(/is another program's database/)
    expect(other.prepare('select count(*) as n from customers').get()).toEqual({ n: 1 })
    expect(statSync(join(folder, 'rollcall.sqlite-wal')).size).toBeGreaterThan(0)
  }
})

test.each([
  ['text', Buffer.from('This is no database.')],
  ['zeros', Buffer.alloc(8192)],
  ['a header and no more', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100, 1)])],
])('a file that is no database is refused (%s)', async (_, bytes) => {
  const folder = newFolder()
  writeFileSync(join(folder, 'rollcall.sqlite'), bytes)
  await expectRefusal(folder, /is not a database|is another program's database/)
})

test('a directory of a newer schema is refused', async () => {
  const folder = await usedFolder()
  const database = new DatabaseSync(join(folder, 'rollcall.sqlite'))
  database.exec(`insert into migrations values (999, '0999-later', 0)`)
  database.close()
  await expectRefusal(folder, /was written by a newer Rollcall \(schema 999/)
})

test('a missing master key is refused, and works again when it is back', async () => {
  const folder = await usedFolder()
  const key = readFileSync(join(folder, 'master.key'), 'utf8')
  expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600)
  rmSync(join(folder, 'master.key'))
  await expectRefusal(folder, /master\.key is missing/)
  await (await start(folder, { masterKey: key.trim() })).stop()
  writeFileSync(join(folder, 'master.key'), key)
  await (await start(folder)).stop()
})

test('a wrong master key is refused, whether it is set or in the file', async () => {
  const folder = await usedFolder()
  const wrong = Buffer.alloc(32, 5).toString('base64')
  await expectRefusal(folder, /^The master key is not the one this directory is sealed with/, { masterKey: wrong })
  writeFileSync(join(folder, 'master.key'), wrong)
  await expectRefusal(folder, /^The master key is not the one this directory is sealed with/)
  writeFileSync(join(folder, 'master.key'), 'short')
  await expectRefusal(folder, /is not 32 bytes of Base64/)
})

test('a second server in the same folder is refused while the first one runs, and starts after it', async () => {
  const folder = newFolder()
  const first = await start(folder)
  const held = `^Another Rollcall server runs on this data folder \\(.*server\\.lock is locked by process ${process.pid}\\)`
  await expect(start(folder)).rejects.toThrow(new RegExp(held))
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  await first.stop()
  expect(existsSync(join(folder, 'server.pid'))).toBe(false)
  await (await start(folder)).stop()
})

test('a folder whose checkpoint was cut off, so that the header speaks of pages that are only in the log, is opened', async () => {
  const [folder, cut] = [await usedFolder(), newFolder()]
  const database = new DatabaseSync(join(folder, 'rollcall.sqlite'))
  database.exec('pragma wal_autocheckpoint = 0')
  const insert = database.prepare('insert into settings values (?, ?)')
  for (let row = 0; row < 300; row++) insert.run(`row${row}`, 'x'.repeat(3000))
  for (const name of ['rollcall.sqlite', 'rollcall.sqlite-wal', 'master.key', 'server.lock']) cpSync(join(folder, name), join(cut, name))
  database.close()
  const file = join(cut, 'rollcall.sqlite')
  const bytes = readFileSync(file)
  // Source: "Database File Format", offset 28, the size of the database in pages.
  bytes.writeUInt32BE(bytes.length / 4096 + 200, 28)
  writeFileSync(file, bytes)
  const server = await start(cut)
  expect(await server.store.reader.first(readSetting, { name: 'row299' })).toEqual({ value: 'x'.repeat(3000) })
  await server.stop()
})

test('a refused start leaves nothing open', async () => {
  const folder = await usedFolder()
  const wrong = { masterKey: Buffer.alloc(32, 5).toString('base64') }
  await expectRefusal(folder, /master key/, wrong)
  const store = new SqliteStore({ folder })
  await store.close()
})

test('a folder that is a file, or lies where nothing can be made, is refused', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  await expect(start(join(folder, 'file'))).rejects.toThrow(/^Data folder .*file can't be used \(EEXIST\)/)
  await expect(start(join(folder, 'file', 'below'))).rejects.toThrow(/can't be used \(ENOTDIR\)/)
  await expect(start('/proc/rollcall')).rejects.toThrow(/can't be used \((ENOENT|EACCES)\)/)
})

test('a folder that may not be read is refused', () => {
  const folder = newFolder()
  chmodSync(folder, 0)
  const root = process.geteuid?.() === 0
  // Root may read everything, so it is somebody else for the moment of the call.
  if (root) process.seteuid?.(65_534)
  try {
    expect(() => new SqliteStore({ folder })).toThrow(/^Data folder .* can't be used \(EACCES\)/)
  } finally {
    if (root) process.seteuid?.(0)
    chmodSync(folder, 0o700)
  }
})
