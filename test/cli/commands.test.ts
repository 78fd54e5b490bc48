import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ownCommand } from '../../src/cli/own-command.ts'
import { flagOf, settingKeys } from '../../src/settings.ts'
import { root } from '../ground/tree.ts'
import { admin } from '../kit/admin.ts'
import { commandPlace } from '../kit/command-line.ts'
import { onEveryEngine, type TestEngine } from '../kit/engines.ts'
import { passingFolder } from '../kit/passing-folder.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'

/** Of this machine, and nobody listens there. */
async function closedPort(): Promise<string> {
  const probe = createTcpServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return String(port)
}

async function startedOn(engine: TestEngine) {
  const place = await commandPlace(engine)
  const server: TestServer = await startTestServer({ databaseUrl: place.databaseUrl, demo: true, settings: { dataDir: place.folder } })
  onTestFinished(async () => void (await server.stop()))
  return { ...place, server, port: ['--port', String(server.port)] }
}

onEveryEngine('the command line beside a server', (engine) => {
  const started = () => startedOn(engine)

  test('keys show: what the first start showed can be read again, from the data folder', async () => {
    const { run, server } = await started()
    const { secretId, secretKey } = await server.firstKey()
    const { id, secret, company } = await server.firstApp()
    expect(await run(['keys', 'show'])).toEqual({
      code: 0,
      err: '',
      out:
        `SecretId     ${secretId}\nSecretKey    ${secretKey}\nAdmin token  ${server.adminToken}\n` +
        `App ID       ${id}\nApp Secret   ${secret}\nTenant key   ${company}\n`,
    })
  })

  test('call signs with the stored key; with --dry-run it tells what would change, and nothing changes', async () => {
    const { run, port, server } = await started()
    const { demo } = server
    const group = { ZoneId: demo?.zone, GroupId: demo?.group }
    const parameters = JSON.stringify({ ...group, UserId: demo?.user })
    const rehearsed = await run(['call', 'AddUserToGroup', parameters, '--dry-run', ...port])
    expect(rehearsed).toMatchObject({ code: 0, err: expect.stringContaining('Nothing was changed. It would have changed:') })
    expect(rehearsed.err).toContain('"kind": "member_added"')
    const counted = async () => JSON.parse((await run(['call', 'GetGroup', JSON.stringify(group), ...port])).out).GroupInfo.MemberCount
    const before = await counted()
    expect(await run(['call', 'AddUserToGroup', parameters, ...port])).toMatchObject({ code: 0, err: '' })
    expect(await counted()).toBe(before + 1)
    const again = await run(['call', 'AddUserToGroup', parameters, '--dry-run', ...port])
    expect(again).toMatchObject({
      ...{ code: 1, out: expect.stringContaining('InvalidParameter.GroupUserAlreadyExists') },
      err: 'Nothing was changed. Nothing would have been.\n',
    })
    expect(await run(['call', 'GetGroup', JSON.stringify(group), '--dry-run', ...port])).toMatchObject({
      err: expect.stringContaining('A read has nothing to rehearse.'),
    })
  })

  test('a first key that was deleted is told from a directory that is empty', async () => {
    const { run, server, port } = await started()
    const { secretId } = await server.firstKey()
    const { uin } = server.start.firstKey
    expect(await run(['keys', 'delete', String(uin), secretId, ...port])).toMatchObject({ code: 0 })
    const shown = await run(['keys', 'show'])
    expect(shown).toMatchObject({ code: 0, err: '' })
    expect(shown.out).toMatch(
      /^The first key was deleted; rollcall keys create <uin> makes another one\.\nAdmin token {2}rollcall_\w+\nApp ID /,
    )
    const said = 'readable, the master key fits; the first key was deleted, rollcall keys create <uin> makes another one\n'
    expect(await run(['doctor', ...port])).toMatchObject({ code: 0, out: expect.stringContaining(said) })
    expect(await run(['call', 'ListGroups', '{}', ...port])).toEqual({
      ...{ code: 2, out: '' },
      err: 'rollcall: the first key was deleted: name another one with --key (rollcall keys lists them)\n',
    })
  })

  test('a directory that was seeded and never served has no keys yet', async () => {
    const { run } = await commandPlace(engine)
    await run(['seed', '-'], 'rollcall: 1')
    expect(await run(['keys', 'show'])).toEqual({
      ...{ code: 2, out: '' },
      err: 'rollcall: no keys yet: they are made by the first start of the server (rollcall serve)\n',
    })
    expect(await run(['doctor', '--port', await closedPort()])).toMatchObject({
      code: 0,
      out: expect.stringContaining('empty: the first start fills it'),
    })
    expect(await run(['call', 'ListGroups'])).toMatchObject({
      ...{ code: 2, out: '' },
      err: 'rollcall: no key yet: start the server once (rollcall serve)\n',
    })
  })

  test('every command tells what it takes', async () => {
    const { run } = await commandPlace(engine)
    const call = await run(['call', '--help'])
    expect(call).toMatchObject({ code: 0, err: '' })
    for (const told of ['rollcall call <Action>', '--dry-run', '--key', '--version']) expect(call.out).toContain(told)
    expect(await run(['help', 'call'])).toEqual(call)
    const serve = await run(['help', 'serve'])
    expect(serve.out).toMatch(/^ {2}--demo: /m)
    for (const key of settingKeys) expect(serve.out).toMatch(new RegExp(`^ {2}${flagOf(key)} +\\S.* \\[.+\\]$`, 'm'))
    expect((await run(['keys', 'show'])).err).toMatch(/^rollcall: No directory in .* yet\. .*[Ss]tart the server once: rollcall serve\.$/m)
  })
})

const nowhere: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

test.for([
  ['serv', 'rollcall: no command serv. Did you mean serve?\n'],
  ['xyzzy', 'rollcall: no command xyzzy. There are: serve, call, keys, seed, export, backup, restore, verify, doctor.\n'],
] as const)('rollcall %s: the closest command is named, or all of them', async ([name, err]) => {
  const { run } = await commandPlace(nowhere)
  expect(await run([name])).toEqual({ code: 2, out: '', err })
})

test('another program on the port is told from Rollcall, whatever it answers', async () => {
  const { run } = await startedOn(nowhere)
  let [status, body] = [0, '']
  const asked: unknown[] = []
  const other = createServer((req, res) => {
    asked.push(req.method)
    res.writeHead(status).end(body)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const told = () => `what answers at ${url} is not Rollcall (status ${status}): set ROLLCALL_PORT or --port`
  const tells = async (...args: string[]) => {
    expect(await run([...args, '--port', String(port)])).toEqual({ code: 2, out: '', err: `rollcall: ${told()}\n` })
  }
  for ([status, body] of [
    [200, '<html>hello</html>'],
    [404, '{"detail":"Not Found"}'],
    [200, '{"Response":"hello"}'],
    [200, '{"status":"hello\\nready"}'],
    [503, '{"status":"starting"}'],
    [204, ''],
  ] as const) {
    await tells('call', 'ListGroups')
    const doctor = await run(['doctor', '--port', String(port)])
    expect(doctor.code).toBe(1)
    expect(doctor.out.split('\n').filter((line) => !/^(ok|note) /.test(line))).toEqual([`BAD   server at ${url}: ${told()}`, ''])
  }
  // The last of them, an empty answer, is what a deletion is answered with.
  await tells('keys', 'list')
  await tells('keys', 'create', '1')
  for (const verb of ['enable', 'disable', 'delete']) await tells('keys', verb, '1', 'AKID1')
  expect(asked).not.toContain('DELETE')
})

test('what Rollcall refuses is told in its words', async () => {
  const { run, port } = await startedOn(nowhere)
  const { code, out, err } = await run(['keys', 'create', '1', ...port])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^rollcall: .*\b1\b.*\n$/)
  expect(err).not.toContain('is not Rollcall')
})

test('doctor: a server that cannot be asked is no server that is not running', async () => {
  const { run } = await commandPlace(nowhere)
  const other = createTcpServer((socket) => socket.end('220 no HTTP\r\n')).listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const told = await run(['doctor', '--port', String(port)])
  expect(told).toMatchObject({ code: 1, err: '' })
  expect(told.out).toMatch(
    new RegExp(`^BAD   server at http://127\\.0\\.0\\.1:${port}: cannot be asked \\(.+\\); check ROLLCALL_HOST, `, 'm'),
  )
  expect((await run(['doctor', '--port', await closedPort()])).out).toMatch(/^note {2}server at http:\S+: not running/m)
})

test('doctor: a Redis that does not answer says why', async () => {
  const { run } = await commandPlace(nowhere)
  const port = await closedPort()
  const { code, out } = await run(['doctor', '--redis-url', `redis://127.0.0.1:${port}`, '--port', port])
  expect(code).toBe(1)
  expect(out).toContain(`BAD   Redis: does not answer (connect ECONNREFUSED 127.0.0.1:${port}); check ROLLCALL_REDIS_URL\n`)
})

test('doctor: a Rollcall that is not ready says why', async () => {
  const { run } = await commandPlace(nowhere)
  const server = createServer((_, res) => res.writeHead(503).end('{"status":"not ready","reason":"The server is starting."}')).listen(
    0,
    '127.0.0.1',
  )
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { code, out } = await run(['doctor', '--port', String(port)])
  expect(code).toBe(1)
  expect(out).toMatch(new RegExp(`^BAD   server at http://127\\.0\\.0\\.1:${port}: not ready \\(The server is starting\\.\\)$`, 'm'))
})

test('keys: a name with what is not seen in it takes one line, and moves no cursor', async () => {
  const { run, port, server } = await startedOn(nowhere)
  const { body } = await admin<{ uin: number }>(server, 'POST', '/accounts', { name: 'a\n\u001b[2Jb', verification: 'none' })
  await run(['keys', 'create', String(body.uin), ...port])
  const { code, out } = await run(['keys', ...port])
  expect(code).toBe(0)
  const lines = out.split('\n').slice(1, -1)
  expect(lines).toHaveLength(2)
  expect(lines.filter((line) => line.includes('  "a\\n\\u001b[2Jb"  AKID'))).toHaveLength(1)
})

test('an option of call without its value is refused', async () => {
  const { run } = await commandPlace(nowhere)
  expect(await run(['call', 'ListGroups', '{}', '--key'])).toEqual({ code: 2, out: '', err: 'rollcall: --key needs a value\n' })
})

test('an option is not taken for the value of the one before it', async () => {
  const { run } = await commandPlace(nowhere)
  const err = 'rollcall: --to needs a value, and --force is an option: a value that begins so is written --to=--force\n'
  expect(await run(['export', '--to', '--force'])).toEqual({ code: 2, out: '', err })
})

test('what to call again is said by its path, in a clone and in a package', () => {
  const home = passingFolder('rollcall-own-')
  onTestFinished(() => rmSync(home, { recursive: true }))
  const installed = join(home, 'node_modules', 'rollcall')
  mkdirSync(join(installed, 'bin'), { recursive: true })
  writeFileSync(join(installed, 'bin', 'rollcall.js'), '')
  expect(ownCommand(join(installed, 'rollcall.js'), home)).toBe('node node_modules/rollcall/bin/rollcall.js')
  expect(ownCommand(join(installed, 'rollcall.js'), root)).toMatch(/^node \/.*\/bin\/rollcall\.js$/)
  expect(ownCommand(join(root, 'dist', 'rollcall.js'), root)).toBe('node bin/rollcall.js')
  expect(ownCommand(join(root, 'src', 'cli', 'rollcall.ts'), root)).toBe('node bin/rollcall.js')
  expect(ownCommand(join(home, 'rollcall.js'), home)).toBe('rollcall')
})
