import { expect, test } from 'vitest'
import { setCompanyFacts } from '../../../kit/feishu/company.ts'
import { newJobLevel } from '../../../kit/feishu/vocabularies.ts'
import { newScene, write } from '../../../kit/feishu/writing-users.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

test('everything that is not sent is taken away, but what the call has no member for, and whether he is frozen', async () => {
  const scene = await newScene(shared)
  const { client, target, other, sales } = scene
  await setCompanyFacts(scene, { mailDomains: ['corp.example'] })
  const { job_level_id } = await newJobLevel(scene)
  const data = {
    ...{ en_name: 'T', nickname: 't', gender: 1, avatar_key: 'pic-1', city: 'Bern', country: 'CH', work_station: '1', employee_no: 'E-1' },
    ...{ job_title: 'Clerk', leader_user_id: other.open_id, enterprise_email: 't@corp.example', mobile_visible: false },
    ...{ job_level_id, dotted_line_leader_user_ids: [other.open_id], is_frozen: true },
    ...{ department_ids: [sales.open_department_id], orders: [{ user_order: 4, department_order: 4 }] },
  }
  await client.contact.user.patch({ path: { user_id: target.open_id }, data })
  const { data: updated } = await write('update', scene, { name: 'Ada' })
  const { join_time: _, ...rest } = target
  expect(updated?.user).toEqual({
    ...rest,
    name: 'Ada',
    job_level_id,
    dotted_line_leader_user_ids: [other.open_id],
    is_frozen: true,
    status: { ...target.status, is_frozen: true },
  })
  const { data: thawed } = await write('update', scene, { is_frozen: false })
  expect(thawed?.user).toMatchObject({ is_frozen: false, status: { is_frozen: false } })
})

test('a user is found by the id of any type, and shown with ids of that type', async () => {
  const scene = await newScene(shared)
  const { client, target, other, sales } = scene
  const data = {
    name: 'Ada',
    mobile: String(target.mobile),
    department_ids: [sales.department_id],
    employee_type: 2,
    leader_user_id: 'other',
  }
  const params = { user_id_type: 'user_id', department_id_type: 'department_id' } as const
  const { data: updated } = await client.contact.user.update({ path: { user_id: 'target' }, params, data })
  expect(updated?.user).toMatchObject({ leader_user_id: 'other', department_ids: [sales.department_id], employee_type: 2 })
  const union = await client.contact.user.update({
    path: { user_id: target.union_id },
    params: { user_id_type: 'union_id' },
    data: { ...data, department_ids: [sales.open_department_id], leader_user_id: other.union_id },
  })
  expect(union.data?.user).toMatchObject({ leader_user_id: other.union_id, user_id: 'target' })
})
