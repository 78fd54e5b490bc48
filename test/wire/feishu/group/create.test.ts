import { beforeAll, describe, expect, test } from 'vitest'
import { newApp, newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { groupNow, newGroup } from '../../../kit/feishu/groups.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

type Asked = NonNullable<Parameters<TestApp['client']['contact']['group']['create']>[0]>

const create = ({ client }: Pick<TestApp, 'client'>, data: object, params: object = {}) =>
  client.contact.group.create({ data, params } as Asked)
/** Every group of a company, of both types. */
const groupsOf = async ({ client }: Pick<TestApp, 'client'>) =>
  (await Promise.all([1, 2].map((type) => client.contact.group.simplelist({ params: { type, page_size: 100 } })))).map(({ data }) => data)

describe('group.create', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await newCompany(kit.server)
  })
  const state = () => groupsOf(app)

  test('makes an empty normal group, with an id of the company or a new one', async () => {
    const { data, ...rest } = await create(app, { name: ' Readers ', description: 'who read', type: 1, group_id: 'g193821' })
    expect([rest, data]).toEqual([{ code: 0, msg: 'success' }, { group_id: 'g193821' }])
    expect(await groupNow(app, 'g193821')).toEqual({
      id: 'g193821',
      name: 'Readers',
      description: 'who read',
      member_user_count: 0,
      member_department_count: 0,
      type: 1,
    })
    const id = (await create(app, { name: 'Writers' })).data?.group_id as string
    expect(id).toMatch(/^[0-9A-Za-z]{1,64}$/)
    expect(await groupNow(app, id)).toMatchObject({ name: 'Writers', description: '', type: 1 })
    const made = (await eventsInCompany(app)).filter(({ kind }) => kind === 'people_group_created')
    expect(made.map(({ subject }) => subject)).toEqual(['g193821', id])
  })

  test('names are told apart by case, and counted in characters', async () => {
    await create(app, { name: 'cased' })
    expect(await create(app, { name: 'Cased' })).toMatchObject({ code: 0 })
    expect(await create(app, { name: '🎈'.repeat(100), description: '字'.repeat(500) })).toMatchObject({ code: 0 })
  })

  test.for<[string, object, number, string | RegExp, string]>([
    ['no name', {}, 42001, 'name is required', 'group name empty'],
    ['an empty name', { name: '  ' }, 42001, 'needs a name', 'group name empty'],
    ['a name of 101 characters', { name: 'n'.repeat(101) }, 42013, 'has 101 characters', 'group name exceed limit'],
    ['a description of 501', { name: 'x1', description: 'd'.repeat(501) }, 42014, 'has 501 characters', 'group description exceed limit'],
    ['type 3', { name: 'x1', type: 3 }, 42003, '参数 type 不得大于 2，', 'group type invalid'],
    ['type 2', { name: 'x1', type: 2 }, 42003, 'type 2 (dynamic)', 'group type invalid'],
    ['an id with a dash', { name: 'x1', group_id: 'a-b' }, 42002, '参数 group_id 格式应为', 'group_id invalid'],
    ['an id of 65 characters', { name: 'x1', group_id: 'a'.repeat(65) }, 42002, 'group_id must match', 'group_id invalid'],
    ['a name that is no text', { name: 7 }, 40001, 'name must be of type string', 'parameter invalid'],
    ['a description that is no text', { name: 'x1', description: 7 }, 40001, '参数 description 类型应为 string，', 'parameter invalid'],
  ])('%s', async ([, data, code, words, msg]) => {
    await expectNothingDone(app, () => create(app, data), { code, words, http: 400, msg }, state)
  })

  test('another user_id_type: 40001', async () => {
    const refusal = { code: 40001, words: '参数 user_id_type 应为 open_id、union_id、user_id 之一，', http: 400, msg: 'parameter invalid' }
    await expectNothingDone(app, () => create(app, { name: 'x1' }, { user_id_type: 'mail' }), refusal, state)
  })

  test('an id or a name that is taken: 47005, 47009', async () => {
    const id = await newGroup(app, { name: 'Taken' })
    const sameId = { code: 47005, words: `has a user group ${id} already`, http: 400, msg: 'duplicate group id error' }
    await expectNothingDone(app, () => create(app, { name: 'Another', group_id: id }), sameId, state)
    const sameName = { code: 47009, words: `The user group ${id} is named "Taken"`, http: 400, msg: 'duplicated name error' }
    await expectNothingDone(app, () => create(app, { name: ' Taken ' }), sameName, state)
  })

  test('an app that does not see all of the company: 42010', async () => {
    const part = await newApp(app, { range: { groups: [await newGroup(app)] } })
    const refusal = { code: 42010, words: 'contact range of all members', http: 403, msg: 'not has all authority error' }
    await expectNothingDone(app, () => create(part, { name: 'x1' }), refusal, state)
  })

  test('as many groups as there may be, of both types: 42016', async () => {
    const other = await newCompany(kit.server, { facts: { dynamicGroups: true } })
    await newGroup(other)
    await create(other, { name: 'by rule', type: 2, dynamic_group_rule: rule })
    await setCompanyFacts(other, { limits: { groups: 2 } })
    const refusal = { code: 42016, words: 'has 2 user groups', http: 400, msg: 'user group number exceed limit' }
    await expectNothingDone(
      other,
      () => create(other, { name: 'x1' }),
      refusal,
      () => groupsOf(other),
    )
  })

  test('a company without groups: 42015', async () => {
    const other = await newCompany(kit.server, { facts: { groups: false } })
    const refusal = { code: 42015, words: 'has no user groups', http: 400, msg: 'user group disable' }
    await expectNothingDone(
      other,
      () => create(other, { name: 'x1' }),
      refusal,
      () => groupsOf(other),
    )
  })
})

const expression = { field: 'job_title', operator: 'equal', value: 'engineer' }
const rule = {
  department_level: 'recursive',
  expressions: [expression, { field: 'city', operator: 'in', values: ['a', 'b'] }],
  joiner_rule: '1 and 2',
}

describe('group.create where dynamic groups are on', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await newCompany(kit.server, { facts: { dynamicGroups: true } })
  })

  test('keeps rule, departments and visibility as they were sent', async () => {
    const visible = { visible_scope_type: 'specified_scope_visible', visible_users: ['ou_1'], scene_types: [1] }
    const data = { name: 'by rule', type: 2, dynamic_group_rule: rule, department_scope_list: ['od-1', 'od-2'], visible_scope: visible }
    const id = (await create(app, data)).data?.group_id as string
    expect(await groupNow(app, id)).toEqual({
      id,
      name: 'by rule',
      description: '',
      member_user_count: 0,
      member_department_count: 0,
      type: 2,
      dynamic_group_rule: { ...rule, group_status: 'completed' },
      department_scope_list: ['od-1', 'od-2'],
      visible_scope: visible,
    })
  })

  test.for<[string, object]>([
    ['dynamic_group_rule', { dynamic_group_rule: rule }],
    ['dynamic_group_rule', { type: 1, dynamic_group_rule: rule }],
    ['department_scope_list', { department_scope_list: ['od-1'] }],
  ])('%s is not ignored where the group is to be normal: 42003', async ([field, data]) => {
    const refusal = { code: 42003, words: `${field} is for dynamic groups`, http: 400, msg: 'group type invalid' }
    await expectNothingDone(
      app,
      () => create(app, { name: 'x1', ...data }),
      refusal,
      () => groupsOf(app),
    )
  })

  const withRule = (changes: object) => ({ dynamic_group_rule: { ...rule, ...changes } })
  const withExpression = (changes: object) => withRule({ expressions: [{ ...expression, ...changes }] })
  test.for<[string, object, number, string, string]>([
    ['no rule', {}, 42018, 'dynamic_group_rule', 'exist invalid dynamic group rule'],
    ['a rule that is a text', { dynamic_group_rule: 'all' }, 42018, 'dynamic_group_rule', 'exist invalid dynamic group rule'],
    ['another level', withRule({ department_level: 'some' }), 42018, 'dynamic_group_rule', 'exist invalid dynamic group rule'],
    ['no expressions', withRule({ expressions: [] }), 42019, 'expressions', 'exist invalid dynamic group rule expression'],
    ['no operator', withExpression({ operator: '' }), 42019, 'expressions[0]', 'exist invalid dynamic group rule expression'],
    ['no value', withExpression({ value: undefined }), 42022, 'expressions[0]', 'exist invalid expression value or values'],
    ['value and values', withExpression({ values: ['x'] }), 42022, 'expressions[0]', 'exist invalid expression value or values'],
    ['an empty joiner', withRule({ joiner_rule: '' }), 42025, 'joiner_rule', 'invalid joinner rule'],
    [
      'more departments than a rule may have',
      { dynamic_group_rule: rule, department_scope_list: Array.from({ length: 101 }, (_, index) => `od-${index}`) },
      42026,
      '1 to 100 department ids',
      'department scope exceed limit',
    ],
    [
      'another visibility',
      { dynamic_group_rule: rule, visible_scope: { visible_scope_type: 'some' } },
      42027,
      'visible_scope_type must be one of',
      'group visible scope is not valid',
    ],
  ])('%s', async ([, data, code, words, msg]) => {
    const call = () => create(app, { name: 'x1', type: 2, ...data })
    await expectNothingDone(app, call, { code, words, http: 400, msg }, () => groupsOf(app))
  })
})
