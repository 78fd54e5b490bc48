import { beforeAll, describe, expect, test } from 'vitest'
import { newApp, newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { entry, idsFor, join, newGroup, type PlacedPerson, placePeople, putGroup, stateOf } from '../../../kit/feishu/groups.ts'
import { eventsInCompany, expectNothingDone, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

type Members = NonNullable<
  NonNullable<NonNullable<Parameters<TestApp['client']['contact']['groupMember']['batchAdd']>[0]>['data']>['members']
>

const add = ({ client }: Pick<TestApp, 'client'>, group: string, members: Members | undefined) =>
  client.contact.groupMember.batchAdd({ path: { group_id: group }, data: members ? { members } : {} })

const codes = (people: readonly PlacedPerson[]) => people.map(({ code }) => code).sort()

describe('group_member.batch_add', () => {
  let app: TestApp
  let people: PlacedPerson[]
  let resigned: PlacedPerson
  beforeAll(async () => {
    app = await newCompany(kit.server)
    people = await placePeople(kit.server.store, app.company, 101)
    const [left] = await placePeople(kit.server.store, app.company, 1, { resigned: true })
    resigned = left as PlacedPerson
  })
  const state = (group: string) => () => stateOf(app, group)

  test.for([1, 100])('puts %i users into a group with one call: one event each', async (count) => {
    const group = await newGroup(app)
    const answer = await add(app, group, people.slice(0, count).map(entry))
    // Source: group-member/batch_add, results: code 0 = added.
    expect(answer).toEqual({
      code: 0,
      msg: 'success',
      data: { results: people.slice(0, count).map(({ code }) => ({ member_id: code, code: 0 })) },
    })
    expect(await stateOf(app, group)).toEqual({ counted: count, members: codes(people.slice(0, count)) })
    const added = (await eventsInCompany(app)).filter(({ kind, subject }) => kind === 'group_person_added' && subject === group)
    expect(added.map(({ after }) => after)).toEqual(people.slice(0, count).map(({ id }) => ({ person: id })))
  })

  test('tells of each entry by itself: added, there already, resigned, unknown, and named twice', async () => {
    const group = await newGroup(app)
    const { openId } = await idsFor(kit.server, app)
    const [there, fresh] = people as [PlacedPerson, PlacedPerson]
    await join(app, group, [there])
    const again = { member_id: openId(fresh), member_type: 'user', member_id_type: 'open_id' as const }
    const nobody = { member_id: 'nobody', member_type: 'user', member_id_type: 'user_id' as const }
    const answer = await add(app, group, [entry(there), entry(fresh), entry(resigned), nobody, again])
    expect(answer.code).toBe(0)
    expect(answer.data?.results?.map(({ code }) => code)).toEqual([42005, 0, 42006, 41073, 0])
    expect(await stateOf(app, group)).toEqual({ counted: 2, members: codes([there, fresh]) })
    expect(await kindsOf(app, group)).toEqual(['people_group_created', 'group_person_added', 'group_person_added'])
  })

  test('every entry is bad: 200 and code 0, and nothing happened', async () => {
    const group = await newGroup(app)
    const before = await eventsInCompany(app)
    const { code, data } = await add(app, group, [entry(resigned), { ...entry(resigned), member_id: 'nobody' }])
    expect([code, data?.results?.map((result) => result.code)]).toEqual([0, [42006, 41073]])
    expect(await eventsInCompany(app)).toEqual(before)
  })

  test('the app does not see somebody: 41050 for that entry alone', async () => {
    const group = await newGroup(app)
    const [seen, unseen] = people as [PlacedPerson, PlacedPerson]
    const part = await newApp(app, { range: { groups: [group], people: [seen.code] } })
    const { data } = await add(part, group, [entry(seen), entry(unseen)])
    expect(data?.results?.map(({ code }) => code)).toEqual([0, 41050])
    expect(await stateOf(app, group)).toEqual({ counted: 1, members: [seen.code] })
  })

  test('the app does not see the group: 42009', async () => {
    const group = await newGroup(app)
    const part = await newApp(app, { range: { people: [(people[0] as PlacedPerson).code] } })
    const refusal = { code: 42009, words: group, http: 403, msg: 'no user group authority' }
    await expectNothingDone(app, () => add(part, group, [entry(people[0] as PlacedPerson)]), refusal, state(group))
  })

  const fits = { member_id: 'x', member_type: 'user', member_id_type: 'user_id' }
  test.for<[string, () => unknown, number, string, string]>([
    ['no list', () => undefined, 40001, 'members is required', 'param error'],
    ['0 entries', () => [], 40001, 'members must have 1 entries or more', 'param error'],
    ['101 entries', () => people.map(entry), 40001, 'members must have 100 entries or fewer', 'param error'],
    ['no id', () => [{ ...fits, member_id: undefined }], 40001, 'members[0].member_id is required', 'param error'],
    ['no member_id_type', () => [{ ...fits, member_id_type: undefined }], 40001, 'members[0].member_id_type is required', 'param error'],
    ['no member_type', () => [{ ...fits, member_type: undefined }], 40001, 'members[0].member_type is required', 'param error'],
    ['another member_id_type', () => [{ ...fits, member_id_type: 'mail' }], 41071, 'members[0].member_id_type', 'invalid member_id_type'],
    ['another member_type', () => [fits, { ...fits, member_type: 'department' }], 41074, 'members[1].member_type', 'invalid member_type'],
  ])('%s: refused as a whole', async ([, members, code, words, msg]) => {
    const group = await newGroup(app)
    await expectNothingDone(app, () => add(app, group, members() as Members), { code, words, http: 400, msg }, state(group))
  })

  test('an unknown group: 42002', async () => {
    const refusal = { code: 42002, words: 'There is no user group unknown', http: 400, msg: 'invalid group_id' }
    await expectNothingDone(app, () => add(app, 'unknown', [entry(people[0] as PlacedPerson)]), refusal)
  })

  test('a dynamic group: 42003', async () => {
    await putGroup(app, 'bydynamicrule', { kind: 'dynamic' })
    const refusal = { code: 42003, words: 'bydynamicrule is dynamic', http: 400, msg: 'group type invalid' }
    await expectNothingDone(app, () => add(app, 'bydynamicrule', [entry(people[0] as PlacedPerson)]), refusal)
  })
})

describe('limits of group_member.batch_add', () => {
  const full = { code: 42012, http: 400, msg: 'group member user reached the upper limit' }

  test('more than a group may hold: 42012, and nobody was added; who is in it already takes no room', async () => {
    const app = await newCompany(kit.server, { facts: { limits: { peopleOfGroup: 3 } } })
    const people = await placePeople(kit.server.store, app.company, 4)
    const group = await newGroup(app)
    await join(app, group, people.slice(0, 2))
    const refusal = { ...full, words: `The group ${group} would have more than 3 users` }
    await expectNothingDone(
      app,
      () => add(app, group, people.map(entry)),
      refusal,
      () => stateOf(app, group),
    )
    const { data } = await add(app, group, people.slice(0, 3).map(entry))
    expect(data?.results?.map(({ code }) => code)).toEqual([42005, 42005, 0])
    expect(await stateOf(app, group)).toEqual({ counted: 3, members: codes(people.slice(0, 3)) })
  })

  test('more than all groups may hold for so many people: 42012', async () => {
    const app = await newCompany(kit.server)
    const people = await placePeople(kit.server.store, app.company, 4)
    // Who resigned counts for nothing.
    await placePeople(kit.server.store, app.company, 5, { resigned: true })
    await setCompanyFacts(app, { limits: { groupPeoplePerHead: 2 } })
    const [one, other, last] = [await newGroup(app), await newGroup(app), await newGroup(app)] as const
    await join(app, one, people)
    await join(app, other, people.slice(0, 3))
    const refusal = { ...full, words: 'All normal groups together would have more than 2 users for each user' }
    await expectNothingDone(
      app,
      () => add(app, last, people.slice(0, 2).map(entry)),
      refusal,
      () => stateOf(app, last),
    )
    await join(app, last, people.slice(0, 1))
    expect(await stateOf(app, last)).toEqual({ counted: 1, members: codes(people.slice(0, 1)) })
    await expectNothingDone(
      app,
      () => add(app, last, people.slice(1, 2).map(entry)),
      refusal,
      () => stateOf(app, last),
    )
  })
})
