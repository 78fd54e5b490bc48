import { expect, onTestFinished, test } from 'vitest'
import { admin } from '../../kit/admin.ts'
import { commandPlace } from '../../kit/command-line.ts'
import { onEveryEngine, type TestEngine } from '../../kit/engines.ts'
import { startTestServer } from '../../kit/server.ts'

async function startedOn(engine: TestEngine) {
  const place = await commandPlace(engine)
  const server = await startTestServer({ databaseUrl: place.databaseUrl, settings: { dataDir: place.folder } })
  onTestFinished(async () => void (await server.stop()))
  const statusWith = async (adminToken: string) => (await admin({ ...server, adminToken }, 'GET', '/accounts')).status
  return { ...place, server, statusWith, command: ['keys', 'rotate-admin-token', '--port', String(server.port)] }
}

onEveryEngine('keys rotate-admin-token', (engine) => {
  test('makes another one, which keys show and the other commands know at once; the old one ends', async () => {
    const { run, server, command, statusWith } = await startedOn(engine)
    const { code, out, err } = await run(command)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const token = /^The old token has ended\. Keep the new one:\n {2}Admin token {2}(rollcall_\w{40})\n$/.exec(out)?.[1] as string
    expect([await statusWith(server.adminToken), await statusWith(token)]).toEqual([401, 200])
    expect((await run(['keys', 'show'])).out).toContain(`\nAdmin token  ${token}\n`)
    expect(await run(['keys', '--port', String(server.port)])).toMatchObject({ code: 0, err: '' })
  })

  test('takes one from a file or standard input, never shows it, and says what is still set to another', async () => {
    const { run, command, file, statusWith } = await startedOn(engine)
    const given = [...command, '--new-token-file']
    expect(await run([...given, file('token', 'our own\n')])).toEqual({ code: 0, out: 'The old token has ended.\n', err: '' })
    expect(await statusWith('our own')).toBe(200)
    expect(await run([...given, '-', '--admin-token', 'our own'], 'the next one')).toEqual({
      ...{ code: 0, err: '' },
      out: 'The old token has ended.\nROLLCALL_ADMIN_TOKEN is set to another one, which opens nothing: change it, or take it out.\n',
    })
    expect([await statusWith('our own'), await statusWith('the next one')]).toEqual([401, 200])
  })

  test('what cannot be used is told in a line, and changes nothing', async () => {
    const { run, server, command, file, statusWith } = await startedOn(engine)
    const given = [...command, '--new-token-file']
    const refused = async (args: string[], told: string, input?: string) =>
      expect(await run(args, input)).toEqual({ code: 2, out: '', err: `rollcall: ${told}\n` })
    await refused([...given, file('none')], `cannot read ${file('none')}, which --new-token-file names (ENOENT)`)
    const must = 'cannot be used as it is. It must be a text without control characters, and without spaces at its ends.'
    await refused([...given, '-'], `the content of standard input (--new-token-file) ${must}`, ' \n')
    await refused([...given, file('two', 'one\ntwo\n')], `the content of ${file('two')} (--new-token-file) ${must}`)
    const same = 'This is the admin token in force already, and it stays so. Give another `token`, or none to have one made.'
    await refused([...given, '-'], same, server.adminToken)
    expect((await run([...command, 'more'])).err).toMatch(/^rollcall: keys rotate-admin-token takes no more: rollcall keys /)
    expect((await run(['keys', 'show', '--new-token-file', '-'])).err).toMatch(/^rollcall: keys show takes no --new-token-file: /)
    expect(await statusWith(server.adminToken)).toBe(200)
    await server.stop()
    expect((await run(command)).err).toMatch(/^rollcall: no server answers at /)
  })
})
