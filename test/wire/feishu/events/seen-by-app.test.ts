import { afterEach, describe, expect, test } from 'vitest'
import { type AppOptions, changeApp, newApp, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { everyEvent, keysOf, type Received, startInbox } from '../../../kit/feishu/inbox.ts'
import { newPerson, newPhone } from '../../../kit/feishu/people.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const settled = { timeout: 10_000 }
const open: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const inbox of open.splice(0)) await inbox.close()
})

async function listening(of: TestApp): Promise<Received[]> {
  const inbox = await startInbox(keysOf(of))
  open.push(inbox)
  await changeApp(of, { webhookUrl: inbox.url, subscriptions: everyEvent })
  return inbox.events
}

/** A second app of a company as `options` has it, and what it is told. */
async function told(company: TestApp, options: AppOptions): Promise<Received[]> {
  return await listening(await newApp(company, options))
}

async function newDepartment({ client }: TestApp, name: string, parent = '0'): Promise<string> {
  const { data } = await client.contact.department.create({ data: { name, parent_department_id: parent } })
  return data?.department?.open_department_id as string
}

/** Everything before is told when this is: the last thing that every app of the company is told. */
async function last({ client }: TestApp, ...listeners: Received[][]): Promise<void> {
  const content = `Mark ${newPhone()}`
  await client.contact.employeeTypeEnum.create({ data: { content, enum_type: 2, enum_status: 1 } })
  for (const events of listeners) await expect.poll(() => events.at(-1)?.new_enum?.content, settled).toBe(content)
}

const about = (events: Received[]) =>
  events.flatMap(({ event_type, object }) => (object ? [`${event_type.split('.').slice(1, 3).join('.')} ${object.name}`] : []))

describe('an app whose range is a part of the company', () => {
  test('is told of people and departments within it, and of what lies below', async () => {
    const all = await newCompany(shared.server)
    const sales = await newDepartment(all, 'Sales')
    const abroad = await newDepartment(all, 'Abroad', sales)
    const events = await told(all, { range: { departments: [sales] } })
    const everything = await listening(all)
    const inside = await newPerson(all.client, { name: 'Inside', department_ids: [abroad] })
    const outside = await newPerson(all.client, { name: 'Outside' })
    await newDepartment(all, 'Further', abroad)
    const elsewhere = await newDepartment(all, 'Elsewhere')
    for (const { open_id } of [inside, outside]) await all.client.contact.user.delete({ path: { user_id: open_id }, data: {} })
    await all.client.contact.department.delete({ path: { department_id: elsewhere } })
    await last(all, events, everything)
    expect(about(events)).toEqual(['user.created_v3 Inside', 'department.created_v3 Further', 'user.deleted_v3 Inside'])
    expect(about(everything)).toEqual([
      'user.created_v3 Inside',
      'user.created_v3 Outside',
      'department.created_v3 Further',
      'department.created_v3 Elsewhere',
      'user.deleted_v3 Inside',
      'user.deleted_v3 Outside',
      'department.deleted_v3 Elsewhere',
    ])
  })

  test('is told of people whom it names, and of who is in its groups, to the last day', async () => {
    const all = await newCompany(shared.server)
    const { client } = all
    const [named, grouped, other] = [
      await newPerson(client, { name: 'Named' }),
      await newPerson(client, { name: 'Grouped' }),
      await newPerson(client),
    ]
    const group = await client.contact.group.create({ data: { name: 'Group' } })
    const group_id = group.data?.group_id as string
    await client.contact.groupMember.add({
      path: { group_id },
      data: { member_type: 'user', member_id_type: 'open_id', member_id: grouped.open_id },
    })
    const events = await told(all, { range: { people: [named.user_id], groups: [group_id] } })
    for (const { open_id } of [named, grouped, other]) {
      await client.contact.user.patch({ path: { user_id: open_id }, data: { city: 'Rome' } })
      await client.contact.user.delete({ path: { user_id: open_id }, data: {} })
    }
    await last(all, events)
    expect(about(events)).toEqual([
      ...['user.updated_v3 Named', 'user.deleted_v3 Named'],
      ...['user.updated_v3 Grouped', 'user.deleted_v3 Grouped'],
    ])
  })

  test('is told of a group that its range wins, and of one that it loses and that lives on', async () => {
    const all = await newCompany(shared.server)
    const { open_id, user_id } = await newPerson(all.client, { name: 'Runner' })
    const group_id = (await all.client.contact.group.create({ data: { name: 'Runners' } })).data?.group_id as string
    const member = { member_type: 'user', member_id_type: 'open_id', member_id: open_id } as const
    await all.client.contact.groupMember.add({ path: { group_id }, data: member })
    const app = await newApp(all, { range: { people: [user_id] } })
    const events = await listening(app)
    await changeApp(app, { range: { people: [user_id], groups: [group_id] } })
    await changeApp(app, { range: { people: [user_id] } })
    await last(all, events)
    const changes = events.flatMap(({ event_type, added, removed }) =>
      event_type === 'contact.scope.updated_v3' ? [[added.user_groups, removed.user_groups]] : [],
    )
    const group = { user_group_id: group_id, name: 'Runners', type: 1, member_count: 1, status: 1 }
    expect(changes).toEqual([
      [[group], []],
      [[], [group]],
    ])
  })

  test('is told which department and which group leave its range because they are deleted, and who because he resigns', async () => {
    const all = await newCompany(shared.server)
    const sales = await newDepartment(all, 'Sales')
    const { data } = await all.client.contact.group.create({ data: { name: 'Runners' } })
    const group_id = data?.group_id as string
    const { user_id } = await newPerson(all.client, { name: 'Named' })
    const events = await told(all, { range: { departments: [sales], people: [user_id], groups: [group_id] } })
    await all.client.contact.department.delete({ path: { department_id: sales } })
    await all.client.contact.group.delete({ path: { group_id } })
    const params = { user_id_type: 'user_id' } as const
    await all.client.contact.user.delete({ path: { user_id }, params })
    await all.client.contact.user.resurrect({ path: { user_id }, params })
    await last(all, events)
    expect(about(events)).toEqual(['department.deleted_v3 Sales', 'user.deleted_v3 Named'])
    const removals = events.filter(({ event_type }) => event_type === 'contact.scope.updated_v3').map(({ removed }) => removed)
    expect(removals).toEqual([
      {
        departments: [expect.objectContaining({ open_department_id: sales, name: 'Sales', status: { is_deleted: true } })],
        users: [],
        user_groups: [],
      },
      { departments: [], users: [], user_groups: [{ user_group_id: group_id, name: 'Runners', type: 1, member_count: 0, status: 1 }] },
      { departments: [], users: [expect.objectContaining({ user_id, name: 'Named' })], user_groups: [] },
    ])
  })
})

describe('scopes of an app', () => {
  test('decide which fields events have, and whether there is one', async () => {
    const all = await newCompany(shared.server)
    const bare = await told(all, { scopes: ['contact:contact.base:readonly'] })
    const named = await told(all, {
      scopes: ['contact:contact.base:readonly', 'contact:user.base:readonly', 'contact:user.phone:readonly'],
    })
    const none = await told(all, { scopes: ['contact:user.base:readonly'] })
    const { client } = all
    const person = await newPerson(client, { name: 'Shown' })
    await client.contact.user.patch({ path: { user_id: person.open_id }, data: { name: 'Renamed', city: 'Rome', mobile: newPhone() } })
    await last(all, bare, named)
    // Nothing that was changed may be seen without further scopes.
    expect(bare.flatMap(({ object }) => (object ? [Object.keys(object)] : []))).toEqual([['open_id', 'union_id']])
    const updates = named.filter(({ event_type }) => event_type === 'contact.user.updated_v3')
    expect(updates.map(({ old_object }) => old_object)).toEqual([{ name: 'Shown' }, { mobile: person.mobile }])
    expect(Object.keys(updates[0]?.object).sort()).toEqual(['avatar', 'mobile', 'name', 'open_id', 'union_id'])
    expect(none).toEqual([])
  })

  test('decide whether an app is told where somebody sat who resigned', async () => {
    const all = await newCompany(shared.server)
    const bare = await told(all, { scopes: ['contact:contact.base:readonly'] })
    const seeing = await told(all, { scopes: ['contact:contact.base:readonly', 'contact:user.department:readonly'] })
    const { open_id } = await newPerson(all.client, { department_ids: [await newDepartment(all, 'Sales')] })
    await all.client.contact.user.delete({ path: { user_id: open_id }, data: {} })
    await last(all, bare, seeing)
    const members = (events: Received[]) =>
      events.filter(({ event_type }) => event_type === 'contact.user.deleted_v3').map(({ old_object }) => Object.keys(old_object).sort())
    expect(members(bare)).toEqual([['open_id']])
    expect(members(seeing)).toEqual([['department_ids', 'open_id']])
  })
})

describe('a change of a person', () => {
  test('is told apart from that of the phone and that of the address, each with an id of its own', async () => {
    const all = await newCompany(shared.server)
    const person = await newPerson(all.client, { name: 'Before', email: 'before@example.com' })
    const events = await listening(all)
    const mobile = newPhone()
    const data = { name: 'After', mobile, email: 'after@example.com' }
    await all.client.contact.user.patch({ path: { user_id: person.open_id }, data })
    await last(all, events)
    const updates = events.filter(({ event_type }) => event_type === 'contact.user.updated_v3')
    expect(updates.map(({ old_object }) => old_object)).toEqual([
      { name: 'Before' },
      { mobile: person.mobile },
      { email: 'before@example.com' },
    ])
    for (const { object } of updates) expect(object).toMatchObject({ name: 'After', mobile, email: 'after@example.com' })
    expect(new Set(updates.map(({ event_id }) => event_id)).size).toBe(3)
  })

  test('back from resignation is told as created', async () => {
    const all = await newCompany(shared.server)
    const { user_id } = await newPerson(all.client, { name: 'Back' })
    const events = await listening(all)
    await all.client.contact.user.delete({ path: { user_id }, params: { user_id_type: 'user_id' }, data: {} })
    await all.client.contact.user.resurrect({ path: { user_id }, params: { user_id_type: 'user_id' }, data: {} })
    await last(all, events)
    expect(about(events)).toEqual(['user.deleted_v3 Back', 'user.created_v3 Back'])
  })

  test('is not told to an app that did not subscribe to it, nor from before it did', async () => {
    const all = await newCompany(shared.server)
    await newPerson(all.client, { name: 'Before' })
    const inbox = await startInbox(keysOf(all))
    open.push(inbox)
    await changeApp(all, { webhookUrl: inbox.url, subscriptions: ['contact.user.deleted_v3', 'contact.employee_type_enum.created_v3'] })
    const person = await newPerson(all.client, { name: 'Then' })
    await all.client.contact.user.delete({ path: { user_id: person.open_id }, data: {} })
    await last(all, inbox.events)
    expect(about(inbox.events)).toEqual(['user.deleted_v3 Then'])
    await changeApp(all, { subscriptions: [] })
    await newPerson(all.client, { name: 'Unheard' })
    await changeApp(all, { subscriptions: everyEvent })
    await last(all, inbox.events)
    expect(about(inbox.events)).toEqual(['user.deleted_v3 Then'])
  })
})
