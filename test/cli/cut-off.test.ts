import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { type CommandPlace, commandPlace } from '../kit/command-line.ts'
import type { TestEngine } from '../kit/engines.ts'
import { program } from '../kit/program.ts'
import { Seeded } from '../kit/seeded.ts'

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }
const random = new Seeded(Number(process.env.SEED ?? Date.now() % 1_000_000))

/** A directory that takes a while to copy. */
async function large(): Promise<CommandPlace> {
  const place = await commandPlace(sqlite)
  await place.run(['seed', '-'], 'rollcall: 1')
  const database = new DatabaseSync(databaseIn(place.folder))
  const fill = database.prepare('insert into settings values (?, ?)')
  database.exec('begin')
  for (let piece = 0; piece < 60_000; piece++) fill.run(`filler-${piece}`, 'x'.repeat(1000))
  database.exec('commit')
  database.close()
  return place
}

function started({ masterKey }: CommandPlace, args: readonly string[]): ChildProcess {
  const env = { PATH: process.env.PATH, ROLLCALL_MASTER_KEY: masterKey }
  return spawn(process.execPath, [program, ...args], { stdio: 'ignore', env })
}

const drafts = (folder: string) => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.part')) : [])

/** Kills a command some turns after its draft is there, or lets it end. */
async function cutOff(child: ChildProcess, folder: string, turns: number): Promise<void> {
  const ended = once(child, 'exit')
  while (child.exitCode === null && drafts(folder).length === 0) await new Promise(setImmediate)
  for (let turn = 0; child.exitCode === null && turn < turns; turn++) await new Promise(setImmediate)
  child.kill('SIGKILL')
  await ended
}

test(`kill -9 of a backup leaves the last one as it was, and nothing half that reads as whole (seed ${random.seed})`, {
  timeout: 60_000,
}, async () => {
  const place = await large()
  const { run, file, folder } = place
  const target = file('backup.sqlite')
  await run(['backup', '--to', target])
  const last = readFileSync(target)
  let cut = 0
  for (const most of [1, 1000, 10_000, 100_000]) {
    await cutOff(started(place, ['backup', '--to', target, '--force', '--data-dir', folder]), file('.'), random.below(most))
    for (const draft of drafts(file('.'))) {
      cut++
      // One that lacks its name alone is whole.
      const { code } = await run(['verify', file(draft)])
      if (code === 0) expect(readFileSync(file(draft)).equals(last)).toBe(true)
      else expect((await run(['restore', file(draft), '--data-dir', file('of-draft')])).code).toBe(1)
      expect(existsSync(databaseIn(file('of-draft')))).toBe(false)
    }
    expect(readFileSync(target).equals(last)).toBe(true)
  }
  expect(cut).toBeGreaterThan(0)
})

test(`kill -9 of a restore leaves no directory, and the next restore ends it (seed ${random.seed})`, { timeout: 60_000 }, async () => {
  const place = await large()
  const { run, file } = place
  const backup = file('backup.sqlite')
  await run(['backup', '--to', backup])
  const whole = readFileSync(backup)
  let cut = 0
  for (const most of [1, 1000, 10_000]) {
    const folder = file(`restored-${most}`)
    await cutOff(started(place, ['restore', backup, '--data-dir', folder]), folder, random.below(most))
    if (!existsSync(databaseIn(folder))) {
      cut++
      expect(await run(['verify', '--data-dir', folder])).toMatchObject({ code: 1, err: expect.stringContaining('No directory in') })
      expect(await run(['restore', backup, '--data-dir', folder])).toMatchObject({ code: 0, err: '' })
    }
    expect(drafts(folder)).toEqual([])
    expect(readFileSync(databaseIn(folder)).equals(whole)).toBe(true)
  }
  expect(cut).toBeGreaterThan(0)
})

test('a full disk is told in one line, and nothing half is left', async () => {
  const place = await commandPlace(sqlite)
  const { run, file, folder, masterKey } = place
  await run(['seed', '-'], 'rollcall: 1')
  // Writing beyond this many KiB of a file fails, as on a full disk: the kernel sees to it.
  const small = (...args: string[]) => {
    const env = { ...process.env, ROLLCALL_MASTER_KEY: masterKey }
    return spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 100; exec "$0" "$@"`, process.execPath, program, ...args], {
      encoding: 'utf8',
      env,
    })
  }
  const backup = small('backup', '--data-dir', folder, '--to', file('b'))
  expect(backup).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^rollcall: \S+b can't be written \(.+\)\. Give --to .*\n$/),
  })
  expect(readdirSync(file('.'))).toEqual(['data'])
  copyFileSync(databaseIn(folder), file('whole'))
  const restore = small('restore', file('whole'), '--data-dir', file('new'))
  expect(restore).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^rollcall: \S+whole can't be copied to \S+ \(.+\)\. Make room, .*\n$/),
  })
  expect(readdirSync(file('new'))).toEqual(['server.lock'])
})
