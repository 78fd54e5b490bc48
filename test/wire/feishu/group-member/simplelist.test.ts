import { beforeAll, describe, expect, test } from 'vitest'
import { everyScope } from '../../../../src/dialects/feishu/every-scope.ts'
import { newApp, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { changeMembers, idsFor, join, membersOf, newGroup, type PlacedPerson, placePeople, putGroup } from '../../../kit/feishu/groups.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { newDepartmentId } from '../../../kit/feishu/units.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

type Params = NonNullable<NonNullable<Parameters<TestApp['client']['contact']['groupMember']['simplelist']>[0]>['params']>

const list = ({ client }: Pick<TestApp, 'client'>, group: string, params: object = {}) =>
  client.contact.groupMember.simplelist({ path: { group_id: group }, params: params as Params })

describe('group_member.simplelist', () => {
  let app: TestApp
  let people: PlacedPerson[]
  let group: string
  beforeAll(async () => {
    app = await newCompany(kit.server)
    people = await placePeople(kit.server.store, app.company, 60)
    group = await newGroup(app)
    // One after the other, so that the order of joining is not the order of ids.
    for (const person of people) {
      kit.clock.pass(1)
      await join(app, group, [person])
    }
  })

  test('in the order of joining, fifty to a page when none is named, by open_id', async () => {
    const { openId } = await idsFor(kit.server, app)
    const { data } = await list(app, group)
    expect(data?.memberlist).toEqual(people.slice(0, 50).map((person) => ({ member_id: openId(person), member_type: 'user' })))
    const last = await list(app, group, { page_token: data?.page_token })
    expect(last.data).toEqual({
      memberlist: people.slice(50).map((person) => ({ member_id: openId(person), member_type: 'user' })),
      has_more: false,
    })
  })

  test('pages of any size hold everybody once, whatever joins and leaves behind them', async () => {
    const { unionId } = await idsFor(kit.server, app)
    expect(await membersOf(app, group, { page_size: 7, member_id_type: 'union_id' })).toEqual(people.map(unionId))
    const whole = await list(app, group, { page_size: 60, member_id_type: 'user_id' })
    expect([whole.data?.has_more, whole.data?.memberlist?.length]).toEqual([false, 60])
    const [newcomer] = (await placePeople(kit.server.store, app.company, 1)) as [PlacedPerson]
    const other = await newGroup(app)
    await join(app, other, people.slice(0, 4))
    const first = await list(app, other, { page_size: 2, member_id_type: 'user_id' })
    kit.clock.pass(1)
    await join(app, other, [newcomer])
    const firstIds = first.data?.memberlist?.map(({ member_id }) => member_id) ?? []
    await app.client.contact.groupMember.remove({
      path: { group_id: other },
      data: { member_type: 'user', member_id_type: 'user_id', member_id: firstIds[1] as string },
    })
    const rest = await list(app, other, { page_size: 10, member_id_type: 'user_id', page_token: first.data?.page_token })
    const shown = [...firstIds, ...(rest.data?.memberlist ?? []).map(({ member_id }) => member_id)]
    expect(shown.sort()).toEqual([...people.slice(0, 4), newcomer].map(({ code }) => code).sort())
  })

  test('departments, by either id, and never together with users', async () => {
    const custom = 'd1'
    const department = await newDepartmentId(app, { custom })
    const other = await newGroup(app)
    await changeMembers(app, 'PUT', other, `departments/${department}`)
    await join(app, other, people.slice(0, 1))
    const byOpen = await list(app, other, { member_type: 'department' })
    expect(byOpen.data).toEqual({ memberlist: [{ member_id: department, member_type: 'department' }], has_more: false })
    const byCustom = await list(app, other, { member_type: 'department', member_id_type: 'department_id' })
    expect(byCustom.data?.memberlist).toEqual([{ member_id: custom, member_type: 'department' }])
    expect((await list(app, other, { member_id_type: 'user_id' })).data?.memberlist).toHaveLength(1)
  })

  // Source: user/field-overview, on user_id, and the frequently asked questions of the contact area, on what is not shown.
  test('an app without the scope for user_ids is told who is in by the other ids only', async () => {
    const blind = await newApp(app, { scopes: everyScope().filter((scope) => scope !== 'contact:user.employee_id:readonly') })
    const one = { page_size: 1 }
    expect((await list(blind, group, { ...one, member_id_type: 'user_id' })).data?.memberlist).toEqual([{ member_type: 'user' }])
    const { unionId } = await idsFor(kit.server, blind)
    const shown = [{ member_id: unionId(people[0] as PlacedPerson), member_type: 'user' }]
    expect((await list(blind, group, { ...one, member_id_type: 'union_id' })).data?.memberlist).toEqual(shown)
  })

  test('a dynamic group shows who its rule came to', async () => {
    await putGroup(app, 'dynamiclist', { kind: 'dynamic' })
    await changeMembers(app, 'PUT', 'dynamiclist', `people/${(people[0] as PlacedPerson).code}`)
    expect(await membersOf(app, 'dynamiclist')).toEqual([(people[0] as PlacedPerson).code])
  })

  test.for([
    ['page_size 0', { page_size: 0 }, 40011, 'page_size must be 1 or more', 'page size is invalid'],
    ['page_size 101', { page_size: 101 }, 40011, 'page_size must be 100 or less', 'page size is invalid'],
    ['a token of nobody', { page_token: 'x' }, 40012, 'page_token', 'page token is invalid error'],
    ['another member_type', { member_type: 'app' }, 41074, 'member_type must be one of user, department', 'invalid member_type'],
    ['another member_id_type', { member_id_type: 'mail' }, 41071, 'member_id_type must be one of', 'invalid member_id_type'],
    ['users by department_id', { member_id_type: 'department_id' }, 41072, 'With member_type user', 'member_type not match member_id_type'],
    [
      'departments by union_id',
      { member_type: 'department', member_id_type: 'union_id' },
      41072,
      'With member_type department, member_id_type must be one of open_id, department_id',
      'member_type not match member_id_type',
    ],
  ] as const)('%s', async ([, params, code, words, msg]) => {
    await expectFeishuRefusal(list(app, group, params), code, words, { http: 400, msg })
  })

  test('a token of another group, or of its departments: 40012', async () => {
    const other = await newGroup(app)
    const { data } = await list(app, group, { page_size: 1 })
    await expectFeishuRefusal(list(app, other, { page_token: data?.page_token }), 40012)
    await expectFeishuRefusal(list(app, group, { member_type: 'department', page_token: data?.page_token }), 40012)
  })

  test('an unknown group: 42002; one outside the range: 42009', async () => {
    await expectFeishuRefusal(list(app, 'unknown'), 42002, 'unknown', { http: 400, msg: 'invalid group_id' })
    const part = await newApp(app, { range: { people: [] } })
    await expectFeishuRefusal(list(part, group), 42009, group, { http: 403, msg: 'no user group authority error' })
  })
})
