import { expect, test } from 'vitest'
import { setCompanyFacts } from '../../../../kit/feishu/company.ts'
import { newPerson } from '../../../../kit/feishu/people.ts'
import { expectFeishuRefusal } from '../../../../kit/feishu/refusals.ts'
import { kindsOf } from '../../../../kit/feishu/unchanged.ts'
import { newScene, type Scene, write } from '../../../../kit/feishu/writing-users.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'

const shared = sharedServer()

const full = { limits: { workCities: 0, jobTitles: 0 } }
const rows = [
  { call: 'create', code: 44054, body: { city: 'Bern' } },
  { call: 'create', code: 44055, body: { job_title: 'Clerk' } },
  { call: 'create', code: 44056, body: { city: 'Bern', job_title: 'Clerk' } },
  { call: 'patch', code: 44057, body: { city: 'Bern' } },
  { call: 'patch', code: 44058, body: { job_title: 'Clerk' } },
  { call: 'patch', code: 44059, body: { city: 'Bern', job_title: 'Clerk' } },
] as const

async function named(scene: Scene, name: string) {
  const params = { department_id: scene.sales.open_department_id, page_size: 50 }
  const { data } = await scene.client.contact.user.findByDepartment({ params })
  return (data?.items ?? []).filter((user) => user.name === name)
}

test.each(rows)('$call saves the user and tells with $code that $body found no room', async ({ call, code, body }) => {
  const scene = await newScene(shared)
  await setCompanyFacts(scene, full)
  await expectFeishuRefusal(write(call, scene, { ...body, name: 'Saved' }), code, 'no room', { http: 400 })
  const [saved, ...more] = await named(scene, 'Saved')
  expect([saved?.name, saved?.city, saved?.job_title, more]).toEqual(['Saved', undefined, undefined, []])
})

test('a city that can not be set leaves the user the one that he had', async () => {
  const scene = await newScene(shared)
  await write('patch', scene, { city: 'Bern' })
  await setCompanyFacts(scene, { limits: { workCities: 1 } })
  await expectFeishuRefusal(write('patch', scene, { city: 'Rome', name: 'Saved' }), 44057, 'Rome')
  expect(await named(scene, 'Saved')).toMatchObject([{ city: 'Bern' }])
})

test('update saves nothing when a name found no room', async () => {
  const scene = await newScene(shared)
  await setCompanyFacts(scene, full)
  await expectFeishuRefusal(write('update', scene, { job_title: 'Clerk', name: 'Saved' }), 40001, 'Clerk')
  expect(await named(scene, 'Saved')).toEqual([])
})

test('names come into being once, and blank ones stand for none', async () => {
  const scene = await newScene(shared)
  const first = await newPerson(scene.client, { city: 'Bern', job_title: 'Clerk' })
  const second = await newPerson(scene.client, { city: 'Bern', job_title: ' ' })
  expect([first.city, first.job_title, second.city, second.job_title]).toEqual(['Bern', 'Clerk', 'Bern', undefined])
  const cities = await scene.client.contact.workCity.list({ params: { page_size: 50 } })
  expect(cities.data?.items?.map(({ name }) => name)).toEqual(['Bern'])
  const patched = await scene.client.contact.user.patch({ path: { user_id: first.open_id }, data: { job_title: '  ' } })
  expect(patched.data?.user).not.toHaveProperty('job_title')
  const { items } = (await scene.client.contact.jobTitle.list({ params: { page_size: 50 } })).data ?? {}
  expect(await kindsOf(scene, items?.[0]?.job_title_id ?? '')).toEqual(['job_title_created'])
})
