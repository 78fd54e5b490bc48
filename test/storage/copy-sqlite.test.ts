import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { copyDatabase } from '../../src/storage/engines/copy-sqlite.ts'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { StoreError } from '../../src/storage/start-error.ts'
import { layMigrated } from '../kit/migrated.ts'
import { passingFolder } from '../kit/passing-folder.ts'

const numbers = (database: DatabaseSync) =>
  database
    .prepare(`select value from settings where name in ('one', 'other') order by name`)
    .all()
    .map(({ value }) => Number(value))

test('a copy is of one moment, whatever is written meanwhile and however often the log begins anew', async () => {
  const folder = passingFolder('rollcall-copy-')
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await layMigrated(folder)
  const writer = new DatabaseSync(databaseIn(folder), { timeout: 0 })
  writer.exec(`pragma journal_mode = wal; pragma synchronous = off; insert into settings values ('one', '0'), ('other', '0')`)
  // More than is copied in one go.
  const fill = writer.prepare('insert into settings values (?, ?)')
  for (let megabyte = 0; megabyte < 160; megabyte++) fill.run(`filler-${megabyte}`, 'x'.repeat(2 ** 20))
  writer.exec('pragma wal_checkpoint(truncate)')
  const restart = writer.prepare('pragma wal_checkpoint(restart)')

  const copied = { done: false }
  const target = join(folder, 'copy')
  const copy = copyDatabase(folder, target, `${target}.part`).finally(() => (copied.done = true))
  let written = 0
  while (!copied.done) {
    written++
    writer.exec(`begin immediate; update settings set value = '${written}' where name in ('one', 'other'); commit`)
    restart.get()
    await new Promise(setImmediate)
  }
  await copy
  expect(written).toBeGreaterThan(10)
  expect(numbers(writer)).toEqual([written, written])
  writer.close()
  const made = new DatabaseSync(target, { readOnly: true })
  expect(numbers(made)).toEqual([0, 0])
  expect(made.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'delete' })
  made.close()
})

test('what fails on the way to a name is told of the target, not of the data folder, and leaves nothing', async () => {
  const folder = passingFolder('rollcall-copy-')
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await layMigrated(folder)
  const target = join(folder, 'copy')
  mkdirSync(target)
  await expect(copyDatabase(folder, target, `${target}.part`)).rejects.toThrow(
    new StoreError(`${target} can't be written (EISDIR). Give --to another path, or make room.`),
  )
  expect(readdirSync(folder).filter((name) => name.startsWith('copy.part'))).toEqual([])
})
