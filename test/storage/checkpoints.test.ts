import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Checkpoints, startCheckpoints } from '../../src/storage/engines/checkpoints.ts'
import { openReader, openWriter } from '../../src/storage/engines/open-sqlite.ts'
import { passingFolder } from '../kit/passing-folder.ts'

function newFile(): string {
  const folder = passingFolder('rollcall-checkpoints-')
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'rollcall.sqlite')
}

const turn = () => new Promise(setImmediate)

/** A writer, a reader and, once it is begun, the thread; with a log that is moved from twenty pages on. */
function place() {
  const file = newFile()
  const [{ database }, reader] = [openWriter(file), openReader(file)]
  let begun: Checkpoints | undefined
  const begin = (most = 100_000) => {
    begun = startCheckpoints(file, { everyMs: 1, enough: 20, most })
    return begun
  }
  onTestFinished(async () => {
    await begun?.stop()
    reader.close()
    database.close()
  })
  const insert = database.prepare('insert into settings values (?, ?)')
  const log = () => database.prepare('pragma wal_checkpoint(noop)').get()
  const pagesOfLog = () => Number(log()?.log)
  const movedPages = () => Number(log()?.checkpointed)
  const count = reader.database.prepare(`select count(*) as n from settings where name like 'row%'`)
  return { reader, begin, insert, pagesOfLog, movedPages, seen: () => count.get()?.n }
}

test('the log begins anew again and again while it is written, and loses nothing', async () => {
  const { begin, insert, pagesOfLog, seen } = place()
  const checkpoints = begin()
  let rows = 0
  const write = () => insert.run(`row${rows++}`, 'x'.repeat(3000))
  for (let begun = 0; begun < 3; ) {
    write()
    await turn()
    if (!checkpoints.due()) continue
    // What was moved wholly may have begun anew by itself meanwhile; from a long log it does in the test below.
    expect(await checkpoints.restart()).toBe(true)
    write()
    expect(pagesOfLog()).toBeLessThan(20)
    begun++
  }
  expect(seen()).toBe(rows)
})

test('who reads what is old keeps the log as it is, and holds nobody up for long', async () => {
  const { reader, begin, insert, pagesOfLog, movedPages, seen } = place()
  insert.run('row', '')
  reader.beginRead()
  expect(seen()).toBe(1)
  for (let row = 0; row < 300; row++) insert.run(`row${row}`, 'x'.repeat(3000))
  const checkpoints = begin()
  // The thread moves what the reader lets it, which is little, and tells so.
  while (movedPages() === 0) await turn()
  for (let turns = 0; turns < 50; turns++) {
    await turn()
    expect(checkpoints.due()).toBe(false)
  }
  expect(await checkpoints.restart()).toBe(true)
  insert.run('row after', '')
  expect([seen(), pagesOfLog() > 300]).toEqual([1, true])
  reader.rollback()
  expect(await checkpoints.restart()).toBe(true)
  insert.run('row at last', '')
  expect([seen(), pagesOfLog() < 20]).toEqual([303, true])
})

test('who reads for long is not waited for again before the log has grown as much once more', async () => {
  const { reader, begin, insert, pagesOfLog, seen } = place()
  insert.run('row', '')
  reader.beginRead()
  expect(seen()).toBe(1)
  let rows = 0
  const write = () => insert.run(`row${rows++}`, 'x'.repeat(3000))
  while (pagesOfLog() < 1000) write()
  const checkpoints = begin(1000)
  while (!checkpoints.due()) {
    write()
    await turn()
  }
  expect(await checkpoints.restart()).toBe(true)
  // The thread had told of more than 1000 pages, and the log may have grown since.
  while (pagesOfLog() < 2000) {
    expect(checkpoints.due()).toBe(false)
    write()
    await turn()
  }
  while (!checkpoints.due()) {
    write()
    await turn()
  }
  expect(pagesOfLog()).toBeGreaterThan(2000)
  reader.rollback()
  expect(await checkpoints.restart()).toBe(true)
  write()
  expect(pagesOfLog()).toBeLessThan(20)
})

test('without the thread the writer is told so, to move the log itself', async () => {
  const checkpoints = startCheckpoints(join(newFile(), 'nowhere', 'rollcall.sqlite'))
  while (!checkpoints.due()) await turn()
  expect(await checkpoints.restart()).toBe(false)
  await checkpoints.stop()
})
