import { describe, expect, test } from 'vitest'
import { newCompany } from '../../../kit/feishu/company.ts'
import { newDepartment } from '../../../kit/feishu/departments.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { newJobFamily } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

/**
 * Source: user/create, department/create, department/patch, group/create and job_family/update: the default of these parameters is empty,
 * and what that stands for.
 */
describe('an empty text, where the page gives it as the default, is as good as nothing', () => {
  test('user.create makes a user_id', async () => {
    const { client } = await newCompany(shared.server)
    const { user_id } = await newPerson(client, { user_id: '', leader_user_id: '', employee_no: '', email: '' })
    expect(user_id).toMatch(/^[0-9a-z]{8}$/)
  })

  test('department.create makes an id and an order, and names no leader', async () => {
    const { client } = await newCompany(shared.server)
    await newDepartment(client, { order: '4' })
    const made = await newDepartment(client, { department_id: '', order: '', leader_user_id: '', leaders: [] })
    expect(made).toMatchObject({ department_id: expect.stringMatching(/^[0-9a-z]{16}$/), order: '5' })
    expect(made).not.toHaveProperty('leader_user_id')
  })

  test('department.patch changes nothing', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const leader = await newPerson(client)
    const { open_department_id: above } = await newDepartment(client)
    const made = await newDepartment(client, { parent_department_id: above, order: '9', leader_user_id: leader.open_id })
    const before = await eventsInCompany(company)
    const { data } = await client.contact.department.patch({
      path: { department_id: made.open_department_id },
      data: { parent_department_id: '', leader_user_id: '', order: '' },
    })
    expect(data?.department).toEqual(made)
    expect(await eventsInCompany(company)).toEqual(before)
  })

  test('department.update takes the leaders away, and keeps the order', async () => {
    const { client } = await newCompany(shared.server)
    const leader = await newPerson(client)
    const made = await newDepartment(client, { name: 'Sales', order: '9', leader_user_id: leader.open_id })
    const { data } = await client.contact.department.update({
      path: { department_id: made.open_department_id },
      data: { name: 'Sales', parent_department_id: '0', leader_user_id: '', order: '' },
    })
    const { leader_user_id: _leader, leaders: _leaders, ...rest } = made
    expect(data?.department).toEqual(rest)
  })

  test('group.create makes an id', async () => {
    const { client } = await newCompany(shared.server)
    const { data } = await client.contact.group.create({ data: { name: 'On call', group_id: '', description: '' } })
    expect(data?.group_id).toMatch(/^[0-9a-z]{16}$/)
  })

  test('job_family.update leaves a family where it is', async () => {
    const company = await newCompany(shared.server)
    const above = await newJobFamily(company)
    const { job_family_id, ...family } = await newJobFamily(company, { parent_job_family_id: above.job_family_id })
    const data = { name: 'Research', parent_job_family_id: '' }
    const changed = await company.client.contact.jobFamily.update({ path: { job_family_id }, data })
    expect(changed.data?.job_family).toEqual({ ...family, job_family_id, name: 'Research' })
  })
})
