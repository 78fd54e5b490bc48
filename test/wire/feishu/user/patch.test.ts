import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { databaseIn } from '../../../../src/storage/engines/data-folder.ts'
import type { TestEvent } from '../../../kit/directory.ts'
import { newApp } from '../../../kit/feishu/company.ts'
import { countsOf } from '../../../kit/feishu/departments.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { changeCustomAttribute, newCustomAttribute } from '../../../kit/feishu/vocabularies.ts'
import { newScene, type Scene } from '../../../kit/feishu/writing-users.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

async function changesOf(scene: Scene) {
  return (await eventsInCompany(scene)).filter(({ kind }) => kind === 'person_changed').map(({ before, after }) => ({ before, after }))
}

test('what is sent changes, and nothing else', async () => {
  const scene = await newScene(shared)
  const { client, target } = scene
  const { data } = await client.contact.user.patch({
    path: { user_id: target.open_id },
    data: { nickname: 'T', gender: 3, is_frozen: true, join_time: 86_400 },
  })
  expect(data?.user).toEqual({
    ...target,
    nickname: 'T',
    gender: 3,
    is_frozen: true,
    join_time: 86_400,
    status: { ...target.status, is_frozen: true },
  })
  expect(await changesOf(scene)).toEqual([
    {
      before: { nickname: '', gender: 0, frozen: false, joinTime: target.join_time },
      after: expect.objectContaining({ nickname: 'T', gender: 3, frozen: true, joinTime: 86_400, code: 'target', mobile: target.mobile }),
    },
  ])
})

test('nothing sent, or what is so already, is no change', async () => {
  const scene = await newScene(shared)
  const path = { user_id: scene.target.open_id }
  for (const data of [
    {},
    { name: String(scene.target.name), email: 'target@one.example', department_ids: [scene.sales.open_department_id] },
  ])
    expect((await scene.client.contact.user.patch({ path, data })).data?.user).toEqual(scene.target)
  expect(await changesOf(scene)).toEqual([])
})

test('a time of 0 and empty texts take away what was there', async () => {
  const scene = await newScene(shared)
  const { client, target, other } = scene
  const path = { user_id: target.open_id }
  const given = { nickname: 'T', leader_user_id: other.open_id, dotted_line_leader_user_ids: [other.open_id], employee_no: 'E-1' }
  await client.contact.user.patch({ path, data: given })
  const none = { nickname: '', leader_user_id: '', dotted_line_leader_user_ids: [], employee_no: '', join_time: 0 }
  const { data } = await client.contact.user.patch({ path, data: none })
  const { join_time: _, ...rest } = target
  expect(data?.user).toEqual(rest)
  expect((await newPerson(client, { employee_no: 'E-1' })).employee_no).toBe('E-1')
})

test('the orders of one of his departments become others, and those of the other stay', async () => {
  const { client, target, sales, support } = await newScene(shared)
  const path = { user_id: target.open_id }
  const [first, second] = [sales.open_department_id, support.open_department_id]
  const stays = { department_id: second, user_order: 2, department_order: 3 }
  const placed = async (data: object) => (await client.contact.user.patch({ path, data })).data?.user?.orders
  await placed({ department_ids: [first, second], orders: [{ department_id: first, user_order: 4, department_order: 5 }, stays] })
  const changed = { department_id: first, user_order: 6, department_order: 7 }
  await placed({ department_ids: [first, second], orders: [stays, changed] })
  expect((await client.contact.user.get({ path })).data?.user?.orders).toEqual([
    { ...changed, is_primary_dept: true },
    { ...stays, is_primary_dept: false },
  ])
})

test('departments that stay keep their orders and the primary one, and the departments count anew', async () => {
  const scene = await newScene(shared)
  const { client, target, sales, support } = scene
  const path = { user_id: target.open_id }
  const [first, second] = [sales.open_department_id, support.open_department_id]
  const orders = [{ department_id: first, user_order: 4, department_order: 2 }]
  await client.contact.user.patch({ path, data: { department_ids: [first], orders } })
  const added = await client.contact.user.patch({ path, data: { department_ids: [second, first] } })
  expect(added.data?.user?.orders).toEqual([
    { department_id: first, user_order: 4, department_order: 2, is_primary_dept: true },
    { department_id: second, user_order: 0, department_order: 0, is_primary_dept: false },
  ])
  expect([await countsOf(scene, first), await countsOf(scene, second)]).toEqual([
    [2, 2],
    [1, 0],
  ])
  const moved = await client.contact.user.patch({ path, data: { department_ids: [second] } })
  expect(moved.data?.user?.orders).toEqual([{ department_id: second, user_order: 0, department_order: 0, is_primary_dept: true }])
  expect([await countsOf(scene, first), await countsOf(scene, second)]).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect((await changesOf(scene)).at(-1)?.before).toEqual({
    placements: [
      { department: first, personOrder: 4, departmentOrder: 2, isPrimary: true },
      { department: second, personOrder: 0, departmentOrder: 0, isPrimary: false },
    ],
  })
})

test('a phone and a mail that were given up are free at once', async () => {
  const { client, target, other } = await newScene(shared)
  const { mobile, email } = target
  await client.contact.user.patch({ path: { user_id: target.open_id }, data: { mobile: '13712345678', email: 'next@one.example' } })
  const { data } = await client.contact.user.patch({
    path: { user_id: other.open_id },
    data: { mobile: String(mobile), email: String(email) },
  })
  expect(data?.user).toMatchObject({ mobile, email })
})

test.each([
  ['contact:user.email:readonly', ['patch', 'get']],
  ['directory:employee.base.email:read', ['patch']],
])('the mail is shown with %s by %j', async (scope, calls) => {
  // Source: user/patch, field scopes of `email`; the other pages have the first alone.
  const { target, ...scene } = await newScene(shared)
  const { client } = await newApp(scene, {
    scopes: ['contact:contact', 'contact:contact.base:readonly', scope, 'contact:user.employee_id:readonly'],
  })
  const asked = { path: { user_id: 'target' }, params: { user_id_type: 'user_id' } } as const
  const email = 'one@scope.example'
  const patched = await client.contact.user.patch({ ...asked, data: { email } })
  const got = await client.contact.user.get(asked)
  const shown = { patch: patched.data?.user?.email, get: got.data?.user?.email }
  expect(shown).toEqual({ patch: email, get: calls.includes('get') ? email : undefined })
})

test('who resigned can still be given another picture', async () => {
  const scene = await newScene(shared)
  const path = { user_id: scene.target.open_id }
  await scene.client.contact.user.delete({ path, data: {} })
  const { data } = await scene.client.contact.user.patch({ path, data: { avatar_key: 'pic-3' } })
  expect(data?.user).toMatchObject({ avatar_key: 'pic-3', status: { is_resigned: true } })
  // His phone and mail are somebody else's to take, also after that.
  const { mobile, email } = scene.target
  expect(await newPerson(scene.client, { mobile: String(mobile), email: String(email) })).toMatchObject({ mobile, email })
})

test('what a user has in fields that are closed to apps stays, whatever is sent of the others', async () => {
  const scene = await newScene(shared)
  const { client, target, sales } = scene
  const path = { user_id: target.open_id }
  const [open, closed] = [await newCustomAttribute(scene), await newCustomAttribute(scene)]
  const inField = ({ id }: { id: string }, text: string) => ({ type: 'TEXT', id, value: { text } })
  const before = [inField(closed, 'kept'), inField(open, 'one')]
  await client.contact.user.patch({ path, data: { custom_attrs: before } })
  await changeCustomAttribute(scene, closed.id, { open: false })
  const seen = async (call: Promise<{ data?: { user?: { custom_attrs?: object[] } } }>) => (await call).data?.user?.custom_attrs
  const patched = (custom_attrs: object[]) => seen(client.contact.user.patch({ path, data: { custom_attrs } }))
  expect(await patched([inField(open, 'one')])).toEqual([inField(open, 'one')])
  expect(await changesOf(scene)).toHaveLength(1)
  expect(await patched([inField(open, 'two')])).toEqual([inField(open, 'two')])
  expect(await patched([])).toEqual([])
  const whole = { name: 'Target', mobile: target.mobile, email: target.email, employee_type: 1, department_ids: [sales.open_department_id] }
  expect(await seen(client.contact.user.update({ path, data: whole }))).toEqual([])
  await changeCustomAttribute(scene, closed.id, { open: true })
  expect(await seen(client.contact.user.get({ path }))).toEqual([inField(closed, 'kept')])
})

test('who has an option that the company no longer has keeps it until another is sent', async () => {
  const scene = await newScene(shared)
  const { client, target } = scene
  const path = { user_id: target.open_id }
  const list = [
    { id: 'old', value: 'Old' },
    { id: 'new', value: 'New' },
  ]
  const [badge, note] = [await newCustomAttribute(scene, { type: 'ENUMERATION', options: { list } }), await newCustomAttribute(scene)]
  const values = (option_id: string, text: string) => [
    { type: 'ENUMERATION', id: badge.id, value: { option_id } },
    { type: 'TEXT', id: note.id, value: { text } },
  ]
  const patched = async (custom_attrs: object[]) =>
    (await client.contact.user.patch({ path, data: { custom_attrs } })).data?.user?.custom_attrs
  await patched(values('old', 'one'))
  await changeCustomAttribute(scene, badge.id, { options: { list: list.slice(1) } })
  const before = (await changesOf(scene)).length
  expect(await patched(values('old', 'one'))).toEqual(values('old', 'one'))
  expect(await changesOf(scene)).toHaveLength(before)
  expect(await patched(values('old', 'two'))).toEqual(values('old', 'two'))
  expect(await patched(values('new', 'two'))).toMatchObject(values('new', 'two'))
  await expect(patched(values('old', 'two'))).rejects.toMatchObject({ response: { data: { code: 40001 } } })
})

/** As versions before 0016 left them. */
function writePosts(posts: readonly unknown[], person: string): void {
  const database = new DatabaseSync(databaseIn(shared.server.folder))
  database.prepare('update people set positions = ? where id = ?').run(JSON.stringify(posts), person)
  database.close()
}

test('nobody new is led by who resigned; whom an older version left led by him in a position can be changed', async () => {
  const scene = await newScene(shared)
  const { client, target, other, sales } = scene
  const path = { user_id: target.open_id }
  const post = (position_code: string, leader_user_id?: string) => ({
    ...{ position_code, position_name: position_code, department_id: sales.open_department_id, is_major: false },
    ...(leader_user_id !== undefined && { leader_user_id }),
  })
  const patched = async (positions: object[]) =>
    (await client.contact.user.patch({ path, data: { positions: positions as never } })).data?.user?.positions
  await patched([post('a', other.open_id)])
  const { subject, after } = (await eventsInCompany(scene)).at(-1) as TestEvent
  await client.contact.user.delete({ path: { user_id: other.open_id } })
  const refused = { response: { data: { code: 40001, error: { message: expect.stringContaining(other.open_id) } } } }
  await expect(patched([post('a', other.open_id)])).rejects.toMatchObject(refused)

  writePosts(after?.posts as unknown[], subject)
  const two = [post('a', other.open_id), post('b')]
  expect(await patched(two)).toEqual(two)
  await expect(patched([post('a', other.open_id), post('b', other.open_id)])).rejects.toMatchObject(refused)
})
