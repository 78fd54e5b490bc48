import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { contactEventTypes } from '../../../../src/dialects/feishu/events/event-types.ts'
import { admin } from '../../../kit/admin.ts'
import { changeApp, newApp, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { everyEvent, keysOf, type Received, startInbox } from '../../../kit/feishu/inbox.ts'
import { openLine } from '../../../kit/feishu/long-connection.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const settled = { timeout: 15_000 }

interface Listener {
  readonly of: TestApp
  readonly events: readonly Received[]
  close(): unknown
}

/** Three apps of one company that are told everything, each in its own way. */
async function listeners(): Promise<Record<'plain' | 'encrypted' | 'connected', Listener>> {
  const first = await newCompany(shared.server)
  const webhook = async (of: TestApp, encryptKey?: string): Promise<Listener> => {
    const inbox = await startInbox(keysOf(of, encryptKey))
    await changeApp(of, { webhookUrl: inbox.url, subscriptions: everyEvent, ...(encryptKey !== undefined && { encryptKey }) })
    return { of, events: inbox.events, close: inbox.close }
  }
  const connected = await newApp(first, { subscriptions: everyEvent })
  return {
    plain: await webhook(first),
    encrypted: await webhook(await newApp(first), 'a key of this app'),
    connected: { of: connected, ...(await openLine(connected)) },
  }
}

/** Does everything once that an event is sent for; answers what it was done to. */
async function doEverything({ of: { client, company } }: Listener) {
  const { contact } = client
  const person = await newPerson(client, { name: 'Ada', department_ids: ['0'] })
  const user_id = person.open_id
  await contact.user.patch({ path: { user_id }, data: { name: 'Ada L.', city: 'London' } })
  await contact.user.delete({ path: { user_id }, data: {} })
  const made = await contact.department.create({ data: { name: 'Sales', parent_department_id: '0' } })
  const department_id = made.data?.department?.open_department_id as string
  await contact.department.patch({ path: { department_id }, data: { name: 'Sales abroad' } })
  await contact.department.delete({ path: { department_id } })
  const kept = await contact.department.create({ data: { name: 'Kept', parent_department_id: '0' } })
  const enumData = { content: 'Seasonal', enum_type: 2, enum_status: 1 }
  const created = await contact.employeeTypeEnum.create({ data: enumData })
  const enum_id = created.data?.employee_type_enum?.enum_id as string
  const change = (data: typeof enumData) => contact.employeeTypeEnum.update({ path: { enum_id }, data })
  await change({ ...enumData, content: 'In season' })
  await change({ ...enumData, content: 'In season', enum_status: 2 })
  await change({ ...enumData, content: 'In season' })
  await contact.employeeTypeEnum.delete({ path: { enum_id } })
  const attribute = { type: 'TEXT', i18nName: [{ locale: 'en_us', value: 'Shoe size' }], open: true }
  const answer = await admin(shared.server, 'POST', `/companies/${company}/custom-attributes`, attribute)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return { person, department_id, kept: kept.data?.department?.open_department_id as string, enum_id, attribute: answer.body.id as string }
}

describe('everything that events are sent for', () => {
  let all: Awaited<ReturnType<typeof listeners>>
  let done: Awaited<ReturnType<typeof doEverything>>
  beforeAll(async () => {
    all = await listeners()
    done = await doEverything(all.plain)
    for (const { of } of Object.values(all)) await changeApp(of, { range: { departments: [done.kept] } })
    const all13 = (events: readonly Received[]) => new Set(events.map(({ event_type }) => event_type)).size
    for (const { events } of Object.values(all)) await vi.waitUntil(() => all13(events) === 13, settled)
  }, 60_000)
  afterAll(async () => {
    for (const { close } of Object.values(all)) await close()
  })

  test.each(['plain', 'encrypted', 'connected'] as const)('reaches the official client in order, %s', (how) => {
    expect(all[how].events.map(({ event_type }) => event_type)).toEqual([
      'contact.user.created_v3',
      'contact.user.updated_v3',
      'contact.user.deleted_v3',
      'contact.department.created_v3',
      'contact.department.updated_v3',
      'contact.department.deleted_v3',
      'contact.department.created_v3',
      'contact.employee_type_enum.created_v3',
      'contact.employee_type_enum.updated_v3',
      'contact.employee_type_enum.deactivated_v3',
      'contact.employee_type_enum.actived_v3',
      'contact.employee_type_enum.deleted_v3',
      'contact.custom_attr_event.updated_v3',
      'contact.scope.updated_v3',
    ])
    expect(new Set(all[how].events.map(({ event_type }) => event_type))).toEqual(new Set(contactEventTypes))
  })

  const event = (how: keyof typeof all, type: string) => all[how].events.find(({ event_type }) => event_type === type) as Received

  test('names people by the open_id of the app that is told, and the person by one union_id', () => {
    const users = (['plain', 'encrypted', 'connected'] as const).map((how) => event(how, 'contact.user.created_v3').object)
    expect(users[0].open_id).toBe(done.person.open_id)
    expect(new Set(users.map(({ open_id }) => open_id)).size).toBe(3)
    expect(new Set(users.map(({ union_id }) => union_id))).toEqual(new Set([done.person.union_id]))
    expect(users[0]).toMatchObject({ name: 'Ada', user_id: done.person.user_id, department_ids: ['0'], employee_type: 1 })
  })

  test('tells of a changed user only what was changed, and of a deleted one where he was', () => {
    const { object, old_object } = event('plain', 'contact.user.updated_v3')
    expect(object).toMatchObject({ name: 'Ada L.', city: 'London', open_id: done.person.open_id })
    expect(old_object).toEqual({ name: 'Ada', city: '' })
    const deleted = event('plain', 'contact.user.deleted_v3')
    expect(deleted.object).toMatchObject({ open_id: done.person.open_id, status: { is_resigned: true } })
    expect(deleted.old_object).toEqual({ department_ids: ['0'], open_id: done.person.open_id })
  })

  test('tells of kinds of employment as they were and as they are', () => {
    const told = (type: string) => {
      const { old_enum, new_enum } = event('connected', `contact.employee_type_enum.${type}_v3`)
      return [old_enum, new_enum].map((one) => one && `${one.content} ${one.enum_status}`)
    }
    expect(told('created')).toEqual([undefined, 'Seasonal 1'])
    expect(told('updated')).toEqual(['Seasonal 1', 'In season 1'])
    expect(told('deactivated')).toEqual(['In season 1', 'In season 2'])
    expect(told('actived')).toEqual(['In season 2', 'In season 1'])
    expect(told('deleted')).toEqual(['In season 1', undefined])
    const { new_enum } = event('connected', 'contact.employee_type_enum.created_v3')
    expect(new_enum).toMatchObject({ enum_id: done.enum_id, enum_value: '6', enum_type: 2, i18n_content: [] })
  })

  test('tells of fields of the company’s own which of them apps may ask for', () => {
    const { object, old_object } = event('encrypted', 'contact.custom_attr_event.updated_v3')
    expect(object).toEqual({ contact_field_key: [done.attribute], allow_open_query: true })
    expect(old_object).toEqual({ contact_field_key: [], allow_open_query: false })
  })

  test('tells an app what its range won and lost, and no other app', () => {
    const { added, removed } = event('plain', 'contact.scope.updated_v3')
    expect(added).toMatchObject({
      departments: [{ open_department_id: done.kept, name: 'Kept', order: expect.any(String) }],
      users: [],
      user_groups: [],
    })
    expect(removed).toMatchObject({ departments: [{ open_department_id: '0' }], users: [], user_groups: [] })
  })
})
