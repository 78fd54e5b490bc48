import { describe, expect, test } from 'vitest'
import { newApp, newCompany, sendRaw, setCompanyFacts } from '../../../kit/feishu/company.ts'
import { departmentsOf, expectNoChange, newChain, newDepartment, unjoin } from '../../../kit/feishu/departments.ts'
import { newPeople, newPerson } from '../../../kit/feishu/people.ts'
import { appWithin } from '../../../kit/feishu/places.ts'
import { eventsInCompany, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { newUnit } from '../../../kit/feishu/units.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

test('a department shows all that it was made with, and where nothing was said what it gets', async () => {
  const company = await newCompany(shared.server)
  const { client } = company
  const [main, deputy, partner] = await newPeople(client, 3)
  const unit = await newUnit(company)
  const parent = await newDepartment(client, { department_id: 'top' })
  const made = await newDepartment(client, {
    name: 'Sales',
    i18n_name: { zh_cn: '销售', ja_jp: '営業', en_us: 'Sales' },
    parent_department_id: parent.open_department_id,
    department_id: 'sales_1.a-b@c',
    order: '7',
    unit_ids: [unit],
    create_group_chat: true,
    leaders: [
      { leaderType: 2, leaderID: deputy?.open_id ?? '' },
      { leaderType: 1, leaderID: main?.open_id ?? '' },
    ],
    group_chat_employee_types: [1, 3],
    department_hrbps: [partner?.open_id ?? ''],
  })
  const whole = {
    name: 'Sales',
    i18n_name: { zh_cn: '销售', ja_jp: '営業', en_us: 'Sales' },
    parent_department_id: parent.open_department_id,
    department_id: 'sales_1.a-b@c',
    open_department_id: expect.stringMatching(/^od-[0-9a-f]{32}$/),
    leader_user_id: main?.open_id,
    chat_id: expect.stringMatching(/^oc_[0-9a-f]{32}$/),
    order: '7',
    unit_ids: [unit],
    member_count: 0,
    status: { is_deleted: false },
    leaders: [
      { leaderType: 2, leaderID: deputy?.open_id },
      { leaderType: 1, leaderID: main?.open_id },
    ],
    group_chat_employee_types: [1, 3],
    department_hrbps: [partner?.open_id],
    primary_member_count: 0,
  }
  expect(made).toEqual(whole)
  const got = await client.contact.department.get({ path: { department_id: made.open_department_id } })
  expect(got.data?.department).toEqual(made)
  expect(await kindsOf(company, made.open_department_id)).toEqual(['department_created'])
  expect((await eventsInCompany(company)).at(-1)).toMatchObject({
    kind: 'department_created',
    after: { name: 'Sales', people: 0 },
    before: null,
  })

  const bare = await newDepartment(client, { name: 'Bare', parent_department_id: parent.open_department_id })
  expect(bare).toEqual({
    name: 'Bare',
    parent_department_id: parent.open_department_id,
    department_id: expect.stringMatching(/^[0-9a-z]{16}$/),
    open_department_id: expect.stringMatching(/^od-[0-9a-f]{32}$/),
    order: '8',
    member_count: 0,
    status: { is_deleted: false },
    primary_member_count: 0,
  })
})

test('ids follow the types that were asked for; user_id is left out without its scope', async () => {
  const { client, ...place } = await newCompany(shared.server)
  const person = await newPerson(client)
  const types = { user_id_type: 'user_id', department_id_type: 'department_id' } as const
  await newDepartment(client, { department_id: 'top' })
  const made = await newDepartment(client, { parent_department_id: 'top', leader_user_id: person.user_id }, types)
  expect(made).toMatchObject({
    parent_department_id: 'top',
    leader_user_id: person.user_id,
    leaders: [{ leaderType: 1, leaderID: person.user_id }],
  })
  const path = { department_id: made.department_id }
  const union = await client.contact.department.get({ path, params: { ...types, user_id_type: 'union_id' } })
  expect(union.data?.department?.leader_user_id).toBe(person.union_id)

  const scopes = ['contact:contact', 'contact:contact:readonly']
  const narrow = await newApp(place, { scopes })
  const shown = (await narrow.client.contact.department.get({ path, params: types })).data?.department
  expect(shown).toMatchObject({ parent_department_id: 'top', leaders: [{ leaderType: 1 }] })
  expect(shown).not.toHaveProperty('leader_user_id')
})

test('without scopes of fields only the id and what needs none is shown', async () => {
  const company = await newCompany(shared.server, { app: { scopes: ['contact:contact'] } })
  const made = await newDepartment(company.client, { group_chat_employee_types: [2] })
  expect(made).toEqual({ open_department_id: expect.stringMatching(/^od-/), group_chat_employee_types: [2] })
})

describe('client_token', () => {
  test('the same request again is the same department; 40021 for another one', async () => {
    const company = await newCompany(shared.server)
    const params = { client_token: 'once' }
    const first = await newDepartment(company.client, { name: 'Once' }, params)
    expect(await newDepartment(company.client, { name: 'Once' }, params)).toEqual(first)
    expect(await departmentsOf(company)).toHaveLength(1)
    const refusal = { code: 40021, words: 'once', msg: 'no a same request error' }
    await expectNoChange(company, () => newDepartment(company.client, { name: 'Other' }, params), refusal)
    const other = await newApp(company)
    expect(await newDepartment(other.client, { name: 'Other' }, params)).toMatchObject({ name: 'Other' })
  })
})

describe('refusals', () => {
  const cases = [
    { code: 40016, http: 401, words: 'name', msg: 'dept name can not be nul error', data: { name: undefined } },
    { code: 40016, http: 401, words: 'name', msg: 'dept name can not be nul error', data: { name: '  ' } },
    { code: 44101, words: 'parent_department_id', msg: 'miss parent department id error', data: { parent_department_id: undefined } },
    { code: 44101, words: 'parent_department_id', msg: 'miss parent department id error', data: { parent_department_id: '' } },
    { code: 40014, http: 403, words: 'nowhere', msg: 'no parent dept authority error', data: { parent_department_id: 'nowhere' } },
    { code: 43029, words: '"a/b"', msg: 'dept name not contain separator', data: { name: 'a/b' } },
    { code: 43029, words: '"c/d"', msg: 'dept name not contain separator', data: { i18n_name: { en_us: 'c/d' } } },
    { code: 43008, words: 'department_id', msg: 'custom dept id invalid error', data: { department_id: 'od-1' } },
    { code: 43008, words: 'department_id', msg: 'custom dept id invalid error', data: { department_id: '1' } },
    { code: 43008, words: 'department_id', msg: 'custom dept id invalid error', data: { department_id: 'x'.repeat(65) } },
    { code: 40018, words: 'order', msg: 'param error', data: { order: '-1' } },
    { code: 40018, words: 'name', msg: 'param error', data: { name: 5 } },
    { code: 41012, words: 'nobody', msg: 'user id invalid error', data: { leader_user_id: 'nobody' } },
    { code: 43028, words: 'nobody', msg: 'invalid department hrbps', data: { department_hrbps: ['nobody'] } },
    { code: 43028, words: '500', msg: 'invalid department hrbps', data: { department_hrbps: Array(501).fill('x') } },
    { code: 43026, words: '77', msg: 'employee type is not valid', data: { group_chat_employee_types: [1, 77] } },
    { code: 43004, words: 'nothing', msg: 'illegal unit error', data: { unit_ids: ['nothing'] } },
    { code: 43004, words: 'unit_ids', msg: 'illegal unit error', data: { unit_ids: ['a', 'b'] } },
  ]
  test.for(cases)('$code: $data', async ({ data, ...refusal }) => {
    const company = await newCompany(shared.server)
    await expectNoChange(company, () => newDepartment(company.client, data as never), refusal)
  })

  test('43022, 43018, 43005, 43007: what a sibling has, or for the id any department', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const data = { name: 'Same', i18n_name: { en_us: 'Same', ja_jp: 'x' }, order: '3', department_id: 'same' }
    const { open_department_id: id } = await newDepartment(client, data)
    const make = (more: object) => () => newDepartment(client, more)
    await expectNoChange(company, make({ name: 'Same' }), { code: 43022, words: id, msg: 'department name duplicate' })
    await expectNoChange(company, make({ i18n_name: { ja_jp: 'y', en_us: 'Same' } }), {
      code: 43018,
      words: 'en_us',
      msg: 'duplicate i18n name',
    })
    await expectNoChange(company, make({ order: '03' }), { code: 43005, words: id, msg: 'duplicate order error' })
    const below = { parent_department_id: id }
    await expectNoChange(company, make({ ...below, department_id: 'same' }), {
      code: 43007,
      words: 'same',
      msg: 'duplicated department custom id error',
    })
    // Under another parent all else may be the same (open question 16).
    await newDepartment(client, { ...data, ...below, department_id: 'other' })
  })

  test('40018: leader_user_id is not the main leader, or there is not exactly one; 43016: one named twice', async () => {
    const company = await newCompany(shared.server)
    const [one, two] = (await newPeople(company.client, 2)).map(({ open_id }) => open_id) as [string, string]
    const led =
      (leaders: object[], more: object = {}) =>
      () =>
        newDepartment(company.client, { leaders, ...more } as never)
    const main = { leaderType: 1, leaderID: one }
    const refusal = { code: 40018, msg: 'param error' }
    await expectNoChange(company, led([main], { leader_user_id: two }), { ...refusal, words: two })
    await expectNoChange(company, led([], { leader_user_id: one }), { ...refusal, words: one })
    await expectNoChange(company, led([{ leaderType: 2, leaderID: one }]), { ...refusal, words: '0 main leaders' })
    await expectNoChange(company, led([main, { leaderType: 1, leaderID: two }]), { ...refusal, words: '2 main leaders' })
    await expectNoChange(company, led([main, { leaderType: 3, leaderID: two }]), { ...refusal, words: 'leaderType' })
    await expectNoChange(company, led([main, { leaderType: 2, leaderID: one }]), {
      code: 43016,
      words: one,
      msg: 'leaders is repeat',
    })
  })

  test('42006 and 43025: a leader who resigned, and one who has not joined', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const gone = await newPerson(client)
    await client.contact.user.delete({ path: { user_id: gone.open_id }, data: {} })
    const led = (id: string) => () => newDepartment(client, { leader_user_id: id })
    await expectNoChange(company, led(gone.open_id), { code: 42006, words: gone.open_id, msg: 'user has resigned error' })
    const partnered = () => newDepartment(client, { department_hrbps: [gone.open_id] })
    await expectNoChange(company, partnered, { code: 42006, words: gone.open_id, msg: 'user has resigned error' })
    const invited = await newPerson(client)
    await unjoin(company, invited)
    const unjoined = { code: 43025, words: invited.open_id, msg: 'top department leader unjoined' }
    await expectNoChange(company, led(invited.open_id), unjoined)
  })

  test('43019, 43013: the limits of depth, of children, and of all departments', async () => {
    const company = await newCompany(shared.server, { facts: { limits: { departmentDepth: 2, departmentChildren: 2, departments: 4 } } })
    const { client } = company
    const [first, second] = (await newChain(client, 2)) as [string, string]
    const below = (parent: string) => () => newDepartment(client, { parent_department_id: parent })
    await expectNoChange(company, below(second), { code: 43019, words: second, msg: 'exceed dept max level' })
    await below('0')()
    await expectNoChange(company, below('0'), { code: 43013, words: '2', msg: 'dept too many children error' })
    await below(first)()
    await setCompanyFacts(company, { limits: { departmentChildren: 9, departments: 4 } })
    await expectNoChange(company, below('0'), { code: 43013, words: '4', msg: 'dept too many children error' })
  })

  test('43017, 43004: a full unit, and units that the company has not got', async () => {
    const company = await newCompany(shared.server, { facts: { limits: { departmentsOfUnit: 1 } } })
    const unit = await newUnit(company)
    const make = () => newDepartment(company.client, { unit_ids: [unit] })
    await make()
    await expectNoChange(company, make, { code: 43017, words: unit, msg: 'relate dept over limit' })
    await setCompanyFacts(company, { units: false })
    await expectNoChange(company, make, { code: 43004, words: 'units', msg: 'illegal unit error' })
  })

  test('40014, 43023: a parent out of range, and the root without a range of all', async () => {
    const company = await newCompany(shared.server)
    const [inside, outside] = [await newDepartment(company.client), await newDepartment(company.client)]
    const narrow = await appWithin(company, { departments: [inside.open_department_id] })
    const make = (parent: string) => () => newDepartment(narrow.client, { parent_department_id: parent })
    const refusal = { code: 40014, http: 403, msg: 'no parent dept authority error' }
    await expectNoChange(company, make(outside.open_department_id), { ...refusal, words: outside.open_department_id })
    const unknown = `od-${'0'.repeat(32)}`
    await expectNoChange(company, make(unknown), { ...refusal, words: unknown })
    await expectNoChange(company, make('0'), { code: 43023, words: 'root', msg: 'dept structure no permissione' })
    await make(inside.open_department_id)()
  })

  test('43031: departments that are fed from outside', async () => {
    const company = await newCompany(shared.server, { facts: { fedFromOutside: true } })
    const refusal = { code: 43031, words: 'another system', msg: 'Unable to edit data from external data sources' }
    await expectNoChange(company, () => newDepartment(company.client), refusal)
  })

  test('a body that is no object is 9499', async () => {
    const company = await newCompany(shared.server)
    expect((await sendRaw(company, 'POST', '/contact/v3/departments', { body: '[]' })).body.code).toBe(9499)
  })
})
