import { readdirSync } from 'node:fs'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { commandPlace } from '../kit/command-line.ts'
import { onPostgres } from '../kit/engines.ts'
import { startSeveringProxy } from '../storage/severing-proxy.ts'

const lost = String.raw`PostgreSQL can't be used any more \(.+\): check that it runs, .*, then run this again`

/** A seeded directory, and a way to it that is cut when a text goes by. */
async function place(seeded: boolean, ownKey: boolean) {
  const made = await commandPlace({ name: 'postgres', newDatabase: async () => undefined }, { ownKey })
  const proxy = await startSeveringProxy(made.databaseUrl as string)
  onTestFinished(proxy.stop)
  if (seeded) expect(await made.run(['seed', '-'], company)).toMatchObject({ code: 0 })
  const run = (args: readonly string[], input?: string) => made.run(args, input, { ROLLCALL_DATABASE_URL: proxy.url })
  return { ...made, run, proxy }
}

const company = 'rollcall: 1\naccounts:\n  - name: Acme\n    keys:\n      - secretId: AKIDacme\n        secretKey: secret-of-acme\n'

onPostgres('a command that loses its connection says so in a line', () => {
  test.for([
    [['serve', '--port', '0'], 'insert into "accounts"', false],
    [['seed', '-'], 'insert into "accounts"', false],
    [['export'], 'from "accounts"', true],
    [['keys', 'show'], 'from "settings"', true],
  ] as const)('%j', async ([args, text, seeded]) => {
    const { run, proxy } = await place(seeded, false)
    proxy.cutAt(text, 'before')
    expect(await run(args, company)).toEqual({ code: 1, out: '', err: expect.stringMatching(new RegExp(`^rollcall: ${lost}\n$`)) })
    proxy.heal()
    expect(await run(['seed', '-'], company)).toMatchObject({ code: 0 })
  })

  test('verify does not take it for a directory that is not whole', async () => {
    const { run, proxy } = await place(true, false)
    proxy.cutAt('member_count', 'before')
    const { code, out, err } = await run(['verify'])
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(new RegExp(`^rollcall: groups could not be looked at: ${lost}\n$`)),
    })
    expect(out).not.toContain('BAD')
    proxy.heal()
    expect(await run(['verify'])).toMatchObject({ code: 0 })
  })

  test.for([
    ['pg_stat_activity', 'before'],
    ['pg_stat_activity', 'after'],
    ['update "access_keys"', 'before'],
    ['update "access_keys"', 'after'],
  ] as const)('keys rotate-master-key, cut at %s, %s', async ([text, when]) => {
    const { run, folder, proxy } = await place(true, true)
    proxy.cutAt(text, when)
    expect(await run(['keys', 'rotate-master-key'])).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(new RegExp(`^rollcall: ${lost}\n$`)),
    })
    // Nothing was changed, and nothing is left of the key that was to follow.
    expect(readdirSync(folder).filter((name) => name.startsWith('master.key.next'))).toEqual([])
    proxy.heal()
    expect(await run(['keys', 'rotate-master-key'])).toMatchObject({ code: 0, err: '' })
  })

  test('a commit that nobody answered may have been kept, and the same command again finds out', async () => {
    const { run, databaseUrl } = await place(true, false)
    const database = new pg.Client({ connectionString: databaseUrl as string })
    await database.connect()
    onTestFinished(() => database.end())
    await database.query(`
      create function die() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
      create constraint trigger dies after insert on accounts deferrable initially deferred for each row execute function die()`)
    const other = company.replaceAll('cme', 'pex')
    expect(await run(['seed', '-'], other)).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(
        /^rollcall: The connection .* was lost before it answered a commit .* run this again, which finds what is there\.\n$/,
      ),
    })
    await database.query('drop trigger dies on accounts')
    expect(await run(['seed', '-'], other)).toMatchObject({ code: 0, err: '' })
  })
})
