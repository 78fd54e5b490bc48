import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEveryEngine } from '../../../kit/engines.ts'
import { changeApp, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { everyEvent, keysOf, startInbox } from '../../../kit/feishu/inbox.ts'
import { type MadePerson, newPerson, newPhone } from '../../../kit/feishu/people.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { newCustomAttribute } from '../../../kit/feishu/vocabularies.ts'
import { startTestServer, type TestServer } from '../../../kit/server.ts'

type IdType = 'open_id' | 'user_id'

const leave = ({ client }: TestApp, { open_id }: MadePerson) => client.contact.user.delete({ path: { user_id: open_id } })
const comeBack = ({ client }: TestApp, { open_id }: MadePerson) => client.contact.user.resurrect({ path: { user_id: open_id } })

async function shown({ client }: TestApp, { open_id }: MadePerson, user_id_type: IdType = 'open_id') {
  if (user_id_type === 'open_id') return (await client.contact.user.get({ path: { user_id: open_id } })).data?.user
  const { data } = await client.contact.user.batch({ params: { user_ids: [open_id] } })
  const { user_id } = data?.items?.[0] ?? {}
  return (await client.contact.user.get({ path: { user_id: user_id as string }, params: { user_id_type } })).data?.user
}

/** What names `leader` in a person who is led by him in every way. */
function ledBy(leader: MadePerson, attribute: string, id: IdType = 'open_id') {
  return {
    leader_user_id: leader[id],
    dotted_line_leader_user_ids: [leader[id]],
    positions: [{ position_code: 'P1', position_name: 'Writer', department_id: '0', leader_user_id: leader[id], is_major: true }],
    custom_attrs: [{ id: attribute, type: 'GENERIC_USER', value: { generic_user: { id: leader[id], type: 1 } } }],
  }
}

onEveryEngine('a leader who resigns', (engine) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ engine })
  })
  afterAll(() => server.stop())

  async function scene() {
    const company = await newCompany(server)
    const { id: attribute } = await newCustomAttribute(company, { type: 'GENERIC_USER' })
    const leader = await newPerson(company.client, { user_id: 'lead', email: 'lead@example.com' })
    const deputy = await newPerson(company.client, { user_id: 'deputy' })
    return { company, attribute, leader, deputy }
  }

  test('leads in no post of who is there', async () => {
    const { company, leader, deputy } = await scene()
    const post = (code: string, { open_id }: Partial<MadePerson> = {}) => ({
      ...{ position_code: code, position_name: `"leader":"${code}`, department_id: '0', is_major: false },
      ...(open_id !== undefined && { leader_user_id: open_id }),
    })
    const only = await newPerson(company.client, { positions: [post('A', leader)] })
    const several = await newPerson(company.client, { positions: [post('A', deputy), post('B', leader), post('C'), post('D', leader)] })
    const others = [
      await newPerson(company.client, { positions: [post('A', deputy)] }),
      await newPerson(company.client, { positions: [post('A', deputy), post('B', deputy)] }),
      await newPerson(company.client, { positions: [post('A')] }),
    ]
    const before = await Promise.all(others.map((other) => shown(company, other)))
    const after = (await eventsInCompany(company)).length
    await leave(company, leader)
    expect((await shown(company, only))?.positions).toEqual([post('A')])
    expect((await shown(company, several))?.positions).toEqual([post('A', deputy), post('B'), post('C'), post('D')])
    expect(await Promise.all(others.map((other) => shown(company, other)))).toEqual(before)

    const [resigned, ...changed] = (await eventsInCompany(company)).slice(after)
    expect(resigned?.kind).toBe('person_resigned')
    const deputyId = (await eventsInCompany(company)).find(({ after }) => after?.code === 'deputy')?.subject
    const led = (leaders: readonly unknown[]) => ({ posts: leaders.map((leader) => expect.objectContaining({ leader })) })
    const gone = resigned?.subject
    const told = changed.map(({ kind, before, after }) => ({ kind, before, after: { posts: after?.posts } }))
    expect(told).toHaveLength(2)
    expect(told).toContainEqual({ kind: 'person_changed', before: led([gone]), after: led([null]) })
    const twice = { before: led([deputyId, gone, null, gone]), after: led([deputyId, null, null, null]) }
    expect(told).toContainEqual({ kind: 'person_changed', ...twice })

    expect((await comeBack(company, leader)).code).toBe(0)
    expect((await shown(company, only))?.positions).toEqual([post('A')])
    const path = { user_id: only.open_id }
    const again = await company.client.contact.user.patch({ path, data: { positions: [post('A', leader)] } as never })
    expect(again.data?.user?.positions).toEqual([post('A', leader)])
  })

  /**
   * Source: user/patch and user/update: who has resigned is not changed (42006). Posts are in no event: of who was led in one alone nothing is told.
   */
  test('changes nobody who resigned before him, and no app is told that he did', async () => {
    const { company, attribute, leader } = await scene()
    const gone = await newPerson(company.client, { name: 'Gone', ...ledBy(leader, attribute) })
    const there = await newPerson(company.client, { name: 'There', leader_user_id: leader.open_id })
    await newPerson(company.client, { positions: ledBy(leader, attribute).positions })
    await leave(company, gone)
    const before = await shown(company, gone)
    const inbox = await startInbox(keysOf(company))
    try {
      await changeApp(company, { webhookUrl: inbox.url, subscriptions: everyEvent })
      const after = (await eventsInCompany(company)).length
      await leave(company, leader)
      const events = (await eventsInCompany(company)).slice(after)
      expect(events.map(({ kind }) => kind)).toEqual(['person_resigned', 'person_changed', 'person_changed'])
      const enumData = { content: `Mark ${newPhone()}`, enum_type: 2, enum_status: 1 }
      await company.client.contact.employeeTypeEnum.create({ data: enumData })
      await expect.poll(() => inbox.events.at(-1)?.new_enum?.content, { timeout: 10_000 }).toBe(enumData.content)
      const told = inbox.events.flatMap(({ event_type, object }) => (object ? [[event_type, object.open_id]] : []))
      expect(told).toEqual([
        ['contact.user.deleted_v3', leader.open_id],
        ['contact.user.updated_v3', there.open_id],
      ])
    } finally {
      await inbox.close()
    }
    expect(await shown(company, gone)).toEqual(before)
    expect(before).toMatchObject({ leader_user_id: leader.open_id, dotted_line_leader_user_ids: [leader.open_id] })
    expect(await shown(company, there)).not.toHaveProperty('leader_user_id')
  })

  test('leads nobody who comes back after him; who is still there does', async () => {
    const { company, attribute, leader, deputy } = await scene()
    const { positions, ...led } = ledBy(leader, attribute)
    const deputies = { position_code: 'P2', position_name: 'Editor', department_id: '0', leader_user_id: deputy.open_id, is_major: false }
    const dotted = [deputy.open_id, leader.open_id]
    const both = { ...led, dotted_line_leader_user_ids: dotted, positions: [...positions, deputies] }
    const person = await newPerson(company.client, both)
    for (const each of [person, leader]) await leave(company, each)
    expect((await comeBack(company, person)).code).toBe(0)
    const back = await shown(company, person)
    expect(back).not.toHaveProperty('leader_user_id')
    expect(back?.dotted_line_leader_user_ids).toEqual([deputy.open_id])
    const { leader_user_id: _, ...unled } = positions[0] ?? {}
    expect(back?.positions).toEqual([unled, deputies])
    const event = (await eventsInCompany(company)).at(-1)
    expect(event?.kind).toBe('person_restored')
    expect(Object.keys(event?.before ?? {}).toSorted()).toEqual(['dottedLeaders', 'leader', 'placements', 'posts', 'resignedAt'])
    expect((await company.client.contact.user.patch({ path: { user_id: person.open_id }, data: { name: 'Renamed' } })).code).toBe(0)
  })

  test('still leads who comes back, when he is there himself', async () => {
    const { company, attribute, leader } = await scene()
    const person = await newPerson(company.client, ledBy(leader, attribute))
    await leave(company, person)
    await comeBack(company, person)
    expect(await shown(company, person)).toMatchObject(ledBy(leader, attribute))
    expect(Object.keys((await eventsInCompany(company)).at(-1)?.before ?? {}).toSorted()).toEqual(['placements', 'resignedAt'])
  })

  /** Source: user/field-overview: the user_id of who resigned can be taken by somebody else. */
  test('is named by his user_id until another has it, and never by that of another', async () => {
    const { company, attribute, leader } = await scene()
    const person = await newPerson(company.client, { user_id: 'led', ...ledBy(leader, attribute) })
    const earlier = await newPerson(company.client, { user_id: 'earlier', ...ledBy(leader, attribute) })
    await leave(company, earlier)
    expect(await shown(company, person, 'user_id')).toMatchObject(ledBy(leader, attribute, 'user_id'))
    await leave(company, leader)
    const { custom_attrs } = ledBy(leader, attribute, 'user_id')
    expect(await shown(company, person, 'user_id')).toMatchObject({ custom_attrs })
    expect(await shown(company, earlier, 'user_id')).toMatchObject(ledBy(leader, attribute, 'user_id'))

    for (const heir of [await newPerson(company.client, { user_id: 'lead' }), undefined]) {
      const named = [await shown(company, person, 'user_id'), await shown(company, earlier, 'user_id')]
      expect(JSON.stringify(named.map((user) => ({ ...user, user_id: '' })))).not.toContain('"lead"')
      expect(named[0]).not.toHaveProperty('leader_user_id')
      expect(named[0]?.positions?.[0]).toMatchObject({ position_code: 'P1' })
      expect(await shown(company, person)).toMatchObject({ custom_attrs: ledBy(leader, attribute).custom_attrs })
      expect(await shown(company, earlier)).toMatchObject(ledBy(leader, attribute))
      const asked = { emails: ['lead@example.com'], include_resigned: true }
      const found = await company.client.contact.user.batchGetId({ data: asked, params: { user_id_type: 'user_id' } })
      expect(found.data?.user_list).toEqual([{ email: 'lead@example.com', status: expect.objectContaining({ is_resigned: true }) }])
      // Who had the id last has it still, when he has resigned too.
      if (heir) await leave(company, heir)
    }
  })

  test('is not made somebody else by positions that are sent back as they were read', async () => {
    const { company, attribute, leader } = await scene()
    const person = await newPerson(company.client, { user_id: 'led', positions: ledBy(leader, attribute).positions })
    await leave(company, leader)
    await newPerson(company.client, { user_id: 'lead' })
    const { positions } = (await shown(company, person, 'user_id')) ?? {}
    const params = { user_id_type: 'user_id' } as const
    const sent = await company.client.contact.user.patch({ path: { user_id: 'led' }, params, data: { positions } as never })
    expect(sent.data?.user?.positions).toEqual(positions)
    expect((await shown(company, person))?.positions?.[0]).not.toHaveProperty('leader_user_id')
  })
})
