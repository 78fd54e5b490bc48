import { expect, test } from 'vitest'
import { newCompany, setCompanyFacts } from '../../../kit/feishu/company.ts'
import { countsOf, newDepartment } from '../../../kit/feishu/departments.ts'
import { newPerson, newPhone } from '../../../kit/feishu/people.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { newCustomAttribute, newEmployeeType, newJobFamily, newJobLevel } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

test('a user with no more than what is mandatory is not active, joined now, and has one primary department', async () => {
  const { client } = await newCompany(shared.server)
  const mobile = newPhone()
  const user = await newPerson(client, { mobile, name: 'Ada' })
  expect(user).toEqual({
    union_id: expect.stringMatching(/^on_[0-9a-f]{32}$/),
    open_id: expect.stringMatching(/^ou_[0-9a-f]{32}$/),
    user_id: expect.stringMatching(/^[0-9a-z]{8}$/),
    name: 'Ada',
    mobile,
    mobile_visible: true,
    gender: 0,
    avatar: {
      avatar_72: expect.stringMatching(/^https:/),
      avatar_240: expect.stringMatching(/^https:/),
      avatar_640: expect.stringMatching(/^https:/),
      avatar_origin: expect.stringMatching(/^https:/),
    },
    status: { is_frozen: false, is_resigned: false, is_activated: false, is_exited: false, is_unjoin: false },
    department_ids: ['0'],
    join_time: Math.floor(shared.clock.now() / 1000),
    is_tenant_manager: false,
    employee_type: 1,
    orders: [{ department_id: '0', user_order: 0, department_order: 0, is_primary_dept: true }],
    custom_attrs: [],
    is_frozen: false,
    dotted_line_leader_user_ids: [],
  })
  const { data } = await client.contact.user.get({ path: { user_id: user.open_id } })
  expect(data?.user).toMatchObject(user)
})

test('a user shows all that was said of him', async () => {
  const place = await newCompany(shared.server)
  const { client } = place
  await setCompanyFacts(place, {
    mailDomains: ['corp.example'],
    licences: { required: true, seatsLeft: { L1: 3 } },
    regions: { names: ['eu'], expired: false, seatsLeft: null },
    loginTypes: ['saml'],
  })
  const leader = await newPerson(client, { subscription_ids: ['L1'] })
  const sales = (await newDepartment(client)).open_department_id
  const support = (await newDepartment(client)).open_department_id
  const { job_level_id } = await newJobLevel(place)
  const { job_family_id } = await newJobFamily(place)
  const { enum_value } = await newEmployeeType(place)
  const said = {
    ...{
      user_id: 'ada.l',
      name: 'Ada',
      en_name: 'Ada L',
      nickname: 'A',
      email: 'Ada@one.example',
      mobile: newPhone(),
      mobile_visible: false,
    },
    ...{ gender: 2, avatar_key: 'v3_00ab-12', city: 'Bern', country: 'CH', work_station: '4-12', employee_no: 'E-7', job_title: 'Clerk' },
    ...{ enterprise_email: 'ada@corp.example', geo: 'eu', job_level_id, job_family_id, subscription_ids: ['L1'], join_time: 0 },
    ...{
      leader_user_id: leader.open_id,
      dotted_line_leader_user_ids: [leader.open_id],
      employee_type: Number(enum_value),
      description: 'first',
    },
    department_ids: [sales, support],
    orders: [
      { department_id: support, user_order: 5, department_order: 9, is_primary_dept: true },
      { department_id: sales, user_order: -1, department_order: 2, is_primary_dept: false },
    ],
    positions: [
      {
        position_code: 'P1',
        position_name: 'Clerk',
        department_id: sales,
        leader_user_id: leader.open_id,
        leader_position_code: 'P0',
        is_major: true,
      },
    ],
  }
  const user = await newPerson(client, { ...said, idp_type: 'saml' })
  expect(user).toMatchObject({ ...said, department_ids: [support, sales] })
  const { data } = await client.contact.user.get({
    path: { user_id: 'ada.l' },
    params: { user_id_type: 'user_id', department_id_type: 'department_id' },
  })
  expect(data?.user).toMatchObject({ leader_user_id: leader.user_id, employee_no: 'E-7' })
  expect(await Promise.all([countsOf(place, sales), countsOf(place, support)])).toEqual([
    [1, 0],
    [1, 1],
  ])
})

test('fields of the company are shown with the words of their options, and only while they are open', async () => {
  const place = await newCompany(shared.server)
  const { client } = place
  const friend = await newPerson(client, { user_id: 'friend' })
  const text = await newCustomAttribute(place)
  const link = await newCustomAttribute(place, { type: 'HREF' })
  const choice = await newCustomAttribute(place, { type: 'ENUMERATION', options: { list: [{ value: 'red' }, { value: 'blue' }] } })
  const picture = await newCustomAttribute(place, { type: 'PICTURE_ENUM', options: { list: [{ value: 'pic-9', name: 'star' }] } })
  const pointer = await newCustomAttribute(place, { type: 'GENERIC_USER' })
  const blue = choice.options?.list[1]?.id
  const star = picture.options?.list[0]?.id
  const { custom_attrs } = await newPerson(client, {
    custom_attrs: [
      { id: text.id, type: 'TEXT', value: { text: 'plain', url: 'https://left.example' } },
      { id: link.id, type: 'HREF', value: { text: 'page', url: 'https://one.example', pc_url: 'http://two.example' } },
      { id: choice.id, type: 'ENUMERATION', value: { option_id: 'blue' } },
      { id: picture.id, type: 'PICTURE_ENUM', value: { option_id: String(star) } },
      { id: pointer.id, type: 'GENERIC_USER', value: { generic_user: { id: friend.open_id, type: 1 } } },
    ],
  })
  expect(custom_attrs).toEqual([
    { id: text.id, type: 'TEXT', value: { text: 'plain' } },
    { id: link.id, type: 'HREF', value: { text: 'page', url: 'https://one.example', pc_url: 'http://two.example' } },
    { id: choice.id, type: 'ENUMERATION', value: { option_id: blue, option_value: 'blue' } },
    { id: picture.id, type: 'PICTURE_ENUM', value: { option_id: star, name: 'star', picture_url: 'pic-9' } },
    { id: pointer.id, type: 'GENERIC_USER', value: { generic_user: { id: friend.open_id, type: 1 } } },
  ])
})

test('orders without departments are of the next ones, and the first of several equal ones is primary', async () => {
  const place = await newCompany(shared.server)
  const ids = [await newDepartment(place.client), await newDepartment(place.client)].map((each) => each.open_department_id)
  const ordered = await newPerson(place.client, {
    department_ids: ids,
    orders: [{ department_order: 3 }, { department_order: 8, user_order: 4 }],
  })
  expect(ordered.orders).toEqual([
    { department_id: ids[1], user_order: 4, department_order: 8, is_primary_dept: true },
    { department_id: ids[0], user_order: 0, department_order: 3, is_primary_dept: false },
  ])
  const plain = await newPerson(place.client, { department_ids: [...ids, ...ids] })
  expect(plain.orders?.map(({ department_id, is_primary_dept }) => [department_id, is_primary_dept])).toEqual([
    [ids[0], true],
    [ids[1], false],
  ])
})

// Source: open question 37; the vendor's example of a number of the mainland is 13011111111 = +8613011111111.
test.each([
  ['13011111111', '+8613011111111'],
  ['+86 130-2222-2222', '+8613022222222'],
  ['+49 151 12345678', '+4915112345678'],
])('the phone %s is kept as %s', async (mobile, kept) => {
  const { client } = await newCompany(shared.server)
  expect((await newPerson(client, { mobile, email: 'ada@one.example' })).mobile).toBe(kept)
})

test('in the overseas edition a mail is enough, and in a company that activates people they are active', async () => {
  const place = await newCompany(shared.server, { facts: { overseas: true, activatesPeople: true } })
  const { data } = await place.client.contact.user.create({
    data: { name: 'Ada', email: 'ada@one.example', department_ids: ['0'], employee_type: 1 } as never,
  })
  expect(data?.user).toMatchObject({ email: 'ada@one.example', status: { is_activated: true } })
  expect(data?.user).not.toHaveProperty('mobile')
})

test('one event tells the whole person', async () => {
  const place = await newCompany(shared.server)
  await newPerson(place.client, { name: 'Ada', user_id: 'ada' })
  const events = (await eventsInCompany(place)).filter(({ kind }) => kind.startsWith('person_'))
  expect(events).toMatchObject([{ kind: 'person_created', operation: 'user.create', before: null, after: { name: 'Ada', code: 'ada' } }])
  expect(events[0]?.after).toHaveProperty('placements', [{ department: '0', personOrder: 0, departmentOrder: 0, isPrimary: true }])
})
