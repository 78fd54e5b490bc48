import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { organization20181225 } from '../../src/dialects/tencent/organization-2018-12-25.ts'
import { organization20210331 } from '../../src/dialects/tencent/organization-2021-03-31.ts'
import { filesOf } from '../ground/tree.ts'
import { admin } from '../kit/admin.ts'
import { contentOf } from '../kit/content.ts'
import { eventsIn, newAccount, newGroup, newMember, newOrganization, newUser, newZone, type TestEvent } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { refusal } from '../kit/refusals.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { sharedServer } from '../kit/shared-server.ts'
import { changingStory } from './changing-story.ts'
import { type Change, rehearsing, repeatablePorts } from './rehearsing.ts'

const actions = [...organization20210331, ...organization20181225]
const writes = actions.filter(({ kind }) => kind === 'write').map(({ key }) => key)

const changeOf = ({ tenant, kind, subject, before, after }: Change): Change => ({ tenant, kind, subject, before, after })
const withoutId = (answer: object) => ({ ...answer, RequestId: undefined })

/** In the order of the streams: how their events lie among each other is not kept. */
const byStream = (changes: readonly Change[]) =>
  changes.toSorted((left, right) => (left.tenant < right.tenant ? -1 : Number(left.tenant > right.tenant)))

async function eventsOfRequest(server: TestServer, requestId: string | undefined): Promise<Change[]> {
  const found: Change[] = []
  for (let after = ''; ; ) {
    const { body } = await admin<{ items: TestEvent[]; cursor: string }>(server, 'GET', `/events?limit=1000${after}`)
    found.push(...body.items.filter((event) => event.requestId === requestId).map(changeOf))
    if (body.items.length < 1000) return byStream(found)
    after = `&after=${body.cursor}`
  }
}

onEveryEngine('a rehearsed call', (engine) => {
  test('answers and tells what the real call then answers and writes, to the letter; and changes nothing', async () => {
    const { ports, mark, rewind } = repeatablePorts()
    const databaseUrl = await engine.newDatabase()
    const server = await startTestServer({ databaseUrl, ports })
    try {
      const content = () => contentOf({ folder: server.folder, databaseUrl })
      const called = new Set<string>()
      await changingStory(server, async (who, action, parameters, version = 'client') => {
        const rehearsal = rehearsing(server, who.key)
        const before = await content()
        mark()
        const rehearsed = await rehearsal[version].request(action, parameters)
        expect([action, await content()]).toEqual([action, before])
        rewind()
        const real = await who[version].request(action, parameters)
        expect([action, withoutId(rehearsed)]).toEqual([action, withoutId(real)])
        const changes = rehearsal.changes()
        expect([action, await eventsOfRequest(server, real.RequestId)]).toEqual([action, byStream(changes)])
        expect([action, changes.length]).not.toEqual([action, 0])
        called.add(version === 'older' ? `tencent:2018-12-25:${action}` : `tencent:${action}`)
        return real
      })
      expect(writes.filter((key) => !called.has(key))).toEqual([])
    } finally {
      await server.stop()
    }
  })

  test('of a list command, among 64 real calls of the same moment', async () => {
    const databaseUrl = await engine.newDatabase()
    const server = await startTestServer({ databaseUrl })
    try {
      const zone = await newZone(server)
      const group = await newGroup(zone)
      const users = await Promise.all(Array.from({ length: 65 }, () => newUser(zone)))
      const [UserId, ...others] = users as [string, ...string[]]
      const { client, changes } = rehearsing(server, zone.key)
      const place = { ZoneId: zone.zone, GroupId: group }
      const real = others.map((user) => zone.client.AddUserToGroup({ ...place, UserId: user }))
      const rehearsed = client.AddUserToGroup({ ...place, UserId })
      const more = rehearsing(server, zone.key)
      const removed = refusal(more.client.RemoveUserFromGroup({ ...place, UserId }))
      await Promise.all([...real, rehearsed])
      expect(await removed).toMatchObject({ code: expect.stringMatching(/GroupUserNotExist|UserNotInGroup/) })
      expect(changes()).toEqual([{ tenant: zone.zone, kind: 'member_added', subject: group, before: null, after: { user: UserId } }])
      const { GroupMembers = [] } = await zone.client.ListGroupMembers({ ...place, MaxResults: 100 })
      expect(GroupMembers.map((member) => member.UserId).toSorted()).toEqual(others.toSorted())
      const { GroupInfo } = await zone.client.GetGroup(place)
      expect(GroupInfo?.MemberCount).toBe(64)
      const events = (await eventsIn(server, zone.zone)).filter(({ kind }) => kind === 'member_added')
      expect(events.map(({ after }) => after?.user).toSorted()).toEqual(others.toSorted())
    } finally {
      await server.stop()
    }
  })
})

onEveryEngine('the rehearsed removal of 50 members', (engine) => {
  test('tells every member that would leave, keeps all of them, and is what the real removal then does', async () => {
    const databaseUrl = await engine.newDatabase()
    const server = await startTestServer({ databaseUrl })
    try {
      const manager = await newOrganization(server)
      const MemberUin: number[] = []
      for (let count = 0; count < 50; count++) MemberUin.push((await newMember(server, manager.organization)).uin)
      const before = await contentOf({ folder: server.folder, databaseUrl })
      const { client, told } = rehearsing(server, manager.key)
      const { RequestId } = await client.DeleteOrganizationMembers({ MemberUin })
      expect(await contentOf({ folder: server.folder, databaseUrl })).toEqual(before)
      expect(told()).toBe(`/admin/v1/rehearsals/${RequestId}`)
      const { body } = await admin<{ changes: Change[] }>(server, 'GET', `/rehearsals/${RequestId}`)
      const leaving = body.changes.filter(({ kind }) => kind === 'account_left').map(({ subject }) => subject)
      expect(leaving.toSorted()).toEqual(MemberUin.map(String).toSorted())
      const real = await manager.client.DeleteOrganizationMembers({ MemberUin })
      expect(await eventsOfRequest(server, real.RequestId)).toEqual(byStream(body.changes))
    } finally {
      await server.stop()
    }
  })
})

describe('a rehearsal', () => {
  const world = sharedServer()
  const content = () => contentOf(world.server)

  test('is refused as the real call would be, with no changes to tell, and is not kept', async () => {
    const zone = await newZone(world.server)
    await newGroup(zone, { GroupName: 'Taken' })
    const { client, told } = rehearsing(world.server, zone.key)
    const wanted = { ZoneId: zone.zone, GroupName: 'Taken' }
    const before = await content()
    const rehearsed = await refusal(client.CreateGroup(wanted))
    const { requestId, ...real } = await refusal(zone.client.CreateGroup(wanted))
    expect({ ...rehearsed, requestId }).toEqual({ ...real, requestId })
    expect(told()).toBe('[]')
    expect((await admin(world.server, 'GET', `/rehearsals/${rehearsed.requestId}`)).status).toBe(404)
    expect(await content()).toEqual(before)
  })

  test('asked for with anything but true or false is refused, so that no slip changes anything', async () => {
    const zone = await newZone(world.server)
    const before = await content()
    for (const asked of ['TRUE', '1', 'yes', '', 'true, true']) {
      const { client } = rehearsing(world.server, zone.key, asked)
      expect(await refusal(client.CreateGroup({ ZoneId: zone.zone, GroupName: 'Group' }))).toMatchObject({
        code: 'InvalidParameter',
        message: expect.stringContaining('X-Rollcall-Dry-Run'),
      })
    }
    expect(await content()).toEqual(before)
  })

  test('with false is a real call; a read takes no notice of the header, whatever it says', async () => {
    const zone = await newZone(world.server)
    const real = rehearsing(world.server, zone.key, 'false')
    const { GroupInfo } = await real.client.CreateGroup({ ZoneId: zone.zone, GroupName: 'Real' })
    expect(real.told()).toBeUndefined()
    for (const asked of ['true', 'maybe']) {
      const reading = rehearsing(world.server, zone.key, asked)
      expect((await reading.client.ListGroups({ ZoneId: zone.zone })).Groups?.map(({ GroupId }) => GroupId)).toEqual([GroupInfo?.GroupId])
      expect(reading.told()).toBeUndefined()
    }
  })

  test('needs no signature of its header: a GET of the official client, and a forged signature is refused', async () => {
    const zone = await newZone(world.server)
    const { client, changes } = rehearsing(world.server, zone.key, 'true', 'GET')
    await client.CreateGroup({ ZoneId: zone.zone, GroupName: 'ByGet' })
    expect(changes()).toMatchObject([{ kind: 'group_created', after: { name: 'ByGet' } }])
    const forged = rehearsing(world.server, { ...zone.key, secretKey: 'wrong' })
    const { code } = await refusal(forged.client.CreateGroup({ ZoneId: zone.zone, GroupName: 'Forged' }))
    expect([code, forged.told()]).toEqual(['AuthFailure.SignatureFailure', '[]'])
  })

  test('can be read for an hour by its request id, and by that alone when its list is long; all of it is ASCII', async () => {
    const zone = await newZone(world.server)
    const { client, told } = rehearsing(world.server, zone.key)
    const short = await client.CreateGroup({ ZoneId: zone.zone, GroupName: 'Short', Description: '薪酬 é \u007f 😀' })
    expect(told()).toMatch(/^[\x20-\x7e]+$/)
    const read = (requestId: string | undefined) => admin<{ changes: Change[] }>(world.server, 'GET', `/rehearsals/${requestId}`)
    const kept = await read(short.RequestId)
    expect(kept).toEqual({ status: 200, body: { changes: JSON.parse(told() as string) } })
    expect(kept.body.changes).toMatchObject([{ after: { description: '薪酬 é \u007f 😀' } }])
    const Description = '长'.repeat(1000)
    const long = await client.CreateGroup({ ZoneId: zone.zone, GroupName: 'Long', Description })
    expect(told()).toBe(`/admin/v1/rehearsals/${long.RequestId}`)
    expect((await read(long.RequestId)).body.changes).toMatchObject([{ kind: 'group_created', after: { description: Description } }])
    world.clock.pass(3_599_999)
    expect((await read(long.RequestId)).status).toBe(200)
    world.clock.pass(1)
    expect((await read(long.RequestId)).status).toBe(404)
    world.clock.pass(-3_600_000)
  })
})

describe('a rehearsed operation of the admin API', () => {
  const world = sharedServer({ settings: { standin: true } })

  async function sent(method: string, path: string, body: object | undefined, asked = 'true') {
    const response = await fetch(`${world.server.url}/admin/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${world.server.adminToken}`,
        'x-rollcall-dry-run': asked,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, told: response.headers.get('x-rollcall-changes'), body: text === '' ? undefined : JSON.parse(text) }
  }

  test('answers as it would and tells its events; refusals are the real ones; nothing is changed', async () => {
    const account = await newAccount(world.server)
    const before = await contentOf(world.server)
    const made = await sent('POST', '/accounts', { name: '公司', verification: 'enterprise' })
    expect([made.status, made.body.name]).toEqual([201, '公司'])
    expect(JSON.parse(made.told as string)).toMatchObject([{ tenant: 'accounts', kind: 'account_created', subject: String(made.body.uin) }])
    expect((await admin(world.server, 'GET', `/accounts/${made.body.uin}`)).status).toBe(404)
    const gone = await sent('DELETE', `/accounts/${account.uin}/keys/${account.key.secretId}`, undefined)
    expect([gone.status, JSON.parse(gone.told as string)]).toMatchObject([204, [{ subject: account.key.secretId }]])
    const missing = await sent('PATCH', '/accounts/1', { name: 'x' })
    expect(missing).toMatchObject({ status: 404, told: '[]', body: { type: 'urn:rollcall:account_not_found' } })
    const unclear = await sent('POST', '/accounts', { name: 'x' }, 'on')
    expect(unclear).toMatchObject({ status: 400, told: null, body: { type: 'urn:rollcall:invalid_input' } })
    expect(unclear.body.detail).toContain('X-Rollcall-Dry-Run')
    expect((await sent('GET', '/accounts', undefined, 'on')).status).toBe(200)
    expect(await contentOf(world.server)).toEqual(before)
  })

  test('has no effect beside the directory either: the clock is not turned, no fault is set or cleared', async () => {
    const now = world.server.adminToken && world.clock.now()
    const turned = await sent('POST', '/standin/clock', { turnSeconds: 3600 })
    expect([turned.status, turned.told, Date.parse(turned.body.now)]).toEqual([200, '[]', (now as number) + 3_600_000])
    const still = await sent('POST', '/standin/clock', { turnSeconds: 0 })
    expect(Date.parse(still.body.now)).toBe(now)
    const path = '/standin/faults/tencent:CreateGroup'
    expect(await sent('PUT', path, { code: 'InternalError' })).toMatchObject({ status: 200, told: '[]' })
    expect((await admin(world.server, 'GET', '/standin/faults')).body).toEqual({ items: [] })
    await admin(world.server, 'PUT', path, { code: 'InternalError', times: 1 })
    expect((await sent('DELETE', path, undefined)).status).toBe(204)
    const zone = await newZone(world.server)
    const { client } = rehearsing(world.server, zone.key)
    const wanted = { ZoneId: zone.zone, GroupName: 'Group' }
    for (let count = 0; count < 3; count++) expect((await refusal(client.CreateGroup(wanted))).code).toBe('InternalError')
    expect((await refusal(zone.client.CreateGroup(wanted))).code).toBe('InternalError')
    await zone.client.CreateGroup(wanted)
  })
})

test('every handler changes the directory in one step, its last: anything else could not be rehearsed', () => {
  // The sender of events works behind the calls: nobody rehearses it.
  const handlers = filesOf('src/dialects').filter((path) => path.endsWith('.ts') && path !== 'src/dialects/feishu/events/sender.ts')
  const steps = handlers.map((path) => ({ path, found: readFileSync(path, 'utf8').match(/\bsession\s*\.(read|write|submit)\b/g) ?? [] }))
  const changing = steps.filter(({ found }) => found.some((step) => !step.endsWith('read')))
  expect(changing.length).toBeGreaterThan(20)
  const goingOn = changing.filter(({ found }) => found.findIndex((step) => !step.endsWith('read')) !== found.length - 1)
  expect(goingOn.map(({ path }) => path)).toEqual([])
})
