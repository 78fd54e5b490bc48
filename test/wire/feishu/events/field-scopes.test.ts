import { afterEach, describe, expect, test } from 'vitest'
import { changeApp, newApp, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { newDepartment } from '../../../kit/feishu/departments.ts'
import { everyEvent, keysOf, type Received, startInbox } from '../../../kit/feishu/inbox.ts'
import { newPerson, newPhone } from '../../../kit/feishu/people.ts'
import { changeCustomAttribute, newCustomAttribute } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const settled = { timeout: 10_000 }
const base = 'contact:contact.base:readonly'
const open: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const inbox of open.splice(0)) await inbox.close()
})

async function told(of: TestApp): Promise<Received[]> {
  const inbox = await startInbox(keysOf(of))
  open.push(inbox)
  await changeApp(of, { webhookUrl: inbox.url, subscriptions: everyEvent })
  return inbox.events
}

/** Everything before is told when this is: the last thing that every app of the company is told. */
async function last({ client }: TestApp, ...listeners: Received[][]): Promise<void> {
  const content = `Mark ${newPhone()}`
  await client.contact.employeeTypeEnum.create({ data: { content, enum_type: 2, enum_status: 1 } })
  for (const events of listeners) await expect.poll(() => events.at(-1)?.new_enum?.content, settled).toBe(content)
}

const of = (events: Received[], type: string) => events.filter(({ event_type }) => event_type === `contact.${type}_v3`)
const members = (one: object | undefined) => Object.keys(one ?? {}).toSorted()

// Source: user/events/created and updated, field scopes: they differ from those of user/get.
describe('an event about a user', () => {
  test('has the mail of the company and the job title by other scopes than a call, and the leader too', async () => {
    const all = await newCompany(shared.server, { facts: { mailDomains: ['corp.example'] } })
    const leader = await newPerson(all.client)
    const bare = await told(await newApp(all, { scopes: [base] }))
    const named = await told(await newApp(all, { scopes: [base, 'contact:user.base:readonly'] }))
    const employed = await told(await newApp(all, { scopes: [base, 'contact:user.employee:readonly'] }))
    const placed = await told(await newApp(all, { scopes: [base, 'contact:user.department:readonly'] }))
    await newPerson(all.client, { job_title: 'Clerk', enterprise_email: 'ada@corp.example', leader_user_id: leader.open_id })
    await last(all, bare, named, employed, placed)
    const ofCreation = (events: Received[]) => members(of(events, 'user.created').at(-1)?.object)
    const always = ['job_title', 'open_id', 'union_id']
    expect(ofCreation(bare)).toEqual(always)
    expect(ofCreation(named)).toEqual([...always, 'avatar', 'enterprise_email', 'name'].toSorted())
    expect(ofCreation(employed)).toEqual([...always, 'custom_attrs', 'employee_type', 'join_time', 'leader_user_id', 'status'].toSorted())
    expect(ofCreation(placed)).toEqual([...always, 'department_ids', 'orders'].toSorted())
  })

  test('tells of a new mail of the company, which the user of before does not have', async () => {
    const all = await newCompany(shared.server, { facts: { mailDomains: ['corp.example'] } })
    const { open_id } = await newPerson(all.client, { enterprise_email: 'old@corp.example' })
    const events = await told(all)
    await all.client.contact.user.patch({ path: { user_id: open_id }, data: { enterprise_email: 'new@corp.example' } })
    await last(all, events)
    const [updated, ...more] = of(events, 'user.updated')
    expect(more).toEqual([])
    expect(updated?.object).toMatchObject({ open_id, enterprise_email: 'new@corp.example' })
    expect(updated?.old_object).toEqual({})
  })

  test('names whom a field points at by user_id, and not at all without the scope for that', async () => {
    const all = await newCompany(shared.server)
    const friend = await newPerson(all.client)
    const { id } = await newCustomAttribute(all, { type: 'GENERIC_USER' })
    const seeing = await told(all)
    const employed = await told(await newApp(all, { scopes: [base, 'contact:user.employee:readonly'] }))
    const value = { generic_user: { id: friend.open_id, type: 1 } }
    await newPerson(all.client, { custom_attrs: [{ type: 'GENERIC_USER', id, value }] })
    await last(all, seeing, employed)
    const attributes = (events: Received[]) => of(events, 'user.created').at(-1)?.object.custom_attrs
    expect(attributes(seeing)).toEqual([{ type: 'GENERIC_USER', id, value: { generic_user: { id: friend.user_id, type: 1 } } }])
    expect(attributes(employed)).toEqual([])
  })
})

// Source: department/events/created, field scopes: they differ from those of department/get.
describe('an event about a department', () => {
  test('has leader and chat by other scopes than a call, and always the kinds of leaders', async () => {
    const all = await newCompany(shared.server)
    const leader = await newPerson(all.client)
    const bare = await told(await newApp(all, { scopes: [base] }))
    const named = await told(await newApp(all, { scopes: [base, 'contact:department.base:readonly'] }))
    const placed = await told(await newApp(all, { scopes: [base, 'contact:department.organize:readonly'] }))
    await newDepartment(all.client, { leader_user_id: leader.open_id, create_group_chat: true })
    await last(all, bare, named, placed)
    const created = (events: Received[]) => of(events, 'department.created').at(-1)?.object
    expect(members(created(bare))).toEqual(['leaders', 'open_department_id'])
    expect(members(created(named))).toEqual(['department_id', 'leader_user_id', 'leaders', 'name', 'open_department_id', 'status'])
    expect(members(created(placed))).toEqual(['chat_id', 'leaders', 'open_department_id', 'order', 'parent_department_id'])
    expect([bare, named, placed].map((events) => members(created(events)?.leaders[0]))).toEqual([
      ['leaderType'],
      ['leaderType'],
      ['leaderID', 'leaderType'],
    ])
  })
})

// Source: scope/events/updated.
describe('an event about the range of an app', () => {
  test('tells licences only with their scope, and not where somebody sits', async () => {
    const facts = { licences: { required: false, seatsLeft: { basic: null } } }
    const all = await newCompany(shared.server, { facts })
    const { user_id } = await newPerson(all.client, { subscription_ids: ['basic'] })
    const seeing = await newApp(all, { range: { people: [] } })
    const bare = await newApp(all, { scopes: [base], range: { people: [] } })
    const [whole, little] = [await told(seeing), await told(bare)]
    for (const app of [seeing, bare]) await changeApp(app, { range: { people: [user_id] } })
    await last(all, whole, little)
    const added = (events: Received[]) => of(events, 'scope.updated').at(-1)?.added.users[0]
    expect(added(whole)).toMatchObject({ user_id, subscription_ids: ['basic'], assign_info: [{ subscription_id: 'basic' }] })
    for (const member of ['department_ids', 'orders', 'mobile_visible', 'avatar_key', 'is_tenant_manager'])
      expect(added(whole)).not.toHaveProperty(member)
    expect(members(added(little))).toEqual(['is_frozen', 'open_id', 'union_id'])
  })
})

// Source: custom_attr_event/events/updated: the switch is turned, or a field comes or goes.
test('fields of the company are told of when there are others for apps, not when one is called otherwise or stays closed', async () => {
  const all = await newCompany(shared.server)
  const events = await told(all)
  const { id } = await newCustomAttribute(all)
  await changeCustomAttribute(all, id, { i18nName: [{ locale: 'en_us', value: 'Renamed' }] })
  const closed = await newCustomAttribute(all, { open: false })
  await changeCustomAttribute(all, closed.id, { i18nName: [{ locale: 'en_us', value: 'Unseen' }] })
  await changeCustomAttribute(all, id, { open: false })
  await last(all, events)
  expect(of(events, 'custom_attr_event.updated').map(({ object }) => object)).toEqual([
    { contact_field_key: [id], allow_open_query: true },
    { contact_field_key: [], allow_open_query: false },
  ])
})
