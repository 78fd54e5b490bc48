import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type CommandPlace, commandPlace } from '../../kit/command-line.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { everySecret } from '../../kit/secrets/every-secret.ts'
import { keptTexts } from '../../kit/secrets/kept-texts.ts'
import { startTestServer } from '../../kit/server.ts'

const command = ['keys', 'rotate-master-key']
const other = Buffer.alloc(32, 8).toString('base64')

async function startOn({ databaseUrl, folder }: CommandPlace, masterKey: string | undefined) {
  const server = await startTestServer({ databaseUrl, settings: { dataDir: folder, masterKey } })
  onTestFinished(async () => void (await server.stop()))
  return server
}

const keyIn = ({ folder }: CommandPlace, name = 'master.key') => readFileSync(join(folder, name), 'utf8')
const keyFiles = ({ folder }: CommandPlace) => readdirSync(folder).filter((name) => name.startsWith('master.key'))

onEveryEngine('keys rotate-master-key', (engine) => {
  test('a key in the data folder: another one takes its place, the old one stays beside it, every secret is as it was', async () => {
    const place = await commandPlace(engine, { ownKey: true })
    const server = await startOn(place, undefined)
    const expectSame = await everySecret(server)
    const old = keyIn(place)
    const running = await place.run(command)
    expect(running).toMatchObject({ code: 1, out: '' })
    expect(running.err).toMatch(/^rollcall: (Another Rollcall server runs on this data folder|A server of this directory runs) .*\n$/)
    expect([keyIn(place), keyFiles(place)]).toEqual([old, ['master.key']])
    await server.stop()
    const shown = await place.run(['keys', 'show'])
    const { code, out, err } = await place.run(command)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const said =
      /^Sealed (\d+) secrets anew\. master\.key holds the new key; the old one, for copies that were made before, is .*(master\.key\.old-[0-9a-f]{8})\.\n$/
    const [, secrets, aside] = said.exec(out) ?? []
    expect(Number(secrets)).toBeGreaterThan(15)
    expect(keyFiles(place)).toEqual(['master.key', aside])
    expect(keyIn(place)).toMatch(/^[A-Za-z0-9+/]{43}=\n$/)
    expect([keyIn(place) === old, keyIn(place, aside) === old]).toEqual([false, true])
    for (const name of keyFiles(place)) expect(statSync(join(place.folder, name)).mode & 0o777).toBe(0o600)
    expect(await place.run(['keys', 'show'])).toEqual(shown)
    const later = await startOn(place, undefined)
    await expectSame(later)
  })

  test('a key from a setting: the new one is given, and it is said what to change', async () => {
    const place = await commandPlace(engine)
    const server = await startOn(place, place.masterKey)
    await server.stop()
    const before = await keptTexts(place)
    expect(await place.run(command)).toEqual({
      ...{ code: 2, out: '' },
      err: 'rollcall: the master key comes from ROLLCALL_MASTER_KEY, so the new one must be given: openssl rand -base64 32 > <file>, then --new-key-file <file>\n',
    })
    const given = [...command, '--new-key-file', '-']
    expect(await place.run(given, place.masterKey)).toEqual({
      ...{ code: 2, out: '' },
      err: 'rollcall: the new master key is the one in force already: give another one. Nothing was changed.\n',
    })
    expect(await place.run(given, 'short')).toEqual({
      ...{ code: 2, out: '' },
      err: 'rollcall: the content of standard input (--new-key-file) cannot be used as it is. It must be 32 bytes in Base64, as `openssl rand -base64 32` makes them.\n',
    })
    const wrong = await place.run([...given, '--master-key', Buffer.alloc(32, 1).toString('base64')], other)
    expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^rollcall: The master key is not the one this directory/) })
    expect(await keptTexts(place)).toEqual(before)
    const set = 'Set ROLLCALL_MASTER_KEY, or the content of the file that ROLLCALL_MASTER_KEY_FILE names, to the new key for every server.'
    expect(await place.run([...command, '--new-key-file', place.file('new', `${other}\n`)])).toEqual({
      ...{ code: 0, err: '' },
      out: `Sealed 6 secrets anew. ${set} Keep the old one for copies that were made before.\n`,
    })
    expect(existsSync(place.folder) ? keyFiles(place) : []).toEqual([])
    expect((await place.run(['keys', 'show'])).err).toMatch(/^rollcall: The master key is not the one this directory is sealed with\./)
    expect(await place.run(given, other)).toEqual({
      ...{ code: 0, err: '' },
      out: `The directory is sealed under the new key already. ${set}\n`,
    })
    expect(await place.run(['keys', 'show', '--master-key', other])).toMatchObject({ code: 0 })
  })

  test('a change that was cut off: doctor tells which key fits, and the next start ends it', async () => {
    const place = await commandPlace(engine, { ownKey: true })
    await (await startOn(place, undefined)).stop()
    const old = keyIn(place)
    // Before its commit: the key that was to be next opens nothing, and the next change keeps it.
    const unused = Buffer.alloc(32, 5).toString('base64')
    writeFileSync(join(place.folder, 'master.key.next'), unused)
    expect((await place.run(['doctor', '--port', '1'])).out).toContain('readable, the master key fits; first key')
    expect(await place.run(command)).toMatchObject({ code: 0, err: '' })
    const present = keyIn(place)
    const aside = keyFiles(place).filter((name) => name !== 'master.key')
    expect(new Set(aside.map((name) => keyIn(place, name)))).toEqual(new Set([old, unused]))
    // After its commit.
    renameSync(join(place.folder, 'master.key'), join(place.folder, 'master.key.next'))
    writeFileSync(join(place.folder, 'master.key'), old)
    expect((await place.run(['doctor', '--port', '1'])).out).toContain(
      'readable, the master key in master.key.next fits, and the next start makes it master.key; first key',
    )
    expect([keyIn(place), keyIn(place, 'master.key.next')]).toEqual([old, present])
    await (await startOn(place, undefined)).stop()
    expect(keyIn(place)).toBe(present)
    expect(keyFiles(place)).not.toContain('master.key.next')
    expect((await place.run(['doctor', '--port', '1'])).out).toContain('readable, the master key fits; first key')
  })

  test('a new key that cannot be kept: nothing is changed', async () => {
    const place = await commandPlace(engine, { ownKey: true })
    await (await startOn(place, undefined)).stop()
    const before = [keyIn(place), await keptTexts(place)]
    mkdirSync(join(place.folder, 'master.key.next'))
    expect(await place.run(command)).toEqual({
      ...{ code: 1, out: '' },
      err: expect.stringMatching(/^rollcall: The new master key can't be kept in \S+, and nothing was changed \(EISDIR\)\. .*\n$/),
    })
    expect([keyIn(place), await keptTexts(place)]).toEqual(before)
  })

  test('a directory that is not there yet is made by nobody', async () => {
    const place = await commandPlace(engine, { ownKey: true })
    expect(await place.run(command)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^rollcall: No directory in /) })
    expect(existsSync(place.folder)).toBe(false)
  })
})
