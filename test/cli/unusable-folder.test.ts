import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { type CommandPlace, commandPlace } from '../kit/command-line.ts'
import type { TestEngine } from '../kit/engines.ts'
import { program } from '../kit/program.ts'
import { wholeDocument } from '../seed/whole-document.ts'

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

async function seeded(): Promise<CommandPlace> {
  const place = await commandPlace(sqlite)
  await place.run(['seed', '-'], 'rollcall: 1')
  return place
}

/** Runs the command line as whom a file's mode binds: root's rights are taken off, where the tests run as root. */
function bound({ folder, masterKey }: CommandPlace, args: readonly string[]) {
  const command = [process.execPath, program, ...args]
  const without = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--no-new-privs'] : []
  const [name = '', ...rest] = [...without, ...command]
  const env = { ...process.env, ROLLCALL_DATA_DIR: folder, ROLLCALL_MASTER_KEY: masterKey }
  const { status, stderr } = spawnSync(name, rest, { encoding: 'utf8', env, timeout: 20_000 })
  return { status, stderr }
}

const writers = [
  ['serve', '--port', '0'],
  ['seed', 'company.yaml'],
]

// SQLite opens such a file for reading, without a word: a lock on it would keep no second server out.
test.for(['server.lock', 'rollcall.sqlite'])('%s that cannot be written is refused', async (name) => {
  const place = await seeded()
  const seed = place.file('company.yaml', 'rollcall: 1')
  chmodSync(join(place.folder, name), 0o444)
  for (const [verb = '', ...rest] of writers) {
    const { status, stderr } = bound(place, [verb, ...rest.map((word) => (word === 'company.yaml' ? seed : word))])
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(
        new RegExp(`^rollcall: \\S+${name} can't be written \\(EACCES\\)\\. Make it readable and writable .*\n$`),
      ),
    })
  }
})

test.for([
  ['server.pid', /^rollcall: \S+server\.pid can't be written \(EISDIR\)\. .* delete what is there, then start again\.\n$/],
  ['server.lock', /^rollcall: \S+server\.lock can't be locked \(.+\)\. Delete it while no server runs, .*\n$/],
] as const)('%s that is no file is named', async ([name, told]) => {
  const { run, folder } = await seeded()
  rmSync(join(folder, name), { force: true })
  mkdirSync(join(folder, name))
  expect(await run(['serve', '--port', '0'])).toEqual({ code: 1, out: '', err: expect.stringMatching(told) })
})

test('a database that is a link is refused: its log and its lock lie elsewhere', async () => {
  const { run, folder, file } = await seeded()
  const elsewhere = file('elsewhere.sqlite')
  renameSync(databaseIn(folder), elsewhere)
  symlinkSync(elsewhere, databaseIn(folder))
  expect(await run(['serve', '--port', '0'])).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/^rollcall: \S+rollcall\.sqlite is a link to \S+elsewhere\.sqlite\. Set ROLLCALL_DATA_DIR .*\n$/),
  })
})

test('a key that cannot be kept is named', async () => {
  const { run, folder } = await commandPlace(sqlite, { ownKey: true })
  mkdirSync(join(folder, 'master.key.new'), { recursive: true })
  expect(await run(['serve', '--port', '0'])).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/^rollcall: \S+master\.key can't be written \(.*EISDIR\)\. Make the folder writable, .*\n$/),
  })
})

test('a log whose database is gone is kept: SQLite would delete it', async () => {
  const { run, folder } = await seeded()
  const database = databaseIn(folder)
  const open = new DatabaseSync(database)
  open.exec(`insert into settings values ('late', '1')`)
  const log = readFileSync(`${database}-wal`)
  const whole = readFileSync(database)
  open.close()
  for (const left of ['empty', 'missing']) {
    writeFileSync(database, whole)
    writeFileSync(`${database}-wal`, log)
    if (left === 'empty') truncateSync(database, 0)
    else rmSync(database)
    for (const command of [['serve', '--port', '0'], ['seed', '-'], ...(left === 'empty' ? [['export'], ['verify']] : [])]) {
      expect(await run(command, 'rollcall: 1')).toEqual({
        code: 1,
        out: '',
        err: expect.stringMatching(
          new RegExp(
            `^rollcall: \\S+rollcall\\.sqlite is ${left}, and \\S+-wal holds changes that belong to it\\. Put the database back, .*\n$`,
          ),
        ),
      })
    }
    expect(readFileSync(`${database}-wal`).equals(log)).toBe(true)
  }
  // With its database it is what it was.
  writeFileSync(database, whole)
  expect(await run(['verify'])).toMatchObject({ code: 0 })
})

test('a database that was cut off within its header is not told to be another program’s', async () => {
  const { run, folder } = await seeded()
  truncateSync(databaseIn(folder), 50)
  expect(await run(['export'])).toMatchObject({ code: 1, err: expect.stringMatching(/rollcall\.sqlite is not a database\. Restore it, /) })
})

test('verify does not take a want of room for temporary files for a directory that is not whole', async () => {
  const { run, folder, masterKey } = await commandPlace(sqlite)
  await run(['seed', '-'], wholeDocument)
  const database = new DatabaseSync(databaseIn(folder), { enableForeignKeyConstraints: false })
  // More than is put in order in memory.
  database.exec(`
    insert into events
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
    select z.id, 1000000 + i, 0, '', 0, '', '', '', 'member_added', hex(zeroblob(500)) || i, null, '{"user":"u-1"}' from zones z, n`)
  database.close()
  // Writing beyond this many KiB of a file fails, as on a full disk: the kernel sees to it.
  const env = { ...process.env, ROLLCALL_DATA_DIR: folder, ROLLCALL_MASTER_KEY: masterKey }
  const script = `trap '' XFSZ; ulimit -f 100; exec "$0" "$@"`
  const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, program, 'verify'], { encoding: 'utf8', env })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(
      /^rollcall: memberships and events could not be looked at: no room for temporary files \(.+\): .* SQLITE_TMPDIR, .*\n$/,
    ),
  })
})
