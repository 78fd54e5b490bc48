import { describe, expect, test } from 'vitest'
import { newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { expectNoChange, newChain, newDepartment, unjoin } from '../../../kit/feishu/departments.ts'
import { type MadePerson, newPeople } from '../../../kit/feishu/people.ts'
import { appWithin } from '../../../kit/feishu/places.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { newEmployeeType } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

async function patch({ client }: Pick<TestApp, 'client'>, id: string, data: object) {
  const answer = await client.contact.department.patch({ path: { department_id: id }, data: data as never })
  return answer.data?.department
}
async function put({ client }: Pick<TestApp, 'client'>, id: string, data: object) {
  const answer = await client.contact.department.update({ path: { department_id: id }, data: data as never })
  return answer.data?.department
}

test('patch changes what is sent and keeps the rest; what is so already is no change', async () => {
  const company = await newCompany(shared.server)
  const [one, two] = (await newPeople(company.client, 2)).map(({ open_id }) => open_id) as [string, string]
  const made = await newDepartment(company.client, {
    name: 'Old',
    i18n_name: { en_us: 'Old' },
    leader_user_id: one,
    department_hrbps: [two],
  })
  const id = made.open_department_id
  expect(await patch(company, id, { name: 'New' })).toEqual({ ...made, name: 'New' })
  expect((await eventsInCompany(company)).at(-1)).toMatchObject({
    kind: 'department_changed',
    subject: id,
    before: { name: 'Old' },
    after: { name: 'New', i18nName: { en_us: 'Old' } },
  })
  const count = (await eventsInCompany(company)).length
  await patch(company, id, { name: 'New', order: made.order, leader_user_id: one, create_group_chat: false })
  expect(await eventsInCompany(company)).toHaveLength(count)
  const changed = await patch(company, id, { leaders: [], department_hrbps: [], i18n_name: {}, order: '40' })
  const { leaders, leader_user_id, department_hrbps, i18n_name, ...rest } = made
  expect(changed).toEqual({ ...rest, name: 'New', order: '40' })
})

test('a new leader_user_id keeps the deputies, and a deputy who becomes the main leader is no deputy any more', async () => {
  const company = await newCompany(shared.server)
  const [one, two, three] = (await newPeople(company.client, 3)).map(({ open_id }) => open_id) as [string, string, string]
  const leader = (leaderType: number, leaderID: string) => ({ leaderType, leaderID })
  const made = await newDepartment(company.client, { leaders: [leader(1, one), leader(2, two)] } as never)
  const id = made.open_department_id
  expect(await patch(company, id, { leader_user_id: three })).toMatchObject({ leaders: [leader(1, three), leader(2, two)] })
  expect(await patch(company, id, { leader_user_id: two })).toMatchObject({ leader_user_id: two, leaders: [leader(1, two)] })
})

test('a chat is made once, whatever is sent later, and its types can be changed', async () => {
  const company = await newCompany(shared.server)
  const { open_department_id: id } = await newDepartment(company.client)
  const first = (await patch(company, id, { create_group_chat: true, group_chat_employee_types: [1] })) as { chat_id?: string }
  expect(first.chat_id).toMatch(/^oc_[0-9a-f]{32}$/)
  expect(await patch(company, id, { create_group_chat: true })).toEqual(first)
  expect(await patch(company, id, { create_group_chat: false, group_chat_employee_types: [2] })).toEqual({
    ...first,
    group_chat_employee_types: [2],
  })
})

test('update clears what is not sent, but for order, partners, unit and chat', async () => {
  const company = await newCompany(shared.server)
  const [one, two] = (await newPeople(company.client, 2)).map(({ open_id }) => open_id) as [string, string]
  const made = await newDepartment(company.client, {
    i18n_name: { en_us: 'Whole' },
    order: '9',
    leader_user_id: one,
    department_hrbps: [two],
    group_chat_employee_types: [1],
  })
  const id = made.open_department_id
  const { leaders, leader_user_id, i18n_name, group_chat_employee_types, ...rest } = made
  expect(await put(company, id, { name: made.name, parent_department_id: '0' })).toEqual(rest)
  const chatted = await put(company, id, {
    name: 'Chat',
    parent_department_id: '0',
    leader_user_id: one,
    create_group_chat: true,
    group_chat_employee_types: [3],
  })
  expect(chatted).toMatchObject({ leader_user_id: one, leaders: [{ leaderType: 1, leaderID: one }], group_chat_employee_types: [3] })
  const kept = (await put(company, id, { name: 'Chat', parent_department_id: '0' })) as Record<string, unknown>
  expect(kept).toEqual({ ...rest, name: 'Chat', chat_id: kept.chat_id, group_chat_employee_types: [3] })
})

describe('refusals that patch and update share', () => {
  const both = [
    { verb: 'patch', call: patch, whole: {}, param: 40001 },
    { verb: 'update', call: put, whole: { name: 'whole', parent_department_id: '0' }, param: 40018 },
  ]

  const cases = [
    { code: 43029, words: '"a/b"', msg: 'dept name not contain separator', data: { name: 'a/b' } },
    { code: 41012, words: 'nobody', msg: 'user id invalid error', data: { leader_user_id: 'nobody' } },
    { code: 43026, words: '77', msg: 'employee type is not valid', data: { group_chat_employee_types: [77] } },
    { code: 40014, http: 403, words: 'nowhere', msg: 'no parent dept authority error', data: { parent_department_id: 'nowhere' } },
  ]
  for (const { verb, call, whole, param } of both) {
    test.for(cases)(`${verb}: $code for $data`, async ({ data, ...refusal }) => {
      const company = await newCompany(shared.server)
      const { open_department_id: id } = await newDepartment(company.client)
      await expectNoChange(company, () => call(company, id, { ...whole, ...data }), refusal)
    })

    test(`${verb}: ${param} for a parameter that is wrong`, async () => {
      const company = await newCompany(shared.server)
      const { open_department_id: id } = await newDepartment(company.client)
      const refusal = { code: param, words: 'order', msg: 'param error' }
      await expectNoChange(company, () => call(company, id, { ...whole, order: 'last' }), refusal)
    })

    test(`${verb}: 43022, 43018, 43005 for what a sibling has`, async () => {
      const company = await newCompany(shared.server)
      const taken = { name: 'Same', i18n_name: { en_us: 'Same' }, order: '3' }
      await newDepartment(company.client, taken)
      const { open_department_id: id } = await newDepartment(company.client)
      const change = (data: object) => () => call(company, id, { ...whole, ...data })
      await expectNoChange(company, change({ name: 'Same' }), { code: 43022, words: '"Same"', msg: 'department name duplicate' })
      const local = { i18n_name: taken.i18n_name }
      await expectNoChange(company, change(local), { code: 43018, words: 'en_us', msg: 'duplicate i18n name' })
      await expectNoChange(company, change({ order: '3' }), { code: 43005, words: '3', msg: 'duplicate order error' })
    })

    test(`${verb}: 40002 for the root, 40008 for an unknown department, 40004 and 43023 outside the range`, async () => {
      const company = await newCompany(shared.server)
      const [inside, outside] = [await newDepartment(company.client), await newDepartment(company.client)]
      const change =
        (of: Pick<TestApp, 'client'>, id: string, data: object = {}) =>
        () =>
          call(of, id, { ...whole, name: 'New', ...data })
      await expectNoChange(company, change(company, '0'), { code: 40002, words: 'root', msg: 'process root dept error' })
      const unknown = `od-${'0'.repeat(32)}`
      await expectNoChange(company, change(company, unknown), { code: 40008, words: unknown, msg: 'dept Info is null error' })
      const narrow = await appWithin(company, { departments: [inside.open_department_id] })
      const refusal = { code: 40004, http: 403, msg: 'no dept authority error' }
      await expectNoChange(company, change(narrow, unknown), { ...refusal, words: unknown })
      await expectNoChange(company, change(narrow, outside.open_department_id), { ...refusal, words: outside.open_department_id })
      const under = (parent_department_id: string) => change(narrow, inside.open_department_id, { parent_department_id })
      const parent = { code: 40014, http: 403, msg: 'no parent dept authority error' }
      await expectNoChange(company, under(outside.open_department_id), { ...parent, words: outside.open_department_id })
      await expectNoChange(company, under('0'), { code: 43023, words: 'root', msg: 'dept structure no permissione' })
    })

    test(`${verb}: ${param} for a move below itself, 43019 and 43013 for the limits of the tree`, async () => {
      const limits = { departmentDepth: 3, departmentChildren: 2 }
      const company = await newCompany(shared.server, { facts: { limits } })
      const [top, , deepest] = (await newChain(company.client, 3)) as [string, string, string]
      const [other, below] = (await newChain(company.client, 2)) as [string, string]
      const move = (id: string, parent_department_id: string) => () => call(company, id, { ...whole, parent_department_id })
      await expectNoChange(company, move(top, deepest), { code: param, words: top, msg: 'param error' })
      await expectNoChange(company, move(top, top), { code: param, words: top, msg: 'param error' })
      await expectNoChange(company, move(other, deepest), { code: 43019, words: '3', msg: 'exceed dept max level' })
      await expectNoChange(company, move(below, '0'), { code: 43013, words: '2', msg: 'dept too many children error' })
    })

    test(`${verb}: 43031 for departments that are fed from outside`, async () => {
      const company = await newCompany(shared.server)
      const { open_department_id: id } = await newDepartment(company.client)
      await setCompanyFacts(company, { fedFromOutside: true })
      const refusal = { code: 43031, words: 'another system', msg: 'Unable to edit data from external data sources' }
      await expectNoChange(company, () => call(company, id, { ...whole, name: 'New' }), refusal)
    })

    test(`${verb}: 42006 and 43025 for a leader who resigned, and one who has not joined`, async () => {
      const company = await newCompany(shared.server)
      const [gone, invited] = (await newPeople(company.client, 2)) as [MadePerson, MadePerson]
      const { open_department_id: id } = await newDepartment(company.client)
      await company.client.contact.user.delete({ path: { user_id: gone.open_id }, data: {} })
      await unjoin(company, invited)
      const led = (leader_user_id: string) => () => call(company, id, { ...whole, leader_user_id })
      await expectNoChange(company, led(gone.open_id), { code: 42006, words: gone.open_id, msg: 'user has resigned error' })
      const unjoined = { code: 43025, words: invited.open_id, msg: 'top department leader unjoined' }
      await expectNoChange(company, led(invited.open_id), unjoined)
    })

    test(`${verb}: leaders that disagree (${param}), repeat (43016) or are not one main leader (${param})`, async () => {
      const company = await newCompany(shared.server)
      const [one, two] = (await newPeople(company.client, 2)).map(({ open_id }) => open_id) as [string, string]
      const { open_department_id: id } = await newDepartment(company.client)
      const led =
        (leaders: object[], more: object = {}) =>
        () =>
          call(company, id, { ...whole, leaders, ...more })
      const main = { leaderType: 1, leaderID: one }
      await expectNoChange(company, led([main], { leader_user_id: two }), { code: param, words: two, msg: 'param error' })
      await expectNoChange(company, led([{ leaderType: 2, leaderID: one }]), {
        code: param,
        words: '0 main leaders',
        msg: 'param error',
      })
      await expectNoChange(company, led([main, { leaderType: 2, leaderID: one }]), {
        code: 43016,
        words: one,
        msg: 'leaders is repeat',
      })
    })
  }

  test('patch: 40001 for an empty name, 43028 for a partner that nobody is', async () => {
    const company = await newCompany(shared.server)
    const { open_department_id: id } = await newDepartment(company.client)
    await expectNoChange(company, () => patch(company, id, { name: '' }), { code: 40001, words: 'name', msg: 'param error' })
    const partners = () => patch(company, id, { department_hrbps: ['nobody'] })
    await expectNoChange(company, partners, { code: 43028, words: 'nobody', msg: 'invalid department hrbps' })
  })

  test('update: 40016 without a name, 40017 without a parent', async () => {
    const company = await newCompany(shared.server)
    const { open_department_id: id } = await newDepartment(company.client)
    const name = { code: 40016, words: 'name', http: 401, msg: 'dept name can not be nul error' }
    const parent = { code: 40017, words: 'parent_department_id', msg: 'parent id can not be null in updateRequest' }
    await expectNoChange(company, () => put(company, id, { parent_department_id: '0' }), { ...name, http: 400 })
    await expectNoChange(company, () => put(company, id, { name: '', parent_department_id: '0' }), { ...name, http: 400 })
    await expectNoChange(company, () => put(company, id, { name: 'x' }), parent)
    await expectNoChange(company, () => put(company, id, { name: 'x', parent_department_id: '' }), parent)
  })
})

test('an employee type that was deleted stays among those of a chat when others are added or taken away, and cannot be given anew', async () => {
  const company = await newCompany(shared.server)
  const { enum_id, enum_value } = await newEmployeeType(company)
  const gone = Number(enum_value)
  const { open_department_id: id } = await newDepartment(company.client)
  const typed = (types: number[]) => patch(company, id, { group_chat_employee_types: types })
  await typed([1, gone])
  await company.client.contact.employeeTypeEnum.delete({ path: { enum_id } })
  expect(await typed([1, 2, gone])).toMatchObject({ group_chat_employee_types: [1, 2, gone] })
  expect(await typed([gone])).toMatchObject({ group_chat_employee_types: [gone] })
  expect(await typed([1])).toMatchObject({ group_chat_employee_types: [1] })
  const refusal = { code: 43026, words: enum_value, msg: 'employee type is not valid' }
  await expectNoChange(company, () => typed([1, gone]), refusal)
})
