import { beforeAll, describe, expect, test } from 'vitest'
import { changeApp, newApp, newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { entry, idsFor, join, newGroup, type PlacedPerson, placePeople, putGroup, stateOf } from '../../../kit/feishu/groups.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { eventsInCompany, expectNothingDone, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

type Members = NonNullable<NonNullable<Parameters<TestApp['client']['contact']['groupMember']['batchRemove']>[0]>['data']>['members']

const remove = ({ client }: Pick<TestApp, 'client'>, group: string, members: Members | undefined) =>
  client.contact.groupMember.batchRemove({ path: { group_id: group }, data: { members } as { members: Members } })

/** Codes of people, as lists tell them. */
const codes = (people: readonly PlacedPerson[]) => people.map(({ code }) => code).sort()

describe('group_member.batch_remove', () => {
  let app: TestApp
  let people: PlacedPerson[]
  beforeAll(async () => {
    app = await newCompany(kit.server)
    people = await placePeople(kit.server.store, app.company, 120)
  })

  const filled = async (count: number) => {
    const group = await newGroup(app)
    await join(app, group, people.slice(0, count))
    return group
  }
  const state = (group: string) => () => stateOf(app, group)

  test.for([1, 100])('removes %i members with one call: one event each, and nobody else', async (count) => {
    const group = await filled(110)
    const answer = await remove(app, group, people.slice(0, count).map(entry))
    // Source: group-member/batch_remove, sample answer: no data.
    expect(answer).toEqual({ code: 0, msg: 'success', data: {} })
    expect(await stateOf(app, group)).toEqual({ counted: 110 - count, members: codes(people.slice(count, 110)) })
    const removals = (await eventsInCompany(app)).filter(({ kind, subject }) => kind === 'group_person_removed' && subject === group)
    expect(removals.map(({ before }) => before)).toEqual(people.slice(0, count).map(({ id }) => ({ person: id })))
  })

  test('takes ids of every type, mixed in one call', async () => {
    const group = await filled(4)
    const { openId, unionId } = await idsFor(kit.server, app)
    const [first, second, third, last] = people as [PlacedPerson, PlacedPerson, PlacedPerson, PlacedPerson]
    await remove(app, group, [
      { member_id: openId(first), member_type: 'user', member_id_type: 'open_id' },
      { member_id: unionId(second), member_type: 'user', member_id_type: 'union_id' },
      entry(third),
    ])
    expect(await stateOf(app, group)).toEqual({ counted: 1, members: [last.code] })
  })

  test('who is not in the group is out of it: success, and no event', async () => {
    const group = await filled(2)
    const outsider = people[50] as PlacedPerson
    expect(await remove(app, group, [entry(outsider)])).toMatchObject({ code: 0, data: {} })
    expect(await remove(app, group, [entry(outsider), entry(people[0] as PlacedPerson)])).toMatchObject({ code: 0, data: {} })
    expect(await stateOf(app, group)).toEqual({ counted: 1, members: codes(people.slice(1, 2)) })
    expect((await kindsOf(app, group)).filter((kind) => kind === 'group_person_removed')).toHaveLength(1)
  })

  test('who is named more than once, by whatever id, is removed once', async () => {
    const group = await filled(3)
    const { openId } = await idsFor(kit.server, app)
    const [twice] = people as [PlacedPerson]
    const again = { member_id: openId(twice), member_type: 'user', member_id_type: 'open_id' as const }
    expect(await remove(app, group, [entry(twice), entry(twice), again])).toMatchObject({ code: 0, data: {} })
    expect(await stateOf(app, group)).toEqual({ counted: 2, members: codes(people.slice(1, 3)) })
    expect((await kindsOf(app, group)).filter((kind) => kind === 'group_person_removed')).toHaveLength(1)
  })

  test('who is named more than once counts each time against the hundred', async () => {
    const group = await filled(1)
    const many = Array.from({ length: 101 }, () => entry(people[0] as PlacedPerson))
    const refusal = { code: 40001, words: 'members must have 100 entries or fewer', http: 400, msg: 'param error' }
    await expectNothingDone(app, () => remove(app, group, many), refusal, state(group))
  })

  test.for<[string, () => unknown, string]>([
    ['no list', () => undefined, 'members is required'],
    ['0 members', () => [], 'members must have 1 entries or more'],
    ['101 members', () => people.slice(0, 101).map(entry), 'members must have 100 entries or fewer'],
    ['no id', () => [{ member_type: 'user', member_id_type: 'user_id' }], 'members[0].member_id is required'],
    ['no member_type', () => [{ member_id: 'x', member_id_type: 'user_id' }], 'members[0].member_type is required'],
    ['no member_id_type', () => [{ member_id: 'x', member_type: 'user' }], 'members[0].member_id_type is required'],
    [
      'a member_id_type of departments',
      () => [{ member_id: 'x', member_type: 'user', member_id_type: 'department_id' }],
      'members[0].member_id_type must be one of open_id, union_id, user_id',
    ],
  ])('%s: 40001', async ([, members, words]) => {
    const group = await filled(2)
    const refusal = { code: 40001, words, http: 400, msg: 'param error' }
    await expectNothingDone(app, () => remove(app, group, members() as never), refusal, state(group))
  })

  test('an entry that is no user: 41074 for the whole call', async () => {
    const group = await filled(2)
    const members = [entry(people[0] as PlacedPerson), { member_id: 'od-1', member_type: 'department', member_id_type: 'open_id' as const }]
    const refusal = { code: 41074, words: 'members[1].member_type must be one of user', http: 400, msg: 'invalid member_type' }
    await expectNothingDone(app, () => remove(app, group, members), refusal, state(group))
  })

  test('nobody of the ids is there: 41073, naming each', async () => {
    const group = await filled(2)
    const { openId } = await idsFor(kit.server, app)
    const elsewhere = await newApp(app, { developer: 'another' })
    const ofOther = (await idsFor(kit.server, elsewhere)).openId(people[0] as PlacedPerson)
    const members = [
      { member_id: 'nobody', member_type: 'user', member_id_type: 'user_id' as const },
      // The id is somebody's, and of another type than is said.
      { member_id: openId(people[0] as PlacedPerson), member_type: 'user', member_id_type: 'union_id' as const },
      { member_id: ofOther, member_type: 'user', member_id_type: 'open_id' as const },
    ]
    const refusal = { code: 41073, words: /members\[0\].member_id \(nobody\).*members\[2\]/, http: 400, msg: 'invalid member_id' }
    await expectNothingDone(app, () => remove(app, group, members), refusal, state(group))
  })

  test.for(['unknown', 'with-dash', 'a'.repeat(65)])('group %s: 42002', async (group) => {
    const refusal = { code: 42002, words: group, http: 400, msg: 'invalid group_id' }
    await expectNothingDone(app, () => remove(app, group, [entry(people[0] as PlacedPerson)]), { ...refusal, words: /group/ })
  })

  test('some entries fail: 40022 tells of each, and the rest is removed', async () => {
    const group = await filled(5)
    const [first, second] = people as [PlacedPerson, PlacedPerson]
    const unknown = { member_id: 'nobody', member_type: 'user', member_id_type: 'user_id' as const }
    const call = remove(app, group, [entry(first), unknown, entry(second), unknown, entry(first)])
    const { data, error } = await expectFeishuRefusal(call, 40022, 'members[1].member_id (nobody), members[3].member_id (nobody)', {
      http: 400,
      msg: 'partial failed, see Results field for more details',
    })
    expect(data.results).toEqual([
      { member_id: first.code, code: 0 },
      { member_id: 'nobody', code: 41073 },
      { member_id: second.code, code: 0 },
      { member_id: 'nobody', code: 41073 },
      { member_id: first.code, code: 0 },
    ])
    expect(error.field_violations).toEqual([
      { field: 'members[1].member_id', value: 'nobody', description: 'invalid member_id' },
      { field: 'members[3].member_id', value: 'nobody', description: 'invalid member_id' },
    ])
    expect(await stateOf(app, group)).toEqual({ counted: 3, members: codes(people.slice(2, 5)) })
    const removals = (await eventsInCompany(app)).filter(({ kind, subject }) => kind === 'group_person_removed' && subject === group)
    expect(removals.map(({ before }) => before)).toEqual([first, second].map(({ id }) => ({ person: id })))
  })

  test('a dynamic group: 42003', async () => {
    const group = 'dynamicone'
    await putGroup(app, group, { kind: 'dynamic' })
    const refusal = { code: 42003, words: `The user group ${group} is dynamic`, http: 400, msg: 'group type invalid' }
    await expectNothingDone(app, () => remove(app, group, [entry(people[0] as PlacedPerson)]), refusal)
  })

  test('a company without groups still lets people out', async () => {
    const other = await newCompany(kit.server)
    const [person] = (await placePeople(kit.server.store, other.company, 1)) as [PlacedPerson]
    const group = await newGroup(other)
    await join(other, group, [person])
    await setCompanyFacts(other, { groups: false })
    expect(await remove(other, group, [entry(person)])).toMatchObject({ code: 0 })
    expect(await stateOf(other, group)).toEqual({ counted: 0, members: [] })
  })
})

describe('group_member.batch_remove of an app that sees a part of the company', () => {
  const place = async () => {
    const whole = await newCompany(kit.server)
    const people = await placePeople(kit.server.store, whole.company, 4)
    const group = await newGroup(whole)
    await join(whole, group, people.slice(0, 3))
    const part = await newApp(whole, { range: { people: [] } })
    return { whole, part, people: people as [PlacedPerson, PlacedPerson, PlacedPerson, PlacedPerson], group }
  }

  test('the group is outside: 42009, also for one that does not exist', async () => {
    const { whole, part, people, group } = await place()
    await changeApp(part, { range: { people: [people[0].code] } })
    const refusal = { code: 42009, words: `The group ${group} is outside the app's contact range`, http: 403, msg: 'no group authority' }
    await expectNothingDone(
      whole,
      () => remove(part, group, [entry(people[0])]),
      refusal,
      () => stateOf(whole, group),
    )
    await expectFeishuRefusal(remove(part, 'unknown', [entry(people[0])]), 42009, 'unknown')
  })

  test('the group is inside, and with it who is in it; somebody else is not: 41050, or 40022 beside others', async () => {
    const { whole, part, people, group } = await place()
    const [first, second, third, outsider] = people
    await changeApp(part, { range: { groups: [group] } })
    const refusal = { code: 41050, words: `members[0].member_id (${outsider.code})`, http: 403, msg: 'no user authority error' }
    await expectNothingDone(
      whole,
      () => remove(part, group, [entry(outsider)]),
      refusal,
      () => stateOf(whole, group),
    )

    const mixed = await expectFeishuRefusal(remove(part, group, [entry(outsider), entry(first)]), 40022, outsider.code)
    expect(mixed.data.results.map(({ code }: { code: number }) => code)).toEqual([41050, 0])
    const unlike = [entry(outsider), { member_id: 'nobody', member_type: 'user', member_id_type: 'user_id' as const }]
    const failed = await expectFeishuRefusal(remove(part, group, unlike), 40022, 'nobody')
    expect(failed.data.results.map(({ code }: { code: number }) => code)).toEqual([41050, 41073])
    expect(await stateOf(whole, group)).toEqual({ counted: 2, members: codes([second, third]) })
  })
})
