import { describe, expect, test } from 'vitest'
import { newCompany, sendRaw, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { type MadePerson, newPerson, newPhone, setStanding } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('user.delete', () => {
  const shared = sharedServer()

  /** What is shown of a user, and in how many departments and groups he counts. */
  async function stateOf({ client }: Pick<TestApp, 'client'>, { open_id }: MadePerson) {
    return (await client.contact.user.get({ path: { user_id: open_id } })).data?.user
  }

  const leave = ({ client }: Pick<TestApp, 'client'>, { union_id }: MadePerson, data: object = {}) =>
    client.contact.user.delete({ path: { user_id: union_id }, params: { user_id_type: 'union_id' }, data })

  test('the user is shown as resigned, and his code, mail, phone and number are free', async () => {
    const company = await newCompany(shared.server)
    const keys = { user_id: 'lilei', email: 'lilei@example.com', mobile: '+8613622220001', employee_no: 'E1' }
    const person = await newPerson(company.client, keys)
    expect(await leave(company, person)).toMatchObject({ code: 0, data: {} })
    expect(await stateOf(company, person)).toMatchObject({ ...keys, status: { is_resigned: true }, department_ids: [] })
    const heir = await newPerson(company.client, { ...keys, name: 'Heir' })
    const found = await company.client.contact.user.get({ path: { user_id: 'lilei' }, params: { user_id_type: 'user_id' } })
    expect(found.data?.user?.open_id).toBe(heir.open_id)
  })

  // What the Go SDK sends for a body that its caller left out.
  test('a body that is null counts as none', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    const path = `/contact/v3/users/${person.open_id}`
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    const answer = await sendRaw(company, 'DELETE', path, { headers, body: 'null' })
    expect([answer.status, answer.body]).toMatchObject([200, { code: 0 }])
    expect(await stateOf(company, person)).toMatchObject({ status: { is_resigned: true } })
    for (const body of ['[]', '"null"', 'null null']) {
      const refused = await sendRaw(company, 'DELETE', path, { headers, body })
      expect([refused.status, refused.body.code], body).toEqual([400, 9499])
    }
    const empty = await sendRaw(company, 'POST', '/contact/v3/group', { body: {} })
    expect((await sendRaw(company, 'POST', '/contact/v3/group', { headers, body: 'null' })).body.code).toBe(empty.body.code)
    expect(empty.body.code).not.toBe(0)
  })

  test('his seat is somebody else’s to take', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    await setCompanyFacts(company, { seats: 1 })
    const hire = { name: 'Heir', mobile: newPhone(), department_ids: ['0'], employee_type: 1 }
    const refusal = { code: 41008, words: 'have somebody resign', http: 400, msg: 'exceed bill seat limit error' }
    await expectNothingDone(company, () => company.client.contact.user.create({ data: hire }), refusal)
    await leave(company, person)
    expect(await company.client.contact.user.create({ data: hire })).toMatchObject({ code: 0 })
  })

  test('departments count him no more, and groups and roles are without him', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const place = await newPlace(company)
    const below = await newPlace(company, place.open)
    const person = await newPerson(client, { department_ids: [below.open, place.open] })
    await newPerson(client, { department_ids: [below.open] })
    const group = (await client.contact.group.create({ data: { name: 'one' } })).data?.group_id as string
    const member = { member_id: person.open_id, member_type: 'user', member_id_type: 'open_id' } as const
    await client.contact.groupMember.add({ path: { group_id: group }, data: member })
    const role = (await client.contact.functionalRole.create({ data: { role_name: 'clerk' } })).data?.role_id as string
    await client.contact.functionalRoleMember.batchCreate({ path: { role_id: role }, data: { members: [person.open_id] } })
    const counts = async () => {
      const of = async (department_id: string) =>
        (await client.contact.department.get({ path: { department_id } })).data?.department?.member_count
      const groupCount = (await client.contact.group.get({ path: { group_id: group } })).data?.group?.member_user_count
      const inRole = (await client.contact.functionalRoleMember.list({ path: { role_id: role } })).data?.members?.length
      return [await of(place.open), await of(below.open), groupCount ?? 0, inRole]
    }
    expect(await counts()).toEqual([2, 2, 1, 1])
    await leave(company, person)
    expect(await counts()).toEqual([1, 1, 0, 0])
    expect((await client.contact.groupMember.simplelist({ path: { group_id: group } })).data?.memberlist).toEqual([])
    const kinds = (await eventsInCompany(company)).map(({ kind }) => kind).slice(-3)
    expect(kinds.toSorted()).toEqual(['group_person_removed', 'person_resigned', 'role_person_removed'])
  })

  test('whoever he led is led by nobody, people and departments, each with an event', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const [person, deputy] = [await newPerson(client), await newPerson(client)]
    const led = await newPerson(client, { leader_user_id: person.open_id, dotted_line_leader_user_ids: [deputy.open_id, person.open_id] })
    const place = await newPlace(company)
    const leaders = [
      { leaderType: 1, leaderID: person.open_id },
      { leaderType: 2, leaderID: deputy.open_id },
    ]
    const department_hrbps = [person.open_id, deputy.open_id]
    await client.contact.department.patch({ path: { department_id: place.open }, data: { leaders, department_hrbps } as never })
    const before = (await eventsInCompany(company)).length
    await leave(company, person)
    const shown = await stateOf(company, led)
    expect(shown?.dotted_line_leader_user_ids).toEqual([deputy.open_id])
    expect(shown).not.toHaveProperty('leader_user_id')
    const department = (await client.contact.department.get({ path: { department_id: place.open } })).data?.department
    expect(department?.leaders).toEqual([leaders[1]])
    expect(department?.department_hrbps).toEqual([deputy.open_id])
    expect(department?.leader_user_id ?? '').toBe('')
    const events = (await eventsInCompany(company)).slice(before)
    expect(events.map(({ kind }) => kind)).toEqual(['person_resigned', 'person_changed', 'department_changed'])
    expect(Object.keys(events[1]?.before ?? {})).toEqual(['leader', 'dottedLeaders'])
    expect(Object.keys(events[2]?.before ?? {})).toEqual(['leaders', 'partners'])
  })

  test('what was his goes to whom the call names, which the history keeps', async () => {
    const company = await newCompany(shared.server)
    const [person, heir] = [await newPerson(company.client), await newPerson(company.client)]
    await leave(company, person, {
      docs_acceptor_user_id: heir.union_id,
      email_acceptor: { processing_type: '1', acceptor_user_id: heir.union_id },
    })
    const event = (await eventsInCompany(company)).at(-1)
    expect(event).toMatchObject({ kind: 'person_resigned', before: { placements: [{ department: '0' }] } })
    const { handOver = {} } = (event?.after ?? {}) as { handOver?: Record<string, string> }
    expect(Object.keys(handOver)).toEqual(['docs_acceptor_user_id', 'email_acceptor.acceptor_user_id'])
    expect(new Set(Object.values(handOver)).size).toBe(1)
  })

  test('an acceptor of mail that is kept or deleted is not looked at', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    expect((await leave(company, person, { email_acceptor: { processing_type: '2', acceptor_user_id: 'nobody' } })).code).toBe(0)
  })

  test('40001: a way with mail that there is not, a list where an id is asked for', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    const refusal = { code: 40001, http: 400, msg: 'param error' }
    const bad = [
      [{ email_acceptor: { processing_type: '4' } }, 'email_acceptor.processing_type'],
      [{ email_acceptor: {} }, 'email_acceptor.processing_type'],
      [{ docs_acceptor_user_id: ['a'] }, 'docs_acceptor_user_id'],
    ] as const
    for (const [data, words] of bad) {
      await expectNothingDone(
        company,
        () => leave(company, person, data),
        { ...refusal, words },
        () => stateOf(company, person),
      )
    }
    const path = `/contact/v3/users/${person.open_id}?user_id_type=none`
    expect((await sendRaw(company, 'DELETE', path, { body: {} })).body.code).toBe(40001)
  })

  test('40004: the range must hold every department of the user', async () => {
    const company = await newCompany(shared.server)
    const [place, other] = [await newPlace(company), await newPlace(company)]
    const person = await newPerson(company.client, { department_ids: [place.open, other.open] })
    const atTop = await newPerson(company.client)
    const within = await appWithin(company, { departments: [place.open], people: [atTop.user_id] })
    const refusal = { code: 40004, http: 403, msg: 'no dept authority error' }
    for (const [one, words] of [
      [person, other.open],
      [atTop, 'department 0'],
    ] as const) {
      await expectNothingDone(
        company,
        () => leave(within, one),
        { ...refusal, words },
        () => stateOf(company, one),
      )
    }
  })

  test('41050: a user outside the range, and an id of nobody', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    const person = await newPerson(company.client)
    const within = await appWithin(company, { departments: [place.open] })
    const refusal = { code: 41050, http: 403, msg: 'no user authority error', words: /range/ }
    await expectNothingDone(
      company,
      () => leave(within, person),
      refusal,
      () => stateOf(company, person),
    )
    const nobody = { ...person, union_id: `on_${'0'.repeat(32)}` }
    await expectNothingDone(company, () => leave(within, nobody), refusal)
    await expectNothingDone(company, () => leave(company, nobody), { ...refusal, words: nobody.union_id })
  })

  test('41052: an acceptor who is nobody, himself, resigned, or outside the range', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    const [person, gone, outside] = [
      await newPerson(company.client, { department_ids: [place.open] }),
      await newPerson(company.client),
      await newPerson(company.client),
    ]
    await leave(company, gone)
    const within = await appWithin(company, { departments: [place.open] })
    const refusal = { code: 41052, http: 400, msg: 'user resign acceptor is invalid error' }
    const members = ['department_chat', 'external_chat', 'docs', 'calendar', 'application', 'minutes', 'survey', 'anycross']
    const cases = [
      ...members.map((member) => [company, `${member}_acceptor_user_id`, 'nobody'] as const),
      [company, 'docs_acceptor_user_id', person.union_id],
      [company, 'docs_acceptor_user_id', gone.union_id],
      [within, 'docs_acceptor_user_id', outside.union_id],
    ] as const
    for (const [app, member, id] of cases) {
      await expectNothingDone(
        company,
        () => leave(app, person, { [member]: id }),
        { ...refusal, words: member },
        () => stateOf(company, person),
      )
    }
    const mail = { email_acceptor: { processing_type: '1', acceptor_user_id: 'nobody' } }
    const words = 'email_acceptor.acceptor_user_id'
    await expectNothingDone(
      company,
      () => leave(company, person, mail),
      { ...refusal, words },
      () => stateOf(company, person),
    )
  })

  test('42006: who has resigned already', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    await leave(company, person)
    const refusal = { code: 42006, http: 400, msg: 'user has resigned error', words: person.union_id }
    await expectNothingDone(
      company,
      () => leave(company, person),
      refusal,
      () => stateOf(company, person),
    )
  })

  test('44037: who administers the company', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    await setStanding(company, person.user_id, { manager: true })
    const refusal = { code: 44037, http: 400, msg: 'tenant manager cannot be deleted', words: person.union_id }
    await expectNothingDone(
      company,
      () => leave(company, person),
      refusal,
      () => stateOf(company, person),
    )
  })

  test('44062: who is led by another system', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    const msg = "According to the settings, this member's account can only be deleted through Member life cycle."
    const refusal = { code: 44062, http: 400, msg, words: person.union_id }
    await setStanding(company, person.user_id, { hold: 'external' })
    await expectNothingDone(
      company,
      () => leave(company, person),
      refusal,
      () => stateOf(company, person),
    )
    await setStanding(company, person.user_id, { hold: 'none' })
    await setCompanyFacts(company, { fedFromOutside: true })
    await expectNothingDone(
      company,
      () => leave(company, person),
      refusal,
      () => stateOf(company, person),
    )
  })
})
