import { expect, test } from 'vitest'
import { findCredential } from '../../../src/bootstrap/find-credential.ts'
import { changeCredential } from '../../../src/directory/synchronization/credentials/change-credential.ts'
import { createCredential } from '../../../src/directory/synchronization/credentials/create-credential.ts'
import { deleteCredential } from '../../../src/directory/synchronization/credentials/delete-credential.ts'
import { findCredential as findAtOnce } from '../../../src/directory/synchronization/credentials/find-credential.ts'
import { listCredentials } from '../../../src/directory/synchronization/credentials/list-credentials.ts'
import { adjustQuotas } from '../../../src/directory/zones/adjust-quotas.ts'
import { switchSynchronization } from '../../../src/directory/zones/switch-synchronization.ts'
import type { Reader, Store } from '../../../src/storage/store.ts'
import { contentOf } from '../../kit/content.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { heldClock } from '../../kit/held-clock.ts'
import { callerOn, newModelZone } from '../../properties/real-directory.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

const clock = heldClock()
const hour = 3_600_000

/** A new credential of a new zone, on a store that may have others beside it. */
async function given(store: Store) {
  const zone = await newModelZone(store, {})
  const session = callerOn(store)
  const secret = crypto.randomUUID()
  const add = (id: string, shown: string) =>
    session.write(zone, (tx) => createCredential(tx, session.vault, zone, { id, secret: shown, expiresAt: clock.now() + hour }))
  await add('first', secret)
  return { zone, session, secret, add }
}

/** The same reader, and how many statements went through it. */
function counted(reader: Reader) {
  let statements = 0
  const counting: Reader = {
    get commits() {
      return reader.commits
    },
    first(statement, params) {
      statements++
      return reader.first(statement, params)
    },
    all(statement, params) {
      statements++
      return reader.all(statement, params)
    },
  }
  return { reader: counting, statements: () => statements }
}

onEveryEngine('a credential of a source', (engine) => {
  test('is found by its secret alone, with its zone, in one statement', async () => {
    const { store } = await openTestStore(engine)
    const { zone, session, secret } = await given(store)
    const { reader, statements } = counted(store.reader)
    const found = await findAtOnce(reader, session.vault, secret)
    expect(found).toMatchObject({ id: 'first', status: 'enabled', expiresAt: clock.now() + hour, zone: { id: zone, name: zone } })
    expect(found?.zone.quotas.users).toBe(1000)
    expect(statements()).toBe(1)
    for (const other of ['', 'first', `${secret} `, secret.toUpperCase(), zone]) {
      expect([other, await findAtOnce(store.reader, session.vault, other)]).toEqual([other, undefined])
    }
  })

  test('is remembered only while nothing changes: status, zone and deletion are known at once, on every server', async () => {
    const place = await openTestStore(engine)
    const stores = engine.name === 'postgres' ? [place.store, (await openTestStore(engine, place)).store] : [place.store]
    const { zone, session, secret } = await given(place.store)
    const finders = stores.map((store) => findCredential(store.reader, session.vault, clock))
    const shown = () => Promise.all(finders.map((find) => find(secret)))
    for (const each of await shown()) expect(each).toMatchObject({ id: 'first', expired: false, enabled: true })
    await session.write(zone, (tx) => changeCredential(tx, zone, 'first', 'disabled'))
    for (const each of await shown()) expect(each?.enabled).toBe(false)
    await session.write(zone, (tx) => changeCredential(tx, zone, 'first', 'enabled'))
    await session.write(zone, (tx) => switchSynchronization(tx, zone, 'enabled'))
    for (const each of await shown()) expect(each).toMatchObject({ enabled: true, zone: { synchronization: 'enabled' } })
    await session.write(zone, (tx) => adjustQuotas(tx, zone, { users: 7 }))
    for (const each of await shown()) expect(each?.zone.quotas.users).toBe(7)
    await session.write(zone, (tx) => deleteCredential(tx, zone, 'first'))
    expect(await shown()).toEqual(stores.map(() => undefined))
  })

  test('where one process writes alone, is read once between two commits', async () => {
    const { store } = await openTestStore(engine)
    const { session, secret } = await given(store)
    const { reader, statements } = counted(store.reader)
    const find = findCredential(reader, session.vault, clock)
    for (let time = 0; time < 5; time++) expect((await find(secret))?.id).toBe('first')
    expect(statements()).toBe(engine.name === 'sqlite' ? 1 : 5)
  })

  test('expires at its moment, by the clock, remembered or not', async () => {
    const { store } = await openTestStore(engine)
    const { session, secret } = await given(store)
    const find = findCredential(store.reader, session.vault, clock)
    clock.pass(hour - 1)
    expect((await find(secret))?.expired).toBe(false)
    clock.pass(1)
    expect((await find(secret))?.expired).toBe(true)
    expect((await findCredential(store.reader, session.vault, clock)(secret))?.expired).toBe(true)
  })

  test('a zone has two at most, and refuses what it does not have; what was refused left nothing', async () => {
    const place = await openTestStore(engine)
    const { zone, session, secret, add } = await given(place.store)
    await add('second', 'shown')
    const before = await contentOf(place)
    const refused = (fact: object) => ({ refusal: fact })
    const limit = { fact: 'credential_limit_reached', limit: 2, credentials: expect.arrayContaining(['first', 'second']) }
    await expect(add('third', 'other')).rejects.toMatchObject(refused(limit))
    const missing = refused({ fact: 'credential_not_found', credential: 'third' })
    await expect(session.write(zone, (tx) => changeCredential(tx, zone, 'third', 'disabled'))).rejects.toMatchObject(missing)
    await expect(session.write(zone, (tx) => deleteCredential(tx, zone, 'third'))).rejects.toMatchObject(missing)
    const nowhere = { id: 'third', secret: 'other', expiresAt: clock.now() + hour }
    const noZone = session.write('z-none', (tx) => createCredential(tx, session.vault, 'z-none', nowhere))
    await expect(noZone).rejects.toMatchObject(refused({ fact: 'zone_not_found' }))
    expect(await contentOf(place)).toEqual(before)
    expect((await listCredentials(place.store.reader, zone)).map(({ id }) => id).sort()).toEqual(['first', 'second'])
    expect(JSON.stringify(before)).toContain('first')
    expect(JSON.stringify(before)).not.toContain(secret)
  })

  test('two with one secret can not be: the second is not made', async () => {
    const place = await openTestStore(engine)
    const { zone, secret, add } = await given(place.store)
    const before = await contentOf(place)
    await expect(add('second', secret)).rejects.toThrow(/unique/i)
    expect(await contentOf(place)).toEqual(before)
    expect(await listCredentials(place.store.reader, zone)).toHaveLength(1)
  })
})
