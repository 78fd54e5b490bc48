import { beforeAll, describe, expect, test } from 'vitest'
import { newApp, newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { idsFor, join, newGroup, type PlacedPerson, placePeople, putGroup, stateOf } from '../../../kit/feishu/groups.ts'
import { expectNothingDone, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

type Data = NonNullable<NonNullable<Parameters<TestApp['client']['contact']['groupMember']['add']>[0]>['data']>

const calls = {
  add: ({ client }: Pick<TestApp, 'client'>, group: string, data: object) =>
    client.contact.groupMember.add({ path: { group_id: group }, data: data as Data }),
  remove: ({ client }: Pick<TestApp, 'client'>, group: string, data: object) =>
    client.contact.groupMember.remove({ path: { group_id: group }, data: data as Data }),
}

/** One user, by the company's id. */
const user = ({ code }: PlacedPerson) => ({ member_type: 'user', member_id_type: 'user_id', member_id: code })

describe.for(['add', 'remove'] as const)('group_member.%s', (verb) => {
  const call = calls[verb]
  let app: TestApp
  let person: PlacedPerson
  let group: string
  beforeAll(async () => {
    app = await newCompany(kit.server)
    person = (await placePeople(kit.server.store, app.company, 1))[0] as PlacedPerson
    group = await newGroup(app)
  })
  const state = () => stateOf(app, group)

  test('takes ids of every type; open_id when none is named', async () => {
    const { openId, unionId } = await idsFor(kit.server, app)
    const forms = [
      user(person),
      { member_type: 'user', member_id_type: 'open_id', member_id: openId(person) },
      { member_type: 'user', member_id_type: 'union_id', member_id: unionId(person) },
      { member_type: 'user', member_id: openId(person) },
      { member_id: openId(person) },
    ]
    for (const form of forms) {
      const other = await newGroup(app)
      if (verb === 'remove') await join(app, other, [person])
      expect(await call(app, other, form)).toEqual({ code: 0, msg: 'success', data: {} })
      expect(await stateOf(app, other)).toEqual({ counted: verb === 'add' ? 1 : 0, members: verb === 'add' ? [person.code] : [] })
      expect((await kindsOf(app, other)).at(-1)).toBe(verb === 'add' ? 'group_person_added' : 'group_person_removed')
    }
  })

  test.for<[string, object, number, string, string]>([
    ['an unknown id', { member_id: 'nobody', member_id_type: 'user_id' }, 41073, 'nobody', 'invalid member_id'],
    ['no id', { member_id_type: 'user_id' }, 41073, 'member_id is required', 'invalid member_id'],
    ['an id of another type', { member_id: 'nobody', member_id_type: 'open_id' }, 41073, 'member_id_type', 'invalid member_id'],
    [
      'another member_type',
      { member_id: 'od-1', member_type: 'department' },
      41074,
      'member_type must be one of user',
      'invalid member_type',
    ],
    [
      'another member_id_type',
      { member_id: 'x', member_id_type: 'mail' },
      41071,
      'member_id_type must be one of',
      'invalid member_id_type',
    ],
    [
      'a member_id_type of departments',
      { member_id: 'x', member_id_type: 'department_id' },
      41072,
      'department_id is of departments',
      'member_type not match member_id_type',
    ],
  ])('%s', async ([, data, code, words, msg]) => {
    await expectNothingDone(app, () => call(app, group, data), { code, words, http: 400, msg }, state)
  })

  test.for(['unknown', 'with-dash'])('group %s: 42002', async (unknown) => {
    const refusal = { code: 42002, words: /group/, http: 400, msg: 'invalid group_id' }
    await expectNothingDone(app, () => call(app, unknown, user(person)), refusal)
  })

  test('a group outside the range: 42009', async () => {
    const part = await newApp(app, { range: { people: [person.code] } })
    const refusal = { code: 42009, words: group, http: 403, msg: 'no user group authority error' }
    await expectNothingDone(app, () => call(part, group, user(person)), refusal, state)
  })

  test('somebody outside the range: 41050', async () => {
    const part = await newApp(app, { range: { groups: [group] } })
    const refusal = { code: 41050, words: 'contact range', http: 403, msg: 'no user authority error' }
    await expectNothingDone(app, () => call(part, group, user(person)), refusal, state)
  })

  test('a dynamic group: 42003', async () => {
    await putGroup(app, 'dynamic1', { kind: 'dynamic' })
    const refusal = { code: 42003, words: 'dynamic1 is dynamic', http: 400, msg: 'group type invalid' }
    await expectNothingDone(app, () => call(app, 'dynamic1', user(person)), refusal)
  })
})

describe('group_member.add, what only it meets', () => {
  const place = async () => {
    const app = await newCompany(kit.server)
    const people = await placePeople(kit.server.store, app.company, 3)
    const group = await newGroup(app)
    await join(app, group, people.slice(0, 2))
    return { app, group, people: people as [PlacedPerson, PlacedPerson, PlacedPerson], state: () => stateOf(app, group) }
  }

  test('who is in the group already: 42005', async () => {
    const { app, group, people, state } = await place()
    const refusal = {
      code: 42005,
      words: `${people[0].code} is in the group ${group} already`,
      http: 400,
      msg: 'member exist in group error',
    }
    await expectNothingDone(app, () => calls.add(app, group, user(people[0])), refusal, state)
  })

  test('who has resigned: 42006', async () => {
    const { app, group, state } = await place()
    const [resigned] = (await placePeople(kit.server.store, app.company, 1, { resigned: true })) as [PlacedPerson]
    const refusal = { code: 42006, words: resigned.code, http: 400, msg: 'user has resigned error' }
    await expectNothingDone(app, () => calls.add(app, group, user(resigned)), refusal, state)
  })

  test.for([
    ['a group is full', { peopleOfGroup: 2 }, 'would have more than 2 users.'],
    ['all groups are', { groupPeoplePerHead: 0 }, 'more than 0 users for each user of the company'],
  ] as const)('%s: 42012', async ([, limits, words]) => {
    const { app, group, people, state } = await place()
    await setCompanyFacts(app, { limits })
    const refusal = { code: 42012, words, http: 400, msg: 'group member user reached the upper limit' }
    await expectNothingDone(app, () => calls.add(app, group, user(people[2])), refusal, state)
  })
})

test('group_member.remove of who is not in the group, or has resigned: success, and nothing happens', async () => {
  const app = await newCompany(kit.server)
  const [person] = (await placePeople(kit.server.store, app.company, 1)) as [PlacedPerson]
  const [resigned] = (await placePeople(kit.server.store, app.company, 1, { resigned: true })) as [PlacedPerson]
  const group = await newGroup(app)
  for (const each of [person, resigned]) expect(await calls.remove(app, group, user(each))).toMatchObject({ code: 0, data: {} })
  expect(await kindsOf(app, group)).toEqual(['people_group_created'])
})
