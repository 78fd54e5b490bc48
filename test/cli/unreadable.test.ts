import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { type CommandPlace, commandPlace } from '../kit/command-line.ts'
import { onEveryEngine, type TestEngine } from '../kit/engines.ts'
import { program } from '../kit/program.ts'

async function execute({ folder, databaseUrl }: CommandPlace, sql: string): Promise<void> {
  if (databaseUrl) {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query(sql)
    await client.end()
  } else {
    const database = new DatabaseSync(databaseIn(folder))
    database.exec(sql)
    database.close()
  }
}

const readers = [['export'], ['keys', 'show'], ['call', 'ListGroups']]

onEveryEngine('a directory that this program cannot read as it is', (engine) => {
  test('was written by an older Rollcall: it is told so, and doctor has nothing against a start', async () => {
    const place = await commandPlace(engine)
    await place.run(['seed', '-'], 'rollcall: 1')
    await execute(place, 'delete from migrations where id > 9')
    for (const command of readers) {
      const { code, out, err } = await place.run(command)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toMatch(/^rollcall: The directory was written by an older Rollcall \(schema 9, .* rollcall serve\.\n$/)
    }
    const { code, out } = await place.run(['doctor', '--port', '1'])
    expect(code).toBe(0)
    expect(out).toMatch(/^note .*: The directory was written by an older Rollcall/m)
  })

  test('was written by a newer Rollcall', async () => {
    const place = await commandPlace(engine)
    await place.run(['seed', '-'], 'rollcall: 1')
    await execute(place, `insert into migrations values (999, '0999-later', 0)`)
    for (const command of readers) {
      const { code, out, err } = await place.run(command)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toMatch(/^rollcall: The directory was written by a newer Rollcall \(schema 999, .*\. Start the newer version\.\n$/)
    }
    expect(await place.run(['doctor', '--port', '1'])).toMatchObject({ code: 1, out: expect.stringMatching(/^BAD .*newer Rollcall/m) })
  })
})

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

test('a first start that was cut off has left no directory yet', async () => {
  const { run, folder } = await commandPlace(sqlite)
  mkdirSync(folder)
  writeFileSync(databaseIn(folder), '')
  for (const command of readers) {
    expect(await run(command)).toEqual({ code: 1, out: '', err: expect.stringMatching(/^rollcall: No directory in .* yet\. .*\n$/) })
  }
  expect(await run(['doctor', '--port', '1'])).toMatchObject({ code: 0, out: expect.stringMatching(/^note .*No directory/m) })
})

test('a folder that cannot be looked into is not told to be empty', async () => {
  const { run, folder } = await commandPlace(sqlite)
  // As good as one of another user: root may look into any.
  symlinkSync(folder, folder)
  for (const command of readers) {
    const { code, out, err } = await run(command)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^rollcall: \S+rollcall\.sqlite can't be read \(ELOOP\)\. Run this as the user whose server it is, .*\n$/)
  }
  expect(await run(['doctor', '--port', '1'])).toMatchObject({ code: 1, out: expect.stringMatching(/^BAD .*can't be read \(ELOOP\)/m) })
})

test('a first start on a full disk is told in one line', async () => {
  const { folder } = await commandPlace(sqlite)
  // Writing beyond this many KiB of a file fails, as on a full disk: the kernel sees to it.
  const script = `trap '' XFSZ; ulimit -f 100; exec "$0" "$@"`
  const args = [program, 'serve', '--port', '0', '--data-dir', join(folder, 'data')]
  const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, ...args], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^rollcall: the disk of the data folder (failed or is full|is full) \(.+\): .*\n$/)
})
