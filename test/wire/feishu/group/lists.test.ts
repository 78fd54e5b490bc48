import { beforeAll, describe, expect, test } from 'vitest'
import { newApp, newCompany, sendRaw, type TestApp } from '../../../kit/feishu/company.ts'
import { changeMembers, idsFor, join, newGroup, type PlacedPerson, placePeople, putGroup } from '../../../kit/feishu/groups.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

type Caller = Pick<TestApp, 'client'>

describe('group.simplelist', () => {
  let app: TestApp
  const groups: string[] = []
  beforeAll(async () => {
    app = await newCompany(kit.server)
    for (let made = 0; made < 55; made++) {
      kit.clock.pass(1)
      groups.push(await newGroup(app, { name: `Group ${made}`, description: `number ${made}` }))
    }
    await putGroup(app, 'dynamicone', { kind: 'dynamic', name: 'By rule' })
  })
  const list = ({ client }: Caller, params: object = {}) => client.contact.group.simplelist({ params })
  const ids = (answer: Awaited<ReturnType<typeof list>>) => answer.data?.grouplist?.map(({ id }) => id)

  test('normal groups, the oldest first, fifty to a page, each with its id twice', async () => {
    const first = await list(app)
    expect([ids(first), first.data?.has_more]).toEqual([groups.slice(0, 50), true])
    expect(first.data?.grouplist?.[3]).toEqual({
      id: groups[3],
      group_id: groups[3],
      name: 'Group 3',
      description: 'number 3',
      member_user_count: 0,
      member_department_count: 0,
      type: 1,
    })
    const last = await list(app, { page_token: first.data?.page_token })
    expect([ids(last), last.data?.has_more, last.data?.page_token]).toEqual([groups.slice(50), false, undefined])
  })

  test('pages of any size hold every group once', async () => {
    const seen: (string | undefined)[] = []
    for await (const page of await app.client.contact.group.simplelistWithIterator({ params: { page_size: 8 } })) {
      const { grouplist = [] } = page as { grouplist?: { id?: string }[] }
      seen.push(...grouplist.map(({ id }) => id))
    }
    expect(seen).toEqual(groups)
  })

  test('dynamic groups with type 2', async () => {
    const { data } = await list(app, { type: 2 })
    expect(data?.grouplist).toEqual([
      {
        id: 'dynamicone',
        group_id: 'dynamicone',
        name: 'By rule',
        description: '',
        member_user_count: 0,
        member_department_count: 0,
        type: 2,
      },
    ])
  })

  test('only those within the range, without a word about others', async () => {
    const some = [groups[20], groups[4], 'dynamicone'] as string[]
    const part = await newApp(app, { range: { groups: some } })
    const first = await list(part, { page_size: 1 })
    expect([ids(first), first.data?.has_more]).toEqual([[groups[4]], true])
    expect(ids(await list(part, { page_size: 1, page_token: first.data?.page_token }))).toEqual([groups[20]])
    const none = await newApp(app, { range: { people: [] } })
    expect((await list(none)).data).toEqual({ grouplist: [], has_more: false })
  })

  test.for([
    ['page_size 0', { page_size: 0 }, 40011, 'page_size must be 1 or more', 'page size is invalid'],
    ['page_size 101', { page_size: 101 }, 40011, 'page_size must be 100 or less', 'page size is invalid'],
    ['a token of nobody', { page_token: 'x' }, 40012, 'page_token', 'page token is invalid error'],
  ] as const)('%s', async ([, params, code, words, msg]) => {
    await expectFeishuRefusal(list(app, params), code, words, { http: 400, msg })
  })

  test('a token of the other type: 40012; another type: 99992402', async () => {
    const { data } = await list(app)
    await expectFeishuRefusal(list(app, { type: 2, page_token: data?.page_token }), 40012)
    const { status, body } = await sendRaw(app, 'GET', '/contact/v3/group/simplelist?type=3')
    expect([status, body.code, body.error.field_violations[0].field]).toEqual([400, 99992402, 'type'])
  })
})

describe('group.member_belong', () => {
  let app: TestApp
  let person: PlacedPerson
  const groups: string[] = []
  beforeAll(async () => {
    app = await newCompany(kit.server)
    person = (await placePeople(kit.server.store, app.company, 1))[0] as PlacedPerson
    for (let made = 0; made < 5; made++) {
      const group = await newGroup(app)
      await join(app, group, [person])
      groups.push(group)
    }
    groups.sort()
    await newGroup(app)
    await putGroup(app, 'dynamicone', { kind: 'dynamic' })
    await changeMembers(app, 'PUT', 'dynamicone', `people/${person.code}`)
  })
  const list = ({ client }: Caller, params: object = {}) =>
    client.contact.group.memberBelong({ params: { member_id: person.code, member_id_type: 'user_id', ...params } })

  test('ids of all groups that hold a user, or of those of a type', async () => {
    expect((await list(app)).data).toEqual({ group_list: [...groups, 'dynamicone'].sort(), has_more: false })
    expect((await list(app, { group_type: 1 })).data?.group_list).toEqual(groups)
    expect((await list(app, { group_type: 2 })).data?.group_list).toEqual(['dynamicone'])
  })

  test('takes ids of every type, open_id when none is named', async () => {
    const { openId, unionId } = await idsFor(kit.server, app)
    const byOpen = await list(app, { member_id: openId(person), member_id_type: undefined, group_type: 2 })
    const byUnion = await list(app, { member_id: unionId(person), member_id_type: 'union_id', group_type: 2 })
    expect([byOpen.data?.group_list, byUnion.data?.group_list]).toEqual([['dynamicone'], ['dynamicone']])
  })

  test('page by page', async () => {
    const seen: string[] = []
    let token: string | undefined
    do {
      const { data } = await list(app, { page_size: 2, group_type: 1, ...(token !== undefined && { page_token: token }) })
      seen.push(...(data?.group_list ?? []))
      token = data?.page_token
    } while (token !== undefined)
    expect(seen).toEqual(groups)
  })

  test('only groups within the range', async () => {
    const part = await newApp(app, { range: { groups: groups.slice(1, 3) } })
    expect((await list(part)).data).toEqual({ group_list: groups.slice(1, 3), has_more: false })
    const first = await list(part, { page_size: 1 })
    expect([first.data?.group_list, first.data?.has_more]).toEqual([groups.slice(1, 2), true])
    const seesPerson = await newApp(app, { range: { people: [person.code] } })
    expect((await list(seesPerson)).data).toEqual({ group_list: [], has_more: false })
  })

  test.for([
    ['no member_id', { member_id: undefined }, 40001, 'member_id is required', 'param error'],
    ['page_size 0', { page_size: 0 }, 40011, 'page_size must be 1 or more', 'page size is invalid'],
    ['page_size 1001', { page_size: 1001 }, 40011, 'page_size must be 1000 or less', 'page size is invalid'],
    ['a token of nobody', { page_token: 'x' }, 40012, 'page_token', 'page token is invalid'],
    ['another member_id_type', { member_id_type: 'mail' }, 41071, 'member_id_type must be one of', 'invalid member_id_type'],
    ['an unknown id', { member_id: 'nobody' }, 41073, 'member_id_type', 'invalid member_id'],
    ['group_type 3', { group_type: 3 }, 41074, 'group_type must be 2 or less', 'invalid member_type'],
  ] as const)('%s', async ([, params, code, words, msg]) => {
    await expectFeishuRefusal(list(app, params), code, words, { http: 400, msg })
  })

  test('a user outside the range: 41050; a token of another user: 40012', async () => {
    const part = await newApp(app, { range: { people: [] } })
    await expectFeishuRefusal(list(part), 41050, 'contact range', { http: 403, msg: 'no user authority error' })
    const [other] = (await placePeople(kit.server.store, app.company, 1)) as [PlacedPerson]
    const { data } = await list(app, { page_size: 1 })
    await expectFeishuRefusal(list(app, { member_id: other.code, page_token: data?.page_token }), 40012)
  })
})
