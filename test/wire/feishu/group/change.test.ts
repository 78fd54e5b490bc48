import { beforeAll, describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { newApp, newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { changeMembers, groupNow, join, newGroup, type PlacedPerson, placePeople, putGroup } from '../../../kit/feishu/groups.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { eventsInCompany, expectNothingDone, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { newDepartmentId } from '../../../kit/feishu/units.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

type Caller = Pick<TestApp, 'client'>
type Patched = NonNullable<Parameters<TestApp['client']['contact']['group']['patch']>[0]>

const patch = ({ client }: Caller, group: string, data: object, params: object = {}) =>
  client.contact.group.patch({ path: { group_id: group }, data, params } as Patched)
const remove = ({ client }: Caller, group: string) => client.contact.group.delete({ path: { group_id: group } })
const get = ({ client }: Caller, group: string) => client.contact.group.get({ path: { group_id: group } })

const rule = { dynamic_group_rule: { expressions: [{ field: 'city', operator: 'equal', value: 'a' }] } }

describe('group.patch', () => {
  let app: TestApp
  let group: string
  beforeAll(async () => {
    app = await newCompany(kit.server)
    group = await newGroup(app, { name: 'Before', description: 'kept' })
  })
  const state = () => groupNow(app, group)

  test('changes what is given and keeps the rest; nothing given changes nothing', async () => {
    const own = await newGroup(app, { name: 'First', description: 'kept' })
    expect(await patch(app, own, { name: ' Second ' })).toEqual({ code: 0, msg: 'success', data: {} })
    expect(await groupNow(app, own)).toMatchObject({ name: 'Second', description: 'kept' })
    await patch(app, own, { description: '' })
    expect(await groupNow(app, own)).toMatchObject({ name: 'Second', description: '' })
    for (const data of [{}, { name: 'Second' }]) expect(await patch(app, own, data)).toMatchObject({ code: 0 })
    expect(await kindsOf(app, own)).toEqual(['people_group_created', 'people_group_changed', 'people_group_changed'])
  })

  test.for<[string, object, number, string, string]>([
    ['an empty name', { name: ' ' }, 40001, 'needs a name', 'parameter invalid'],
    ['a name that is no text', { name: 7 }, 40001, 'name must be of type string', 'parameter invalid'],
    ['a name of 101 characters', { name: 'n'.repeat(101) }, 42013, 'has 101 characters', 'group name exceed limit'],
    ['a description of 501', { description: 'd'.repeat(501) }, 42014, 'has 501 characters', 'group description exceed limit'],
  ])('%s', async ([, data, code, words, msg]) => {
    await expectNothingDone(app, () => patch(app, group, data), { code, words, http: 400, msg }, state)
  })

  test('the name of another group: 47009', async () => {
    const other = await newGroup(app, { name: 'Other' })
    const refusal = { code: 47009, words: `The user group ${other} is named "Other"`, http: 400, msg: 'duplicated name error' }
    await expectNothingDone(app, () => patch(app, group, { name: 'Other' }), refusal, state)
  })

  test.for(['unknown', 'with-dash'])('group %s: 42002', async (unknown) => {
    const refusal = { code: 42002, words: /group/, http: 400, msg: 'invalid group_id' }
    await expectNothingDone(app, () => patch(app, unknown, { name: 'x' }), refusal)
  })

  test('a group outside the range: 42009; one inside is changed', async () => {
    const part = await newApp(app, { range: { groups: [await newGroup(app)] } })
    const refusal = { code: 42009, words: group, http: 403, msg: 'no userGroup authority error' }
    await expectNothingDone(app, () => patch(part, group, { name: 'x' }), refusal, state)
    const inside = await newApp(app, { range: { groups: [group] } })
    expect(await patch(inside, group, { description: 'changed' })).toMatchObject({ code: 0 })
  })

  test('a dynamic group: 42003', async () => {
    await putGroup(app, 'dynamicone', { kind: 'dynamic', rule })
    const refusal = { code: 42003, words: 'dynamicone is dynamic', http: 400, msg: 'group type invalid' }
    await expectNothingDone(
      app,
      () => patch(app, 'dynamicone', { name: 'x' }),
      refusal,
      () => groupNow(app, 'dynamicone'),
    )
  })

  test('a company without groups: 42015', async () => {
    const other = await newCompany(kit.server)
    const own = await newGroup(other)
    await setCompanyFacts(other, { groups: false })
    const refusal = { code: 42015, words: 'has no user groups', http: 400, msg: 'user group disable' }
    await expectNothingDone(
      other,
      () => patch(other, own, { name: 'x' }),
      refusal,
      () => groupNow(other, own),
    )
  })
})

describe('group.patch where dynamic groups are on', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await newCompany(kit.server, { facts: { dynamicGroups: true, limits: { departmentsOfRule: 1 } } })
    await putGroup(app, 'dynamicone', { kind: 'dynamic', rule })
  })
  const state = () => groupNow(app, 'dynamicone')

  test('replaces the rule and the visibility', async () => {
    await putGroup(app, 'dynamictwo', { kind: 'dynamic', rule })
    const other = { department_level: 'non_recursive', expressions: [{ field: 'city', operator: 'in', values: ['b'] }] }
    await patch(app, 'dynamictwo', { dynamic_group_rule: other, visible_scope: { visible_scope_type: 'public' } })
    expect(await groupNow(app, 'dynamictwo')).toMatchObject({
      dynamic_group_rule: { ...other, group_status: 'completed' },
      visible_scope: { visible_scope_type: 'public' },
    })
  })

  test('keeps the departments of a rule that is replaced, and the rule whose departments are', async () => {
    const [one, two] = [await newDepartmentId(app), await newDepartmentId(app)]
    await putGroup(app, 'dynamicthree', { kind: 'dynamic', rule: { ...rule, department_scope_list: [one] } })
    const now = async () => {
      const { dynamic_group_rule, department_scope_list } = (await groupNow(app, 'dynamicthree')) as Record<string, unknown>
      return { dynamic_group_rule, department_scope_list }
    }
    const other = { expressions: [{ field: 'city', operator: 'equal', value: 'b' }] }
    await patch(app, 'dynamicthree', { dynamic_group_rule: other })
    const shown = { dynamic_group_rule: { ...other, group_status: 'completed' } }
    expect(await now()).toEqual({ ...shown, department_scope_list: [one] })
    await patch(app, 'dynamicthree', { department_scope_list: [two] })
    expect(await now()).toEqual({ ...shown, department_scope_list: [two] })
  })

  test('a rule or its departments for a normal group: 42003', async () => {
    const group = await newGroup(app)
    const refusal = { code: 42003, words: `${group} is normal`, http: 400, msg: 'group type invalid' }
    for (const data of [rule, { department_scope_list: [await newDepartmentId(app)] }])
      await expectNothingDone(
        app,
        () => patch(app, group, data),
        refusal,
        () => groupNow(app, group),
      )
  })

  const good = rule.dynamic_group_rule
  test.for<[string, object, number, string]>([
    ['a rule that is a text', { dynamic_group_rule: 'all' }, 42018, 'exist invalid dynamic group rule'],
    ['no expressions', { dynamic_group_rule: {} }, 42019, 'exist invalid dynamic group rule expression'],
    [
      'no value',
      { dynamic_group_rule: { expressions: [{ field: 'city', operator: 'equal' }] } },
      42022,
      'exist invalid expression value or values',
    ],
    ['an empty joiner', { dynamic_group_rule: { ...good, joiner_rule: '' } }, 42025, 'invalid joiner rule'],
    ['too many departments', { dynamic_group_rule: good, department_scope_list: ['a', 'b'] }, 42026, 'department scope exceed limit'],
    ['another visibility', { visible_scope: {} }, 40001, 'parameter invalid'],
  ])('%s', async ([, data, code, msg]) => {
    await expectNothingDone(app, () => patch(app, 'dynamicone', data), { code, words: /_/, http: 400, msg }, state)
  })
})

describe('group.delete', () => {
  let app: TestApp
  let people: PlacedPerson[]
  beforeAll(async () => {
    app = await newCompany(kit.server)
    people = await placePeople(kit.server.store, app.company, 1)
  })

  test('deletes an empty group; its id may be taken again, and is in no range', async () => {
    const group = await newGroup(app)
    const part = await newApp(app, { range: { groups: [group] } })
    expect(await remove(app, group)).toEqual({ code: 0, msg: 'success', data: {} })
    await expectFeishuRefusal(get(app, group), 42002, group)
    expect(await kindsOf(app, group)).toEqual(['people_group_created', 'people_group_deleted'])
    await newGroup(app, { group_id: group })
    await expectFeishuRefusal(get(part, group), 42009, group)
    const changed = (await eventsInCompany(app)).filter(({ kind, subject }) => kind === 'app_range_changed' && subject === part.app.id)
    expect(changed.at(-1)?.after).toEqual({ app: part.app.id, range: { all: false, departments: [], people: [], groups: [] } })
  })

  test('a group with users, or with departments: 42017', async () => {
    const [withUser, withDepartment] = [await newGroup(app), await newGroup(app)]
    await join(app, withUser, people)
    await changeMembers(app, 'PUT', withDepartment, `departments/${await newDepartmentId(app)}`)
    const refusal = { code: 42017, http: 400, msg: 'group has member not allow delete' }
    const cases = [
      [withUser, '1 users and 0 departments'],
      [withDepartment, '0 users and 1 departments'],
    ] as const
    for (const [group, words] of cases)
      await expectNothingDone(
        app,
        () => remove(app, group),
        { ...refusal, words },
        () => groupNow(app, group),
      )
  })

  test.for(['unknown', 'with-dash'])('group %s: 42002', async (unknown) => {
    await expectNothingDone(app, () => remove(app, unknown), { code: 42002, words: /group/, http: 400, msg: 'invalid group_id' })
  })

  test('an app that does not see all of the company: 42009, though it sees the group', async () => {
    const group = await newGroup(app)
    const part = await newApp(app, { range: { groups: [group] } })
    const refusal = { code: 42009, words: 'contact range of all members', http: 403, msg: 'no user group authority error' }
    await expectNothingDone(
      app,
      () => remove(part, group),
      refusal,
      () => groupNow(app, group),
    )
  })

  test('a dynamic group: 42003', async () => {
    await putGroup(app, 'dynamicdelete', { kind: 'dynamic' })
    const refusal = { code: 42003, words: 'dynamicdelete is dynamic', http: 400, msg: 'group type invalid' }
    await expectNothingDone(
      app,
      () => remove(app, 'dynamicdelete'),
      refusal,
      () => groupNow(app, 'dynamicdelete'),
    )
  })

  test('a company without groups: 42015', async () => {
    const other = await newCompany(kit.server)
    const group = await newGroup(other)
    await setCompanyFacts(other, { groups: false })
    const refusal = { code: 42015, words: 'has no user groups', http: 400, msg: 'user group disable' }
    await expectNothingDone(
      other,
      () => remove(other, group),
      refusal,
      () => groupNow(other, group),
    )
  })
})

describe('group.get', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await newCompany(kit.server)
  })

  test('counts users and departments of a normal group', async () => {
    const group = await newGroup(app)
    await join(app, group, await placePeople(kit.server.store, app.company, 2))
    await changeMembers(app, 'PUT', group, `departments/${await newDepartmentId(app)}`)
    expect(await groupNow(app, group)).toMatchObject({ member_user_count: 2, member_department_count: 1, type: 1 })
  })

  test('counts nobody of a dynamic group, and shows its rule', async () => {
    const [person] = (await placePeople(kit.server.store, app.company, 1)) as [PlacedPerson]
    await putGroup(app, 'dynamicget', { kind: 'dynamic', rule })
    await changeMembers(app, 'PUT', 'dynamicget', `people/${person.code}`)
    expect(await groupNow(app, 'dynamicget')).toMatchObject({
      member_user_count: 0,
      type: 2,
      dynamic_group_rule: { ...rule.dynamic_group_rule, group_status: 'completed' },
    })
  })

  test('a rule that the wire has no form for: 42029', async () => {
    await putGroup(app, 'otherrule', { kind: 'dynamic', rule: { everybody: true } })
    const msg = 'exist some field openapi not support, please  manage the group in admin platform'
    await expectFeishuRefusal(get(app, 'otherrule'), 42029, 'otherrule', { http: 400, msg })
  })

  test.for(['unknown', 'with-dash'])('group %s: 42002', async (unknown) => {
    await expectFeishuRefusal(get(app, unknown), 42002, /group/, { http: 400, msg: 'invalid group_id' })
  })

  test('a group outside the range: 42009; one inside is shown', async () => {
    const group = await newGroup(app)
    const part = await newApp(app, { range: { people: [] } })
    await expectFeishuRefusal(get(part, group), 42009, group, { http: 403, msg: 'no user group authority error' })
    const inside = await newApp(app, { range: { groups: [group] } })
    expect((await groupNow(inside, group)).id).toBe(group)
  })
})

test('the administration tells what it put', async () => {
  const app = await newCompany(kit.server)
  const path = `/companies/${app.company}/groups/byadmin`
  const { status, body } = await admin(kit.server, 'PUT', path, { name: 'By rule', kind: 'dynamic', rule, description: 'd' })
  expect([status, body]).toMatchObject([
    200,
    { id: 'byadmin', name: 'By rule', kind: 'dynamic', rule, visibility: null, people: 0, departments: 0 },
  ])
})
