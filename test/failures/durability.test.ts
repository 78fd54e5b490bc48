import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { newDatabase, startPostgres, type TestPostgres } from '../kit/postgres.ts'
import { Seeded } from '../kit/seeded.ts'
import { killPostgres } from './durability/kill-postgres.ts'
import { killRollcall } from './durability/kill-rollcall.ts'
import { startProcess } from './durability/server-process.ts'
import { truthIn, truthOf } from './durability/truth.ts'

/** The short form; `npm run torture` is the long one. */
const kills = { sqlite: 6, rollcallOnPostgres: 2, postgres: 3 }
const random = new Seeded(Number(process.env.SEED ?? Date.now() % 1_000_000))
const seed = `seed ${random.seed}`

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-kill-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test(`kill -9 of a server on SQLite loses no acknowledged change and leaves no half (${seed})`, { timeout: 60_000 }, async () => {
  const folder = newFolder()
  const survived = await killRollcall({
    kills: kills.sqlite,
    folder,
    truth: truthOf(join(folder, 'rollcall.sqlite')),
    random,
    longest: 300,
  })
  expect(survived.acknowledged).toBeGreaterThan(100)
  expect(survived.unanswered).toBeGreaterThan(0)
})

test(`kill -9 during the first start leaves a folder that starts (${seed})`, { timeout: 60_000 }, async () => {
  const folder = newFolder()
  for (const moment of [100, 200]) {
    const server = startProcess(folder)
    const end = Promise.withResolvers<void>()
    setTimeout(end.resolve, moment + random.below(100))
    await Promise.race([end.promise, server.port])
    await server.kill9()
  }
  const server = startProcess(folder)
  expect(await server.port).toBeGreaterThan(0)
  expect(await server.stop()).toBe(0)
})

describe.skipIf(!inject('postgres'))('on PostgreSQL', () => {
  test(`kill -9 of a server (${seed})`, { timeout: 60_000 }, async () => {
    const databaseUrl = await newDatabase(inject('postgres') as string)
    const truth = truthIn(databaseUrl)
    const survived = await killRollcall({ kills: kills.rollcallOnPostgres, folder: newFolder(), databaseUrl, truth, random, longest: 300 })
    // Each time not before every one of 24 connections could have had one.
    expect(survived.acknowledged).toBeGreaterThanOrEqual(2 * 24)
  })

  test(`kill -9 of the database (${seed})`, { timeout: 60_000 }, async () => {
    const postgres = (await startPostgres()) as TestPostgres
    onTestFinished(() => postgres.stop())
    const databaseUrl = await newDatabase(postgres.url)
    const plan = { kills: kills.postgres, folder: newFolder(), databaseUrl, truth: truthIn(databaseUrl), random, longest: 300 }
    const survived = await killPostgres(postgres, plan)
    expect(survived.acknowledged).toBeGreaterThan(50)
    expect(survived.unanswered).toBeGreaterThan(0)
  })
})
