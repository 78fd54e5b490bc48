import { describe, expect, test } from 'vitest'
import { newApp, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { newDepartment } from '../../../kit/feishu/departments.ts'
import { newPerson, newPhone } from '../../../kit/feishu/people.ts'
import { feishuRefusal } from '../../../kit/feishu/refusals.ts'
import { newRole } from '../../../kit/feishu/roles.ts'
import { newUnit } from '../../../kit/feishu/units.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const types = { department_id_type: 'department_id', user_id_type: 'user_id' } as const
const byCode = { department_id_type: 'department_id' } as const

interface Scene {
  readonly client: TestApp['client']
  readonly unit: string
  readonly role: string
}

/** A company with the department `hidden`, and an app that does not see it. */
async function scene(): Promise<Scene> {
  const company = await newCompany(shared.server)
  await newDepartment(company.client, { department_id: 'hidden' })
  const seen = await newDepartment(company.client, { department_id: 'seen' })
  for (const user_id of ['member', 'leaver']) await newPerson(company.client, { user_id, department_ids: [seen.open_department_id] })
  await company.client.contact.user.delete({ path: { user_id: 'leaver' }, params: { user_id_type: 'user_id' }, data: {} })
  const [unit, role] = [await newUnit(company), await newRole(company)]
  const app = await newApp(company, { range: { departments: ['seen'] } })
  await company.client.contact.functionalRoleMember.batchCreate({
    path: { role_id: role },
    params: { user_id_type: 'user_id' },
    data: { members: ['member'] },
  })
  return { client: app.client, unit, role }
}

/** Calls that name a department by the id that the company gave it. */
const calls: Record<string, (scene: Scene, department: string) => Promise<unknown>> = {
  'user.find_by_department': ({ client }, department_id) => client.contact.user.findByDepartment({ params: { ...types, department_id } }),
  'user.list': ({ client }, department_id) => client.contact.user.list({ params: { ...types, department_id } }),
  'user.create': ({ client }, department) =>
    client.contact.user.create({
      params: types,
      data: { name: 'New', mobile: newPhone(), department_ids: [department], employee_type: 1 },
    }),
  'user.patch': ({ client }, department) =>
    client.contact.user.patch({ path: { user_id: 'member' }, params: types, data: { department_ids: [department] } }),
  'user.resurrect': ({ client }, department_id) =>
    client.contact.user.resurrect({ path: { user_id: 'leaver' }, params: types, data: { departments: [{ department_id }] } }),
  'unit.bind_department': ({ client, unit }, department_id) =>
    client.contact.unit.bindDepartment({ data: { unit_id: unit, department_id, department_id_type: 'department_id' } }),
  'functional_role_member.scopes': ({ client, role }, department) =>
    client.contact.functionalRoleMember.scopes({
      path: { role_id: role },
      params: types,
      data: { members: ['member'], departments: [department] },
    }),
  'department.get': ({ client }, department_id) => client.contact.department.get({ path: { department_id }, params: types }),
  'department.delete': ({ client }, department_id) => client.contact.department.delete({ path: { department_id }, params: byCode }),
}

describe('whoever sees a part of the company is told alike of a department beyond it and of none', () => {
  test.each(Object.keys(calls))('%s', async (name) => {
    const call = calls[name] as NonNullable<(typeof calls)[string]>
    const place = await scene()
    const told = async (department: string) => {
      const { status, body } = await feishuRefusal(call(place, department))
      expect(body.error.message).toContain(department)
      return [status, body.code, body.msg, body.error.message.replaceAll(department, '…')]
    }
    expect(await told('hidden')).toEqual(await told('nobody'))
  })
})

test('a refusal names a department as the request does', async () => {
  const company = await newCompany(shared.server)
  const { open_department_id: id } = await newDepartment(company.client, { department_id: 'sales' })
  await newPerson(company.client, { department_ids: [id] })
  for (const [department_id, params] of [
    ['sales', byCode],
    [id, {}],
  ] as const) {
    const { body } = await feishuRefusal(company.client.contact.department.delete({ path: { department_id }, params }))
    expect([body.code, body.error.message]).toEqual([43011, expect.stringContaining(`The department ${department_id} still has people`)])
  }
})
