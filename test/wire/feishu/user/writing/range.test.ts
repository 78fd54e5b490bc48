import { expect, test } from 'vitest'
import { newApp, sendRaw } from '../../../../kit/feishu/company.ts'
import { newDepartment } from '../../../../kit/feishu/departments.ts'
import { newPerson } from '../../../../kit/feishu/people.ts'
import { expectFeishuRefusal } from '../../../../kit/feishu/refusals.ts'
import { expectNothingDone } from '../../../../kit/feishu/unchanged.ts'
import { asUser } from '../../../../kit/feishu/user-token.ts'
import { bodyOf, newScene, write, writingCalls } from '../../../../kit/feishu/writing-users.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'

const shared = sharedServer()
const denied = { http: 403, msg: 'no dept authority error' }
const unseen = { http: 400, msg: 'no user authority error' }

/** The scene as an app sees it whose range is one of its departments. */
async function within(which: 'sales' | 'support') {
  const scene = await newScene(shared)
  const app = await newApp(scene, { range: { departments: [scene[which].open_department_id] } })
  const { data } = await app.client.contact.user
    .get({ path: { user_id: 'target' }, params: { user_id_type: 'user_id' } })
    .catch(() => ({ data: undefined }))
  return { ...scene, ...app, target: { ...scene.target, open_id: data?.user?.open_id ?? scene.target.open_id } }
}

test.each(writingCalls)('%s refuses a department out of range, one that is not there, and the root, alike', async (call) => {
  const scene = await within('sales')
  for (const department of [scene.support.open_department_id, `od-${'0'.repeat(32)}`, '0']) {
    await expectNothingDone(scene, () => write(call, scene, { department_ids: [department] }), {
      code: 40004,
      words: department,
      ...denied,
    })
  }
})

test.each(writingCalls)('%s takes departments below one of the range', async (call) => {
  const scene = await newScene(shared)
  const below = await newDepartment(scene.client, { parent_department_id: scene.sales.open_department_id })
  const app = await newApp(scene, { range: { departments: [scene.sales.open_department_id] } })
  const { data } = await app.client.contact.user.get({ path: { user_id: 'target' }, params: { user_id_type: 'user_id' } })
  const target = { ...scene.target, open_id: data?.user?.open_id ?? '' }
  const { data: written } = await write(call, { ...scene, ...app, target }, { department_ids: [below.open_department_id] })
  expect(written?.user?.department_ids).toEqual([below.open_department_id])
})

test.each(['patch', 'update'] as const)('%s refuses somebody out of range, an id of another app, and nobody', async (call) => {
  const scene = await within('support')
  const sent = { ...bodyOf(call, scene, {}), name: 'Grace', department_ids: [scene.support.open_department_id] }
  const method = call === 'patch' ? 'PATCH' : 'PUT'
  const rows = [
    ['/users/target?user_id_type=user_id', 41050, unseen.msg],
    ['/users/nobody?user_id_type=user_id', 41050, unseen.msg],
    [`/users/${scene.target.open_id}`, 99992361, 'open_id cross app'],
  ] as const
  for (const [path, code, msg] of rows) {
    const { status, body } = await sendRaw(scene, method, `/contact/v3${path}`, { body: sent })
    expect([status, body.code, body.msg]).toEqual([400, code, msg])
  }
})

test.each(['patch', 'update'] as const)('%s names nobody to an app that sees everybody', async (call) => {
  const scene = await newScene(shared)
  const nobody = { ...scene, target: { ...scene.target, open_id: `ou_${'0'.repeat(32)}` } }
  await expectNothingDone(scene, () => write(call, nobody, { name: 'Grace' }), { code: 41050, words: nobody.target.open_id, ...unseen })
})

test.each(['patch', 'update'] as const)('%s refuses a path without an id, and one that is too long', async (call) => {
  const scene = await newScene(shared)
  const method = call === 'patch' ? 'PATCH' : 'PUT'
  const body = bodyOf(call, scene, { name: 'Grace' })
  for (const [path, code] of [
    ['%20', 41051],
    ['x'.repeat(65), 41043],
  ] as const) {
    const answer = await sendRaw(scene, method, `/contact/v3/users/${path}?user_id_type=user_id`, { body })
    expect([answer.status, answer.body.code]).toEqual([400, code])
    expect(answer.body.error.field_violations[0].field).toBe('user_id')
  }
})

test('update needs the range to reach every department that the user had; patch only those that are sent', async () => {
  const scene = await newScene(shared)
  const { sales, support, client } = scene
  const both = [sales.open_department_id, support.open_department_id]
  await client.contact.user.patch({ path: { user_id: scene.target.open_id }, data: { department_ids: both } })
  const app = await newApp(scene, { range: { departments: [sales.open_department_id] } })
  const { data } = await app.client.contact.user.get({ path: { user_id: 'target' }, params: { user_id_type: 'user_id' } })
  const seen = { ...scene, ...app, target: { ...scene.target, open_id: data?.user?.open_id ?? '' } }
  await expectNothingDone(scene, () => write('update', seen, {}), { code: 40004, words: support.open_department_id, ...denied })
  const { data: patched } = await write('patch', seen, { name: 'Grace', department_ids: [sales.open_department_id] })
  expect(patched?.user).toMatchObject({ name: 'Grace', department_ids: [sales.open_department_id] })
})

test('an app with no more than the basic scope patches names and the picture', async () => {
  const scene = await newScene(shared)
  const basic = await newApp(scene, { scopes: ['contact:user.base', 'contact:user.base:readonly'] })
  const path = { user_id: 'target' }
  const params = { user_id_type: 'user_id' } as const
  const patched = await basic.client.contact.user.patch({ path, params, data: { name: 'Grace', en_name: 'G', avatar_key: 'pic-2' } })
  expect(patched.data?.user).toMatchObject({ name: 'Grace', en_name: 'G' })
  const call = () => basic.client.contact.user.patch({ path, params, data: { name: 'Ada', city: 'Bern' } })
  await expectNothingDone(scene, call, { code: 41056, words: 'city', http: 403, msg: 'no field authority error' })
})

test('people are named by their own ids of the company only to an app that may see those', async () => {
  const scene = await newScene(shared)
  const app = await newApp(scene, { scopes: ['contact:contact', 'contact:user.department:readonly'] })
  const leader = await newPerson(scene.client)
  const data = { leader_user_id: leader.user_id }
  const patched = await app.client.contact.user.patch({ path: { user_id: 'target' }, params: { user_id_type: 'user_id' }, data })
  expect(patched.data?.user).not.toHaveProperty('leader_user_id')
  const { data: whole } = await scene.client.contact.user.get({ path: { user_id: scene.target.open_id } })
  expect(whole?.user?.leader_user_id).toBe(leader.open_id)
  await expectFeishuRefusal(app.client.contact.department.list({ params: {} }), 99991672)
})

test('a user token patches names and the picture, and nothing else', async () => {
  const scene = await newScene(shared)
  const as = await asUser(scene, scene.other)
  const path = { user_id: scene.target.open_id }
  const patched = await scene.client.contact.user.patch({ path, data: { name: 'Grace' } }, as)
  expect(patched.data?.user).toMatchObject({ name: 'Grace' })
  const call = () => scene.client.contact.user.patch({ path, data: { nickname: 'G' } }, as)
  await expectNothingDone(scene, call, { code: 41056, words: 'nickname', http: 403, msg: 'no field authority error' })
})
