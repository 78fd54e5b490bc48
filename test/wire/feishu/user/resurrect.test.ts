import { describe, expect, test } from 'vitest'
import { newApp, newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { type MadePerson, newPerson, type PersonData, setStanding } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const day = 24 * 60 * 60 * 1000

describe('user.resurrect', () => {
  const shared = sharedServer()

  async function resignedPerson({ client }: Pick<TestApp, 'client'>, data: Partial<PersonData> = {}): Promise<MadePerson> {
    const person = await newPerson(client, data)
    await client.contact.user.delete({ path: { user_id: person.open_id } })
    return person
  }

  const comeBack = ({ client }: Pick<TestApp, 'client'>, { union_id }: MadePerson, data: object = {}) =>
    client.contact.user.resurrect({ path: { user_id: union_id }, params: { user_id_type: 'union_id' }, data })

  async function stateOf({ client }: Pick<TestApp, 'client'>, { open_id }: MadePerson) {
    return (await client.contact.user.get({ path: { user_id: open_id } })).data?.user
  }

  const refused = (
    company: TestApp,
    app: TestApp,
    person: MadePerson,
    data: object,
    refusal: { code: number; msg: string; words: string | RegExp },
  ) =>
    expectNothingDone(
      company,
      () => comeBack(app, person, data),
      { http: 400, ...refusal },
      () => stateOf(company, person),
    )

  test('the user is back in the root with all that he had, and findable by it', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    const keys = { user_id: 'lilei', email: 'lilei@example.com', mobile: '+8613633330001', employee_no: 'E1' }
    const person = await resignedPerson(company, { ...keys, department_ids: [place.open], city: 'Suzhou' })
    expect(await comeBack(company, person)).toMatchObject({ code: 0, data: {} })
    expect(await stateOf(company, person)).toMatchObject({
      ...keys,
      city: 'Suzhou',
      status: { is_resigned: false },
      department_ids: ['0'],
      orders: [{ department_id: '0', user_order: 0, department_order: 0, is_primary_dept: true }],
    })
    const { data } = await company.client.contact.user.batchGetId({ data: { emails: [keys.email], mobiles: [keys.mobile] } })
    expect(data?.user_list?.map(({ user_id }) => user_id)).toEqual([person.open_id, person.open_id])
    const event = (await eventsInCompany(company)).at(-1)
    expect(event).toMatchObject({ kind: 'person_restored', before: { placements: [] }, after: { resignedAt: null, code: 'lilei' } })
  })

  test('keeps the positions in departments where the user sits again and no others, and can be changed from then on', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const [kept, gone] = [await newPlace(company), await newPlace(company)]
    const positions = [
      { position_code: 'P1', position_name: 'Writer', department_id: kept.open },
      { position_code: 'P2', position_name: 'Editor', department_id: gone.open, is_major: true },
    ]
    const person = await resignedPerson(company, { department_ids: [kept.open, gone.open], positions })
    await client.contact.department.delete({ path: { department_id: gone.open } })
    await comeBack(company, person, { departments: [{ department_id: kept.open }] })
    const written = { position_code: 'P1', position_name: 'Writer', department_id: kept.open, is_major: false }
    expect(await stateOf(company, person)).toMatchObject({ department_ids: [kept.open], positions: [written] })
    const event = (await eventsInCompany(company)).at(-1)
    expect(event).toMatchObject({ kind: 'person_restored', before: { posts: [{ code: 'P1' }, { code: 'P2' }] } })
    await client.contact.user.patch({ path: { user_id: person.open_id }, data: { name: 'Lin Tao' } })
    expect(await stateOf(company, person)).toMatchObject({ name: 'Lin Tao', positions: [written] })
  })

  test('sits in the departments that are named, the one with the greatest order first', async () => {
    const company = await newCompany(shared.server)
    const [one, two] = [await newPlace(company), await newPlace(company)]
    const person = await resignedPerson(company)
    const departments = [
      { department_id: one.code, user_order: 3 },
      { department_id: two.code, department_order: 5 },
      { department_id: one.code },
    ]
    await company.client.contact.user.resurrect({
      path: { user_id: person.open_id },
      params: { department_id_type: 'department_id' },
      data: { departments },
    })
    expect((await stateOf(company, person))?.orders).toEqual([
      { department_id: two.open, user_order: 0, department_order: 5, is_primary_dept: true },
      { department_id: one.open, user_order: 3, department_order: 0, is_primary_dept: false },
    ])
    const counts = async (department_id: string) => {
      const department = (await company.client.contact.department.get({ path: { department_id } })).data?.department
      return [department?.member_count, department?.primary_member_count]
    }
    expect([await counts(one.open), await counts(two.open)]).toEqual([
      [1, 0],
      [1, 1],
    ])
  })

  test('groups and roles are not given back', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const person = await newPerson(client)
    const group = (await client.contact.group.create({ data: { name: 'one' } })).data?.group_id as string
    await client.contact.groupMember.add({
      path: { group_id: group },
      data: { member_id: person.open_id, member_type: 'user', member_id_type: 'open_id' },
    })
    await client.contact.user.delete({ path: { user_id: person.open_id } })
    await comeBack(company, person)
    expect((await client.contact.groupMember.simplelist({ path: { group_id: group } })).data?.memberlist).toEqual([])
  })

  test('44028: more than 30 days after', async () => {
    const company = await newCompany(shared.server)
    const [early, late] = [await resignedPerson(company), await resignedPerson(company)]
    shared.clock.pass(30 * day)
    // No token outlives 30 days.
    const app = await newApp(company)
    expect((await comeBack(app, early)).code).toBe(0)
    shared.clock.pass(1)
    const refusal = { code: 44028, http: 400, msg: 'Exceed recoverable time', words: '30 days' }
    await expectNothingDone(company, () => comeBack(app, late), refusal)
  })

  test('44029: to a department outside the range, to the root, and to one that is not there; inside it works', async () => {
    const company = await newCompany(shared.server)
    const [place, other] = [await newPlace(company), await newPlace(company)]
    const person = await resignedPerson(company, { department_ids: [place.open] })
    const within = await appWithin(company, { departments: [place.open] })
    const to = (department_id: string) => ({ departments: [{ department_id }] })
    const refusal = { code: 44029, msg: 'No access to resurrect' }
    for (const [data, words] of [
      [to(other.open), other.open],
      [{}, 'department 0'],
      [to('od-none'), 'od-none'],
    ] as const) {
      await refused(company, within, person, data, { ...refusal, words })
    }
    expect((await comeBack(within, person, to(place.open))).code).toBe(0)
  })

  test('44030, 44031, 44032, 44051: mobile, mail, user_id and employee_no that somebody has by now', async () => {
    const company = await newCompany(shared.server)
    const taken = [
      ['mobile', '+8613633330002', 44030, 'Mobile duplicated'],
      ['email', 'taken@example.com', 44031, 'Email duplicated'],
      ['user_id', 'taken', 44032, 'UserID duplicated'],
      ['employee_no', 'E9', 44051, 'employee_no already existed'],
    ] as const
    for (const [member, value, code, msg] of taken) {
      const person = await resignedPerson(company, { [member]: value })
      const heir = await newPerson(company.client, { [member]: value })
      await refused(company, company, person, {}, { code, msg, words: value })
      await company.client.contact.user.delete({ path: { user_id: heir.open_id } })
      expect((await comeBack(company, person)).code).toBe(0)
      await company.client.contact.user.delete({ path: { user_id: person.open_id } })
    }
  })

  test('44033: who has not resigned; to who may not see him he is nobody', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    const person = await newPerson(company.client)
    await refused(company, company, person, {}, { code: 44033, msg: 'User not resigned', words: person.union_id })
    const within = await appWithin(company, { departments: [place.open] })
    const data = { departments: [{ department_id: place.open }] }
    await refused(company, within, person, data, { code: 41012, msg: 'user id invalid error', words: person.union_id })
  })

  test('41012: an id that nobody has', async () => {
    const company = await newCompany(shared.server)
    const nobody = { union_id: `on_${'0'.repeat(32)}` } as MadePerson
    const refusal = { code: 41012, http: 400, msg: 'user id invalid error', words: nobody.union_id }
    await expectNothingDone(company, () => comeBack(company, nobody), refusal)
  })

  test('40008: a department that is not there', async () => {
    const company = await newCompany(shared.server)
    const person = await resignedPerson(company)
    const departments = [{ department_id: `od-${'0'.repeat(32)}` }]
    await refused(company, company, person, { departments }, { code: 40008, msg: 'deptInfo is null error', words: 'od-0' })
  })

  test('41016: a department without room', async () => {
    const company = await newCompany(shared.server, { facts: { limits: { peopleOfDepartment: 1 } } })
    const place = await newPlace(company)
    const person = await resignedPerson(company)
    await newPerson(company.client, { department_ids: [place.open] })
    const departments = [{ department_id: place.open }]
    await refused(company, company, person, { departments }, { code: 41016, msg: 'department has too many users  error', words: /./ })
  })

  test('41007, 41008, 44023: no room for one more user', async () => {
    const company = await newCompany(shared.server)
    const person = await resignedPerson(company)
    await newPerson(company.client)
    const full = [
      [{ certified: false, limits: { uncertifiedPeople: 1 } }, { certified: true }, 41007, 'exceed uncertain tenant seat limit error'],
      [{ seats: 1 }, { seats: null }, 41008, 'exceed bill seat limit error'],
      [{ editionSeats: 1 }, { editionSeats: null }, 44023, 'exceed feature contact seat limit'],
    ] as const
    for (const [facts, back, code, msg] of full) {
      await setCompanyFacts(company, facts)
      await refused(company, company, person, {}, { code, msg, words: '1' })
      await setCompanyFacts(company, back)
    }
    expect((await comeBack(company, person)).code).toBe(0)
  })

  test('44041: who was anonymized', async () => {
    const company = await newCompany(shared.server)
    const person = await resignedPerson(company)
    await setStanding(company, person.user_id, { hold: 'anonymized' })
    const refusal = { code: 44041, msg: 'anonymize user info is not allowed to update', words: person.union_id }
    await refused(company, company, person, {}, refusal)
  })

  test('44046, 44047, 44048: a licence that is missing, spent, or not there', async () => {
    const company = await newCompany(shared.server)
    const person = await resignedPerson(company)
    const licensed = await newApp(company, { scopes: ['contact:contact', 'contact:user.subscription_ids:write'] })
    await setCompanyFacts(company, { licences: { required: true, seatsLeft: { full: 0, basic: null } } })
    const cases = [
      [{}, 44046, 'user license subscription id must not empty in multi-license tenant', 'licence'],
      [{ subscription_ids: ['full'] }, 44047, 'license subscription id exceed limit', 'full'],
      [{ subscription_ids: ['other'] }, 44048, 'user license subscription id invalid', 'other'],
    ] as const
    for (const [data, code, msg, words] of cases)
      await refused(company, licensed, person, data, { code, msg, words: new RegExp(words, 'i') })
    expect((await comeBack(licensed, person, { subscription_ids: ['basic'] })).code).toBe(0)
  })

  test('44050: licences without their scope', async () => {
    const company = await newCompany(shared.server)
    const person = await resignedPerson(company)
    const app = await newApp(company, { scopes: ['contact:contact'] })
    const refusal = { code: 44050, http: 403, msg: 'not set subscription ids auth', words: 'contact:user.subscription_ids:write' }
    const call = () => comeBack(app, person, { subscription_ids: ['basic'] })
    await expectNothingDone(company, call, refusal, () => stateOf(company, person))
  })

  test('99992402: more than 50 departments', async () => {
    const company = await newCompany(shared.server)
    const person = await resignedPerson(company)
    const departments = Array.from({ length: 51 }, () => ({ department_id: '0' }))
    await refused(company, company, person, { departments }, { code: 99992402, msg: 'field validation failed', words: 'departments' })
    expect((await comeBack(company, person, { departments: departments.slice(1) })).code).toBe(0)
  })
})
