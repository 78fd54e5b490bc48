import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEveryEngine } from '../../../kit/engines.ts'
import { changeApp, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { everyEvent, keysOf, startInbox } from '../../../kit/feishu/inbox.ts'
import { type MadePerson, newPerson, newPhone } from '../../../kit/feishu/people.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { newCustomAttribute } from '../../../kit/feishu/vocabularies.ts'
import { startTestServer, type TestServer } from '../../../kit/server.ts'

const leave = ({ client }: TestApp, { open_id }: MadePerson) => client.contact.user.delete({ path: { user_id: open_id } })
const comeBack = ({ client }: TestApp, { open_id }: MadePerson) => client.contact.user.resurrect({ path: { user_id: open_id } })

async function shown({ client }: TestApp, { open_id }: MadePerson) {
  return (await client.contact.user.get({ path: { user_id: open_id } })).data?.user
}

/** What names `leader` in a person who is led by him in every way. */
function ledBy(leader: MadePerson, attribute: string) {
  return {
    leader_user_id: leader.open_id,
    dotted_line_leader_user_ids: [leader.open_id],
    positions: [{ position_code: 'P1', position_name: 'Writer', department_id: '0', leader_user_id: leader.open_id, is_major: true }],
    custom_attrs: [{ id: attribute, type: 'GENERIC_USER', value: { generic_user: { id: leader.open_id, type: 1 } } }],
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

  /** Source: user/patch and user/update: who has resigned is not changed (42006). */
  test('changes nobody who resigned before him, and no app is told that he did', async () => {
    const { company, attribute, leader } = await scene()
    const gone = await newPerson(company.client, { name: 'Gone', ...ledBy(leader, attribute) })
    const there = await newPerson(company.client, { name: 'There', leader_user_id: leader.open_id })
    await leave(company, gone)
    const before = await shown(company, gone)
    const inbox = await startInbox(keysOf(company))
    try {
      await changeApp(company, { webhookUrl: inbox.url, subscriptions: everyEvent })
      const after = (await eventsInCompany(company)).length
      await leave(company, leader)
      const events = (await eventsInCompany(company)).slice(after)
      expect(events.map(({ kind }) => kind)).toEqual(['person_resigned', 'person_changed'])
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
})
