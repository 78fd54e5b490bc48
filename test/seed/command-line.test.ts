import { readFileSync, statSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { storedKey } from '../../src/bootstrap/stored-credentials.ts'
import { sdkClient } from '../kit/clients.ts'
import { commandPlace as place } from '../kit/command-line.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { startTestServer } from '../kit/server.ts'

const company = `\
rollcall: 1
accounts: [{ name: Works, verification: enterprise, keys: [{ secretId: AKIDworks, secretKey: secret }] }]
organizations: [{ manager: Works }]
zones: [{ manager: Works, name: works, users: [{ name: a }] }]
`

onEveryEngine('the command line', (engine) => {
  test('seeds a file, says what it made, and says when it changed nothing', async () => {
    const { run, file } = await place(engine)
    const path = file('company.yaml', company)
    expect(await run(['seed', path])).toEqual({
      code: 0,
      out: `${path}: made 1 account, 1 organization, 1 key, 1 zone, 1 user.\n`,
      err: '',
    })
    expect(await run(['seed', path])).toEqual({
      code: 0,
      out: `${path} changed nothing: the directory holds all of it already.\n`,
      err: '',
    })
    expect(await run(['seed', '-'], company)).toMatchObject({ code: 0, out: expect.stringContaining('standard input changed nothing') })
  })

  test('says everything that is wrong, a line each, and writes nothing', async () => {
    const { run, file } = await place(engine)
    const path = file('wrong.yaml', `${company}extra: 1\nmore: 2\n`)
    const { code, out, err } = await run(['seed', path])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.split('\n')).toEqual([
      `${path}:5:1: extra: \`extra\` is not known here. There are rollcall, accounts, organizations, zones, companies, mailBindings.`,
      `${path}:6:1: more: \`more\` is not known here. There are rollcall, accounts, organizations, zones, companies, mailBindings.`,
      `rollcall: 2 things are wrong in ${path}; nothing was written.`,
      '',
    ])
    expect((await run(['export'])).out).toBe('rollcall: 1\n')
  })

  test('exports to its output or a file, which comes back the same', async () => {
    const { run, file } = await place(engine)
    await run(['seed', '-'], company)
    const { out } = await run(['export'])
    expect(await run(['export', '--to', file('out.yaml')])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(file('out.yaml'), 'utf8')).toBe(out)
    expect(statSync(file('out.yaml')).mode & 0o777).toBe(0o600)
    const kept = file('kept.yaml', 'mine')
    expect(await run(['export', '--to', kept])).toEqual({ code: 2, out: '', err: expect.stringContaining('kept.yaml is there already') })
    expect(readFileSync(kept, 'utf8')).toBe('mine')
    expect(await run(['export', '--to', kept, '--force'])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(kept, 'utf8')).toBe(out)
    const other = await place(engine)
    await other.run(['seed', file('out.yaml')])
    expect((await other.run(['export'])).out).toBe(out)
  })

  test('beside a server: export always, seed where several processes may write', async () => {
    const { run, folder, databaseUrl } = await place(engine)
    const server = await startTestServer({ databaseUrl, settings: { dataDir: folder } })
    onTestFinished(async () => void (await server.stop()))
    expect((await run(['export'])).out).toContain('name: Manager')
    const { code, err } = await run(['seed', '-'], company)
    if (engine.name === 'sqlite') {
      expect({ code, err }).toEqual({
        code: 1,
        err: expect.stringMatching(/^rollcall: Another Rollcall server runs on this data folder .* Stop it/),
      })
      expect((await run(['export'])).out).not.toContain('name: Works')
    } else {
      expect(code).toBe(0)
      const client = sdkClient({ secretId: 'AKIDworks', secretKey: 'secret' }, { endpoint: `127.0.0.1:${server.port}` })
      const { ZoneId } = await client.DescribeIdentityCenter()
      expect(await client.ListUsers({ ZoneId: ZoneId ?? '' })).toMatchObject({ TotalCounts: 1, Users: [{ UserName: 'a' }] })
    }
  })

  test('a server that first starts on a seeded directory has its first key for the manager', async () => {
    const { run, folder, databaseUrl } = await place(engine)
    await run(['seed', '-'], company)
    const server = await startTestServer({ databaseUrl, settings: { dataDir: folder } })
    onTestFinished(async () => void (await server.stop()))
    const client = sdkClient(await server.firstKey(), { endpoint: `127.0.0.1:${server.port}` })
    expect(await client.DescribeIdentityCenter()).toMatchObject({ ZoneName: 'works' })
    expect((await run(['export'])).out).not.toContain('Manager')
  })

  test('a first start that is given the key of the file takes it as it is', async () => {
    const { run, folder, databaseUrl } = await place(engine)
    await run(['seed', '-'], company)
    const server = await startTestServer({ databaseUrl, settings: { dataDir: folder, secretId: 'AKIDworks', secretKey: 'secret' } })
    onTestFinished(async () => void (await server.stop()))
    expect(server.start).toMatchObject({ kept: [], firstKey: { secretId: 'AKIDworks' } })
    expect(server.start.made).not.toHaveProperty('key')
    expect(await storedKey(server.store.reader, server.vault)).toEqual({ secretId: 'AKIDworks', secretKey: 'secret' })
  })
})

test('a generated company is printed, the same for the same number, and may be seeded', async () => {
  const { run, file } = await place({ name: 'sqlite', newDatabase: async () => undefined })
  const printed = await run(['seed', '--generate', '30', '--random', '7'])
  expect(printed).toMatchObject({ code: 0, err: '' })
  expect(await run(['seed', '--generate=30', '--random=7', '--to', file('made.yaml')])).toEqual({ code: 0, out: '', err: '' })
  expect(readFileSync(file('made.yaml'), 'utf8')).toBe(printed.out)
  const other = ['seed', '--generate', '31', '--to', file('made.yaml')]
  expect(await run(other)).toMatchObject({ code: 2, err: expect.stringMatching(/made\.yaml is there already .* --force/) })
  expect((await run(['seed', file('made.yaml')])).out).toMatch(/30 users/)
  expect(await run([...other, '--force'])).toEqual({ code: 0, out: '', err: '' })
  expect(readFileSync(file('made.yaml'), 'utf8')).not.toBe(printed.out)
})

const usages: [args: string[], says: string][] = [
  [['seed'], 'rollcall: say which file:'],
  [['seed', 'a', 'b'], 'rollcall: say which file:'],
  [['seed', 'nowhere.yaml'], 'rollcall: cannot read nowhere.yaml (ENOENT)'],
  [['seed', '--generate', 'many'], 'rollcall: --generate takes a number of people'],
  [['seed', '--generate', '0'], 'rollcall: --generate takes a number of people'],
  [['seed', '--generate'], 'rollcall: --generate needs a value'],
  [['seed', '--generate', '5', '--random', 'x'], 'rollcall: --random takes a whole number'],
  [['seed', '--generate', '5', 'file'], 'rollcall: a generated company takes no file'],
  [['seed', '--generate', '5', '--to', 'nowhere/x'], 'rollcall: cannot write nowhere/x (ENOENT)'],
  [['export', 'file'], 'rollcall: export takes no file'],
]

test.for(usages)('rollcall %s is refused', async ([args, says]) => {
  const { run } = await place({ name: 'sqlite', newDatabase: async () => undefined })
  const { code, out, err } = await run(args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err.startsWith(says), err).toBe(true)
})

test('an export of a folder in which nothing is yet says so', async () => {
  const { run } = await place({ name: 'sqlite', newDatabase: async () => undefined })
  expect(await run(['export'])).toMatchObject({ code: 1, err: expect.stringMatching(/^rollcall: No directory in .* yet/) })
})
