import { describe, expect, test } from 'vitest'
import { newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { expectNoChange, newDepartment } from '../../../kit/feishu/departments.ts'
import { appWithin } from '../../../kit/feishu/places.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
type Caller = Pick<TestApp, 'client'>
const unknown = `od-${'0'.repeat(32)}`

describe('update_department_id', () => {
  const rename = ({ client }: Caller, id: string, new_department_id: string) =>
    client.contact.department.updateDepartmentId({ path: { department_id: id }, data: { new_department_id } })

  test('the id is another, the open one stays, and the department is found by the new one', async () => {
    const company = await newCompany(shared.server)
    const { open_department_id: id } = await newDepartment(company.client, { department_id: 'old' })
    expect(await rename(company, id, 'new_1@b')).toEqual({ code: 0, msg: 'success', data: {} })
    const params = { department_id_type: 'department_id' } as const
    const got = await company.client.contact.department.get({ path: { department_id: 'new_1@b' }, params })
    expect(got.data?.department).toMatchObject({ open_department_id: id, department_id: 'new_1@b' })
    expect((await eventsInCompany(company)).at(-1)).toMatchObject({
      kind: 'department_changed',
      before: { code: 'old' },
      after: { code: 'new_1@b' },
    })
    await newDepartment(company.client, { department_id: 'old' })
  })

  test('the id that it has is no change, and 43009 comes after as many changes as the company allows', async () => {
    const company = await newCompany(shared.server)
    const { open_department_id: id } = await newDepartment(company.client, { department_id: 'first' })
    await rename(company, id, 'first')
    await rename(company, id, 'second')
    const refusal = { code: 43009, words: id, msg: 'exceed update custom dept limit error' }
    await expectNoChange(company, () => rename(company, id, 'third'), refusal)
    await setCompanyFacts(company, { limits: { departmentCodeChanges: 2 } })
    await rename(company, id, 'third')
  })

  test.for(['0', '1', 'od-x', 'a b', '', 'x'.repeat(65)])('40001 for the new id "%s"', async (wrong) => {
    const company = await newCompany(shared.server)
    const { open_department_id: id } = await newDepartment(company.client)
    await expectNoChange(company, () => rename(company, id, wrong), {
      code: 40001,
      words: 'new_department_id',
      msg: 'invalid params',
    })
  })

  test('43007 for an id that is taken, 40008 for an unknown department, 40001 for the root, 40007 out of range', async () => {
    const company = await newCompany(shared.server)
    const { open_department_id: id } = await newDepartment(company.client, { department_id: 'taken' })
    const { open_department_id: other } = await newDepartment(company.client)
    const taken = { code: 43007, words: 'taken', msg: 'duplicated department custom id error' }
    await expectNoChange(company, () => rename(company, other, 'taken'), taken)
    await expectNoChange(company, () => rename(company, unknown, 'n'), {
      code: 40008,
      words: unknown,
      msg: 'dept Info is null error',
    })
    await expectNoChange(company, () => rename(company, '0', 'n'), { code: 40001, words: 'root', msg: 'invalid params' })
    const narrow = await appWithin(company, { departments: [id] })
    const refusal = { code: 40007, http: 403, words: other, msg: 'can not update dept custom id error' }
    await expectNoChange(company, () => rename(narrow, other, 'n'), refusal)
    await rename(narrow, id, 'n')
  })

  test('43031 for departments that are fed from outside', async () => {
    const company = await newCompany(shared.server)
    const { open_department_id: id } = await newDepartment(company.client)
    await setCompanyFacts(company, { fedFromOutside: true })
    const refusal = { code: 43031, words: 'another system', msg: 'Unable to edit data from external data sources' }
    await expectNoChange(company, () => rename(company, id, 'n'), refusal)
  })
})

describe('unbind_department_chat', () => {
  const unbind = ({ client }: Caller, department_id: string) => client.contact.department.unbindDepartmentChat({ data: { department_id } })

  test('the department has no chat any more, and may get another', async () => {
    const company = await newCompany(shared.server)
    const made = await newDepartment(company.client, { create_group_chat: true })
    const id = made.open_department_id
    expect(await unbind(company, id)).toEqual({ code: 0, msg: 'success', data: {} })
    const { chat_id, ...rest } = made
    expect((await company.client.contact.department.get({ path: { department_id: id } })).data?.department).toEqual(rest)
    expect((await eventsInCompany(company)).at(-1)).toMatchObject({
      kind: 'department_changed',
      before: { chat: chat_id },
      after: { chat: null },
    })
    const again = await company.client.contact.department.patch({ path: { department_id: id }, data: { create_group_chat: true } })
    expect(again.data?.department?.chat_id).toMatch(/^oc_/)
    expect(again.data?.department?.chat_id).not.toBe(chat_id)
  })

  test('40020 without a chat, 40002 for the root, 40008 for an unknown department, 40004 out of range', async () => {
    const company = await newCompany(shared.server)
    const { open_department_id: bare } = await newDepartment(company.client)
    const { open_department_id: chatting } = await newDepartment(company.client, { create_group_chat: true })
    const none = { code: 40020, http: 403, words: bare, msg: 'department does not have a chat error' }
    await expectNoChange(company, () => unbind(company, bare), none)
    await expectNoChange(company, () => unbind(company, '0'), { code: 40002, words: 'root', msg: 'process root dept error' })
    await expectNoChange(company, () => unbind(company, unknown), { code: 40008, words: unknown, msg: 'dept Info is null error' })
    const narrow = await appWithin(company, { departments: [bare] })
    const outside = { code: 40004, http: 403, words: chatting, msg: 'no dept authority error' }
    await expectNoChange(company, () => unbind(narrow, chatting), outside)
    const missing = { code: 99992402, words: 'department_id', msg: 'field validation failed' }
    await expectNoChange(company, () => unbind(company, undefined as never), missing)
  })
})
