import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { onEveryEngine } from '../../kit/engines.ts'
import { passingFolder } from '../../kit/passing-folder.ts'
import { newDatabase } from '../../kit/postgres.ts'
import { program } from '../../kit/program.ts'
import { startTestServer } from '../../kit/server.ts'

const dying = join(import.meta.dirname, 'dying.ts')

interface Place {
  readonly folder: string
  readonly databaseUrl: string | undefined
}

/** Changes the master key in a process that counts its steps, and may die at one; answers what became of it. */
async function rotate({ folder, databaseUrl }: Place, counting: Record<string, string>): Promise<string> {
  const env = { PATH: process.env.PATH, ROLLCALL_DATA_DIR: folder, ...(databaseUrl && { ROLLCALL_DATABASE_URL: databaseUrl }), ...counting }
  const child = spawn(process.execPath, ['--import', dying, program, 'keys', 'rotate-master-key'], { env, stdio: 'ignore' })
  const [code, signal] = await new Promise<unknown[]>((resolve) => child.on('exit', (...ended) => resolve(ended)))
  return String(signal ?? code)
}

/** What a process that was killed had sent is done, or is not, when the database has noticed. */
async function unused(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const others = 'select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
  while ((await client.query(others)).rows[0].n > 0);
  await client.end()
}

const keysIn = (folder: string) =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.startsWith('master.key'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )

onEveryEngine('kill -9 while the master key is changed', (engine) => {
  test('at every step: the directory starts with one of two keys, and both are known', { timeout: 180_000 }, async () => {
    const home = passingFolder('rollcall-rotation-')
    onTestFinished(() => rmSync(home, { recursive: true, force: true }))
    const start = (place: Place) =>
      startTestServer({ databaseUrl: place.databaseUrl, settings: { dataDir: place.folder, masterKey: undefined } })
    const first = { folder: join(home, 'first'), databaseUrl: await engine.newDatabase() }
    const server = await start(first)
    const secrets = async (of: typeof server) => [await of.firstKey(), await of.firstApp(), of.adminToken]
    const made = await secrets(server)
    await server.stop()
    const old = keysIn(first.folder).get('master.key') as string

    const copy = async (name: string): Promise<Place> => {
      const folder = join(home, name)
      cpSync(first.folder, folder, { recursive: true })
      if (!first.databaseUrl) return { folder, databaseUrl: undefined }
      await unused(first.databaseUrl)
      return { folder, databaseUrl: await newDatabase(first.databaseUrl.replace(/[^/]+$/, 'postgres'), first.databaseUrl) }
    }

    const whole = await copy('whole')
    expect(await rotate(whole, { STEPS: join(home, 'steps') })).toBe('0')
    const steps = readFileSync(join(home, 'steps'), 'utf8').trim().split('\n')
    const begun = steps.findIndex((step) => step.includes('master.key'))
    const deaths = steps.flatMap((step, number) => {
      if (number < begun) return []
      return step === 'send commit' ? [`before:${number}`, `after:${number}`] : [`before:${number}`]
    })
    const ends = new Set<string>()
    for (const death of [...deaths, `after:${steps.length - 1}`]) {
      const place = await copy(death)
      expect([death, await rotate(place, { DIE: death })]).toEqual([death, 'SIGKILL'])
      if (place.databaseUrl) await unused(place.databaseUrl)
      const left = keysIn(place.folder)
      const started = await start(place)
      expect([death, await secrets(started)]).toEqual([death, made])
      await started.stop()
      const keys = keysIn(place.folder)
      const inForce = keys.get('master.key') as string
      // Neither key is lost, whichever is in force: also not the one that a copy of the directory from before needs.
      expect([death, [...keys.values()].includes(old), [...left.values()].includes(inForce)]).toEqual([death, true, true])
      ends.add(
        inForce === old ? 'old' : keys.has('master.key.next') ? 'next left' : left.has('master.key.next') ? 'ended by the start' : 'new',
      )
      rmSync(place.folder, { recursive: true })
    }
    expect(ends).toEqual(new Set(['old', 'ended by the start', 'new']))
    expect(existsSync(join(whole.folder, 'master.key.next'))).toBe(false)
  })
})
