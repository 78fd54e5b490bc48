import { afterAll, beforeAll, expect, test } from 'vitest'
import { deleteGroup } from '../../../src/directory/groups/delete-group.ts'
import { deleteUser } from '../../../src/directory/users/delete-user.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { type Admin, eventsOf, openAdmin } from './admin-kit.ts'
import { newGroup, newUser, newZone, origin, type TestZone } from './organization-kit.ts'

onEveryEngine('access rules', (engine) => {
  let admin: Admin
  let place: TestZone
  beforeAll(async () => {
    admin = await openAdmin(engine)
    place = await newZone(admin)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  const uin = 100_000_000_007
  const rulesOf = (principal: string) => `/zones/${place.zone}/principals/${principal}/access-rules`

  test('a rule is put and deleted, each recorded once however often it is said', async () => {
    const user = await newUser(admin, place)
    const path = `${rulesOf(user)}/role_assignment/${uin}`
    for (let count = 0; count < 2; count++) expect(await admin.must(200, 'PUT', path)).toEqual({ kind: 'role_assignment', uin })
    expect(await admin.must(200, 'GET', rulesOf(user))).toEqual({ items: [{ kind: 'role_assignment', uin }], cursor: null })
    for (let count = 0; count < 2; count++) await admin.must(204, 'DELETE', path)
    expect(await admin.must(200, 'GET', rulesOf(user))).toEqual({ items: [], cursor: null })
    const rule = { kind: 'role_assignment', targetUin: uin }
    expect((await eventsOf(admin, user)).slice(1)).toMatchObject([
      { tenant: place.zone, kind: 'access_rule_added', operation: 'PutAccessRule', before: null, after: rule },
      { tenant: place.zone, kind: 'access_rule_removed', operation: 'DeleteAccessRule', before: rule, after: null },
    ])
  })

  test('what is documented: a rule keeps its user or group from being deleted', async () => {
    const { zone } = place
    const user = await newUser(admin, place)
    const group = await newGroup(admin, place)
    await admin.must(200, 'PUT', `${rulesOf(user)}/user_provisioning/${uin}`)
    await admin.must(200, 'PUT', `${rulesOf(group)}/role_assignment/${uin}`)
    const removed = {
      user: () => admin.store.write(zone, origin, (tx) => deleteUser(tx, zone, user)),
      group: () => admin.store.write(zone, origin, (tx) => deleteGroup(tx, zone, group)),
    }
    await expect(removed.user()).rejects.toThrow('user_provisioned')
    await expect(removed.group()).rejects.toThrow('role_assigned')
    await admin.must(204, 'DELETE', `${rulesOf(user)}/user_provisioning/${uin}`)
    await admin.must(204, 'DELETE', `${rulesOf(group)}/role_assignment/${uin}`)
    await removed.user()
    await removed.group()
  })

  test('pages hold every rule once, by kind and Uin', async () => {
    const group = await newGroup(admin, place)
    const rules = [5, 9, 100].flatMap((uin) => ['user_provisioning', 'role_assignment'].map((kind) => ({ kind, uin })))
    for (const { kind, uin } of rules) await admin.must(200, 'PUT', `${rulesOf(group)}/${kind}/${uin}`)
    const sorted = [...rules].sort((a, b) => (a.kind === b.kind ? a.uin - b.uin : a.kind < b.kind ? -1 : 1))
    for (const limit of [1, 2, 4, 6]) {
      const walked: unknown[] = []
      let after = ''
      for (let pages = 0; pages < 7; pages++) {
        const page = await admin.must(200, 'GET', `${rulesOf(group)}?limit=${limit}${after}`)
        walked.push(...page.items)
        if (page.cursor === null) break
        after = `&after=${page.cursor}`
      }
      expect(walked).toEqual(sorted)
    }
    for (const place of ['["role_assignment"]', '[5,5]', '["a","b"]', '{}', '["\\u0000",5]']) {
      const { status, body } = await admin.ask('GET', `${rulesOf(group)}?after=${Buffer.from(place).toString('base64url')}`)
      expect([place, status, body.type]).toEqual([place, 400, 'urn:rollcall:cursor_invalid'])
    }
  })

  test('refusals', async () => {
    const other = await newZone(admin)
    const stranger = await newUser(admin, other)
    const of = (zone: string, principal: string) => `/zones/${zone}/principals/${principal}/access-rules`
    const refused = async (method: string, path: string) => {
      const { status, body } = await admin.ask(method, path)
      return `${status} ${body.type.slice('urn:rollcall:'.length)} ${body.pointer ?? ''}`
    }
    for (const [method, rest] of [
      ['GET', ''],
      ['PUT', `/role_assignment/${uin}`],
      ['DELETE', `/role_assignment/${uin}`],
    ] as const) {
      expect(await refused(method, `${of('z-none', 'u-none')}${rest}`)).toBe('404 zone_not_found ')
      expect(await refused(method, `${of(place.zone, stranger)}${rest}`)).toBe('404 principal_not_found ')
      expect(await refused(method, `${of(place.zone, 'u%00')}${rest}`)).toBe('400 invalid_input /params/principal')
    }
    expect(await refused('PUT', `${of(other.zone, stranger)}/friendship/${uin}`)).toBe('400 invalid_input /params/kind')
    expect(await refused('PUT', `${of(other.zone, stranger)}/role_assignment/me`)).toBe('400 invalid_input /params/uin')
    expect(await eventsOf(admin, stranger)).toHaveLength(1)
  })
})
