import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { startLoad } from '../failures/durability/load.ts'
import { prepare } from '../failures/durability/prepare.ts'
import { type ServerProcess, startProcess } from '../failures/durability/server-process.ts'
import { SignedCaller } from '../failures/durability/signed-caller.ts'
import { type CommandPlace, commandPlace } from '../kit/command-line.ts'
import type { TestEngine } from '../kit/engines.ts'
import { Seeded } from '../kit/seeded.ts'

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }
const random = new Seeded(Number(process.env.SEED ?? Date.now() % 1_000_000))

/** Every event, in order. */
function eventsIn(folder: string): string[] {
  const database = new DatabaseSync(databaseIn(folder), { readOnly: true })
  try {
    return database
      .prepare('select * from events order by tenant, seq')
      .all()
      .map((row) => JSON.stringify(row))
  } finally {
    database.close()
  }
}

async function listed(server: ServerProcess, zone: string, group: string): Promise<unknown> {
  const caller = new SignedCaller(await server.port)
  const { GroupMembers } = await caller.must('ListGroupMembers', { ZoneId: zone, GroupId: group, MaxResults: 100 })
  caller.close()
  return GroupMembers
}

/** Its key lies in the data folder, as a first start makes it. */
const run = (place: CommandPlace, args: readonly string[]) => place.run(args, undefined, { ROLLCALL_MASTER_KEY: undefined })

test(`a backup under load has all that was acknowledged before it began, comes back whole, and is served (seed ${random.seed})`, {
  timeout: 60_000,
}, async () => {
  const place = await commandPlace(sqlite)
  const { folder, file } = place
  const server = startProcess(folder)
  onTestFinished(() => server.kill9())
  const port = await server.port
  const { place: zone, ledger } = await prepare(port)
  const load = startLoad(port, zone, ledger, random, 16)
  await load.begun
  const acknowledged = [...ledger.acknowledged]
  expect(await run(place, ['backup', '--to', file('backup.sqlite')])).toMatchObject({ code: 0, err: '' })
  const during = ledger.acknowledged.length - acknowledged.length
  await load.stop()
  expect(during).toBeGreaterThan(10)

  const other = file('other')
  mkdirSync(other)
  cpSync(join(folder, 'master.key'), join(other, 'master.key'))
  const restored = await run(place, ['restore', file('backup.sqlite'), '--data-dir', other])
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('The master key fits') })
  expect(await run(place, ['verify', '--data-dir', other])).toMatchObject({ code: 0, err: '' })
  const events = eventsIn(other)
  const known = new Set(events.map((row) => (JSON.parse(row) as { request_id: string }).request_id))
  expect(acknowledged.filter((request) => !known.has(request))).toEqual([])
  expect(await server.stop()).toBe(0)
  expect(new Set(events).isSubsetOf(new Set(eventsIn(folder)))).toBe(true)

  // The same calls with the same key are answered from it; what a group holds is what its events made of it.
  const again = startProcess(other)
  onTestFinished(() => again.kill9())
  for (const group of zone.groups) {
    const told = (await listed(again, zone.zone, group)) as { UserId: string }[]
    const members = new Set<string>()
    for (const row of events.map((event) => JSON.parse(event)).filter(({ subject }) => subject === group)) {
      if (row.kind === 'member_added') members.add(JSON.parse(row.after).user)
      if (row.kind === 'member_removed') members.delete(JSON.parse(row.before).user)
    }
    expect(told.map(({ UserId }) => UserId).sort()).toEqual([...members].sort())
  }
  expect(await again.stop()).toBe(0)
})
