import { describe, expect, test } from 'vitest'
import { contactV3 } from '../../../../src/dialects/feishu/contact-v3.ts'
import { admin } from '../../../kit/admin.ts'
import { contentOf, watchContent } from '../../../kit/content.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { newApp, newCompany, sendRaw } from '../../../kit/feishu/company.ts'
import { newGroup, stateOf } from '../../../kit/feishu/groups.ts'
import { newPeople, newPerson, newPhone } from '../../../kit/feishu/people.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { asUser } from '../../../kit/feishu/user-token.ts'
import { startTestServer } from '../../../kit/server.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { callerOf, repeatableIds, stageOf, toldBy } from './rehearsed-calls.ts'
import { writingStory } from './writing-story.ts'

const writes = contactV3.filter(({ kind }) => kind === 'write')
const below = { name: 'Sales', parent_department_id: '0' }
const newcomer = { name: 'Ada', mobile: newPhone(), department_ids: ['0'], employee_type: 1 }

onEveryEngine('a rehearsed write of the Contact API', (engine) => {
  test('answers and tells what the real call then answers and writes, to the letter; and changes nothing', async () => {
    const ids = repeatableIds()
    const databaseUrl = await engine.newDatabase()
    const server = await startTestServer({ databaseUrl, ports: ids.ports })
    const { content, close } = await watchContent({ folder: server.folder, databaseUrl })
    try {
      const stage = await stageOf({ server, content, ids, place: await newCompany(server) })
      await writingStory(stage)
      const names = writes.map(({ name }) => name).toSorted()
      expect([...stage.called.done].toSorted()).toEqual(names)
      expect([...stage.called.refused].toSorted()).toEqual(names)
    } finally {
      await close()
      await server.stop()
    }
  })

  test('of a list command, among 32 real calls of the same moment', async () => {
    const server = await startTestServer({ databaseUrl: await engine.newDatabase() })
    try {
      const place = await newCompany(server)
      const path = { group_id: await newGroup(place) }
      const people = await newPeople(place.client, 33)
      const [member, ...others] = people.map(({ user_id: member_id }) => ({
        member_type: 'user' as const,
        member_id_type: 'user_id' as const,
        member_id,
      }))
      const [rehearsing, earnest] = [callerOf(place, 'true'), callerOf(place)]
      const rehearsed = rehearsing.send('group_member.add', { path, data: member as object })
      const real = await Promise.all(others.map((data) => place.client.contact.groupMember.add({ path, data })))
      expect(new Set(real.map(({ code }) => code))).toEqual(new Set([0]))
      expect(await toldBy(server, await rehearsed)).toMatchObject([{ kind: 'group_person_added', subject: path.group_id }])
      const members = others.map(({ member_id }) => member_id).toSorted()
      expect(await stateOf(place, path.group_id)).toEqual({ counted: 32, members })
      const added = (await eventsInCompany(place)).filter(({ kind }) => kind === 'group_person_added')
      expect(added).toHaveLength(32)
      expect((await earnest.send('group_member.add', { path, data: member as object })).body.code).toBe(0)
    } finally {
      await server.stop()
    }
  })
})

describe('a rehearsal of the Contact API', () => {
  const world = sharedServer({ settings: { standin: true } })
  const content = () => contentOf(world.server)

  test.for(['TRUE', '1', '', 'true, true'])('asked for with "%s" is refused by every endpoint that writes', async (asked) => {
    const place = await newCompany(world.server)
    const token = await place.token()
    const before = await content()
    for (const { name, http, routePath } of writes) {
      const path = routePath.replace('/open-apis', '').replaceAll(/:\w+/g, '0')
      const headers = { 'x-rollcall-dry-run': asked }
      const answer = await sendRaw(place, http.method, path, { token, headers, ...(http.method !== 'GET' && { body: {} }) })
      expect([name, answer.body.code, answer.body.error.message]).toEqual([name, 9499, expect.stringContaining('X-Rollcall-Dry-Run')])
      expect([name, answer.headers.get('x-rollcall-changes')]).toEqual([name, null])
    }
    expect(await content()).toEqual(before)
  })

  test('with false is a real call; a read takes no notice of the header, whatever it says', async () => {
    const place = await newCompany(world.server)
    const made = await callerOf(place, 'false').send('unit.create', { data: { name: 'Real', unit_type: 'plant' } })
    expect([made.body.code, made.headers['x-rollcall-changes']]).toEqual([0, undefined])
    for (const asked of ['true', 'maybe']) {
      const { body, headers } = await callerOf(place, asked).send('unit.get', { path: made.body.data })
      expect([body.data.unit.name, headers['x-rollcall-changes']]).toEqual(['Real', undefined])
    }
  })

  test('leaves nothing to be found, by whatever the answer names, for the app or another', async () => {
    const place = await newCompany(world.server)
    const other = await newApp(place)
    const rehearsing = callerOf(place, 'true')
    const { user_id } = (await rehearsing.send('user.create', { data: { ...newcomer, user_id: 'ghost' } })).body.data.user
    const { open_department_id } = (await rehearsing.send('department.create', { data: below })).body.data.department
    for (const { send } of [rehearsing, callerOf(place), callerOf(other)]) {
      const person = await send('user.get', { path: { user_id }, params: { user_id_type: 'user_id' } })
      const department = await send('department.get', { path: { department_id: open_department_id } })
      expect([person.body.code, department.body.code]).toEqual([41012, 40015])
      const { body } = await send('department.children', { path: { department_id: '0' } })
      expect([body.code, body.data.items ?? []]).toEqual([0, []])
    }
  })

  test('as a person is one too', async () => {
    const place = await newCompany(world.server)
    const person = await newPerson(place.client, { en_name: 'Before' })
    const options = await asUser(place, person)
    const before = await content()
    const asked = { path: { user_id: person.open_id }, data: { en_name: 'After' } }
    const rehearsed = await callerOf(place, 'true').send('user.patch', asked, options)
    expect([rehearsed.body.error, rehearsed.body.data?.user.en_name]).toEqual([undefined, 'After'])
    expect(await toldBy(world.server, rehearsed)).toMatchObject([{ kind: 'person_changed', before: { enName: 'Before' } }])
    expect(await content()).toEqual(before)
  })

  test('meets a fault that is set, and does not use it up', async () => {
    const place = await newCompany(world.server)
    await admin(world.server, 'PUT', '/standin/faults/feishu:department.create', { code: '43024', times: 1 })
    const [rehearsing, earnest] = [callerOf(place, 'true'), callerOf(place)]
    const codes: number[] = []
    for (const { send } of [rehearsing, rehearsing, earnest, rehearsing, earnest]) {
      codes.push((await send('department.create', { data: below })).body.code)
    }
    expect(codes).toEqual([43024, 43024, 43024, 0, 0])
  })

  test('takes a token that holds: who gives out tokens takes no notice of the header', async () => {
    const { server, app } = await newCompany(world.server)
    const given = await fetch(`${server.url}/open-apis/auth/v3/tenant_access_token/internal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-rollcall-dry-run': 'true' },
      body: JSON.stringify({ app_id: app.id, app_secret: app.secret }),
    })
    const { tenant_access_token: token } = (await given.json()) as { tenant_access_token: string }
    const read = await fetch(`${server.url}/open-apis/contact/v3/departments`, { headers: { authorization: `Bearer ${token}` } })
    expect(await read.json()).toMatchObject({ code: 0 })
    expect(given.headers.get('x-rollcall-changes')).toBeNull()
  })
})
