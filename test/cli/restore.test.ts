import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { type CommandPlace, commandPlace } from '../kit/command-line.ts'
import type { TestEngine } from '../kit/engines.ts'

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

/** A place with a backup of a made-up company in it. */
async function backedUp(): Promise<CommandPlace & { backup: string }> {
  const place = await commandPlace(sqlite)
  const { out } = await place.run(['seed', '--generate', '60'])
  await place.run(['seed', '-'], out)
  const backup = place.file('backup.sqlite')
  await place.run(['backup', '--to', backup])
  return { ...place, backup }
}

/** Refuses, and leaves nothing of a directory in the folder. */
async function refuses({ run, file }: CommandPlace, backup: string, told: RegExp, more: readonly string[] = []): Promise<void> {
  const folder = file('new')
  expect(await run(['restore', backup, '--data-dir', folder, ...more])).toEqual({ code: 1, out: '', err: expect.stringMatching(told) })
  const left = readdirSync(file('.')).includes('new') ? readdirSync(folder) : []
  expect(left.filter((name) => name !== 'server.lock')).toEqual([])
}

function changed(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

test('what is no whole backup of a directory that this program reads is refused in a line', async () => {
  const place = await backedUp()
  const { file, backup, folder } = place
  await refuses(place, file('none'), /^rollcall: \S+none can't be read \(ENOENT\)\. Name the file that rollcall backup wrote\.\n$/)
  await refuses(place, folder, /^rollcall: \S+data is no file\. .*\n$/)
  await refuses(place, file('text', 'no database'), /^rollcall: \S+text is no database\. .*\n$/)
  await refuses(place, file('empty', ''), /^rollcall: \S+empty is no database\. .*\n$/)
  changed(file('foreign'), 'create table t (a)')
  await refuses(place, file('foreign'), /^rollcall: \S+foreign is another program's database\. .*\n$/)

  const whole = readFileSync(backup)
  writeFileSync(file('half'), whole.subarray(0, whole.length / 2))
  await refuses(place, file('half'), /^rollcall: \S+half is damaged and was not restored \(.+\)\.\n$/s)
  const scratched = Buffer.from(whole)
  for (let page = 8; page < whole.length / 4096; page++) scratched.fill(0xff, page * 4096 + 8, page * 4096 + 40)
  writeFileSync(file('scratched'), scratched)
  await refuses(place, file('scratched'), /^rollcall: \S+scratched is damaged and was not restored \(.+\)\.\n$/s)

  cpSync(backup, file('newer'))
  changed(file('newer'), `insert into migrations values (999, '0999-later', 0)`)
  await refuses(place, file('newer'), /^rollcall: The directory was written by a newer Rollcall \(schema 999, .*\n$/)
  cpSync(backup, file('live'))
  writeFileSync(file('live-wal'), 'of a server')
  await refuses(place, file('live'), /^rollcall: \S+live is not whole without \S+live-wal, so it is no backup\. .*\n$/)
})

test('verify tells the same of each, with what is wrong and what to do', async () => {
  const { run, file, backup } = await backedUp()
  expect(await run(['verify', backup])).toMatchObject({ code: 0, err: '' })
  expect(await run(['verify', file('text', 'no database')])).toEqual({ code: 1, out: '', err: expect.stringContaining('is no database') })
  const whole = readFileSync(backup)
  writeFileSync(file('half'), whole.subarray(0, whole.length / 2))
  expect((await run(['verify', file('half')])).code).toBe(1)
  cpSync(backup, file('miscounted'))
  changed(file('miscounted'), 'update groups set member_count = member_count + 1')
  const told = await run(['verify', file('miscounted')])
  expect(told).toMatchObject({ code: 1, err: expect.stringMatching(/^rollcall: \S+miscounted is not whole: restore another backup/) })
  expect(told.out.split('\n').filter((line) => line.startsWith('BAD'))).toEqual([
    expect.stringMatching(/^BAD {3}groups: group g-\S+ of zone z-\S+ counts \d+ members and has \d+; .*; there may be more$/),
  ])
  // Nothing was left beside what was only read.
  expect(readdirSync(file('.')).sort()).toEqual(['backup.sqlite', 'data', 'half', 'miscounted', 'text'])
})

test('a folder that holds a directory, or what may be the last of one, is left as it is', async () => {
  const { run, file, folder, backup } = await backedUp()
  const before = readFileSync(databaseIn(folder))
  expect(await run(['restore', backup])).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/rollcall\.sqlite is there already and was left/),
  })
  expect(readFileSync(databaseIn(folder)).equals(before)).toBe(true)
  mkdirSync(file('log'))
  writeFileSync(`${databaseIn(file('log'))}-wal`, 'changes')
  expect(await run(['restore', backup, '--data-dir', file('log')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('-wal is there already'),
  })
  mkdirSync(file('foreign'))
  writeFileSync(join(file('foreign'), 'mine.txt'), '')
  expect(await run(['restore', backup, '--data-dir', file('foreign')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('(mine.txt)'),
  })
  expect(readdirSync(file('foreign'))).toEqual(['mine.txt'])
})

test('the master key that is given or found is tried before anything is put there', async () => {
  const place = await backedUp()
  const { run, file, backup, masterKey } = place
  const other = file('other.key', Buffer.alloc(32, 8).toString('base64'))
  const wrong = ['--master-key-file', other]
  await refuses(place, backup, /^rollcall: The master key is not the one this directory is sealed with\. .*\n$/, wrong)
  expect(await run(['verify', backup, ...wrong])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^BAD {3}master key: .* is not the one/m),
  })

  const folder = file('keyed')
  mkdirSync(folder)
  writeFileSync(join(folder, 'master.key'), masterKey)
  const restored = await run(['restore', backup, '--data-dir', folder], undefined, { ROLLCALL_MASTER_KEY: undefined })
  expect(restored).toEqual({ code: 0, err: '', out: expect.stringContaining(`The master key fits (${join(folder, 'master.key')}).\n`) })

  const keyless = await run(['restore', backup, '--data-dir', file('keyless')], undefined, { ROLLCALL_MASTER_KEY: undefined })
  expect(keyless).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^It needs the master key .* put it into \S+keyless\/master\.key, or set/m),
  })
  const verified = await run(['verify', backup], undefined, { ROLLCALL_MASTER_KEY: undefined })
  expect(verified).toMatchObject({ code: 0, out: expect.stringMatching(/^note {2}master key: not tried, /m) })
})

test('a backup from before the master key was changed: the key that was set aside is named', async () => {
  const place = await commandPlace(sqlite, { ownKey: true })
  await place.run(['seed', '-'], (await place.run(['seed', '--generate', '60'])).out)
  const backup = place.file('backup.sqlite')
  await place.run(['backup', '--to', backup])
  await place.run(['keys', 'rotate-master-key'])
  const [aside = ''] = readdirSync(place.folder).filter((name) => name.startsWith('master.key.old-'))
  const told = `It is from before the key was changed: set ROLLCALL_MASTER_KEY_FILE to ${join(place.folder, aside)}, which fits.`
  expect(await place.run(['verify', backup])).toMatchObject({ code: 1, out: expect.stringContaining(`is sealed with. ${told}\n`) })

  const fresh = place.file('fresh')
  cpSync(join(place.folder, 'master.key'), join(fresh, 'master.key'))
  const restore = ['restore', backup, '--data-dir', fresh]
  expect(await place.run(restore)).toMatchObject({ code: 1, err: expect.stringMatching(/is sealed with\. Restore master\.key /) })
  expect(readdirSync(fresh).filter((name) => name !== 'server.lock')).toEqual(['master.key'])
  cpSync(join(place.folder, aside), join(fresh, 'master.key'))
  expect(await place.run(restore)).toMatchObject({ code: 0, out: expect.stringContaining('The master key fits') })
})

test('a restore that was cut off is no empty folder to a server, and the next restore ends it', async () => {
  const { run, file, backup } = await backedUp()
  const folder = file('cut')
  mkdirSync(folder)
  const draft = `${databaseIn(folder)}.part`
  writeFileSync(draft, readFileSync(backup).subarray(0, 8192))
  const told =
    /^rollcall: A restore was cut off \(\S+rollcall\.sqlite\.part\), and there is no directory yet\. Run rollcall restore again, .*\n$/
  expect(await run(['serve', '--port', '0', '--data-dir', folder])).toEqual({ code: 1, out: '', err: expect.stringMatching(told) })
  expect(await run(['restore', backup, '--data-dir', folder])).toMatchObject({ code: 0 })
  expect(readdirSync(folder).sort()).toEqual(['rollcall.sqlite', 'server.lock'])
  rmSync(folder, { recursive: true })
})
