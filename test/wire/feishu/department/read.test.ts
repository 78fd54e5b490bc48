import { describe, expect, test } from 'vitest'
import { newApp, newCompany, sendRaw, type TestApp } from '../../../kit/feishu/company.ts'
import { newChain, newDepartment } from '../../../kit/feishu/departments.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { appWithin } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
type Caller = Pick<TestApp, 'client'>
const unknown = `od-${'0'.repeat(32)}`
const outside = { http: 403, msg: 'no dept authority error' }
const root = { department_id: '0', open_department_id: '0', status: { is_deleted: false } }

const get = ({ client }: Caller, id: string) => client.contact.department.get({ path: { department_id: id } })
const batch = ({ client }: Caller, ids: readonly string[]) => client.contact.department.batch({ params: { department_ids: [...ids] } })

describe('get', () => {
  test('the root has the name of the company, with a range of all', async () => {
    const company = await newCompany(shared.server, { name: 'Whole Company' })
    expect((await get(company, '0')).data?.department).toEqual({ ...root, name: 'Whole Company' })
    const narrow = await newApp(company, { range: { departments: [] } })
    await expectFeishuRefusal(get(narrow, '0'), 40004, 'root', outside)
  })

  test('40015 for an unknown one; 40004 out of range, be it there or not', async () => {
    const company = await newCompany(shared.server)
    const [top, below] = (await newChain(company.client, 2)) as [string, string]
    await expectFeishuRefusal(get(company, unknown), 40015, unknown, { http: 400, msg: 'department not exist' })
    const narrow = await appWithin(company, { departments: [below] })
    expect((await get(narrow, below)).data?.department?.open_department_id).toBe(below)
    await expectFeishuRefusal(get(narrow, top), 40004, top, outside)
    await expectFeishuRefusal(get(narrow, unknown), 40004, unknown, outside)
    const wider = await appWithin(company, { departments: [top] })
    expect((await get(wider, below)).data?.department?.parent_department_id).toBe(top)
  })

  // Source: department/get, field scopes of leaders.
  test('tells of which kind its leaders are, and who they are with the scope for that', async () => {
    const company = await newCompany(shared.server)
    const { open_id } = await newPerson(company.client)
    const { open_department_id: id } = await newDepartment(company.client, { leader_user_id: open_id })
    const seenWith = async (...scopes: string[]) => {
      const app = await newApp(company, { scopes: ['contact:contact.base:readonly', ...scopes] })
      return (await get(app, id)).data?.department
    }
    expect(await seenWith()).toEqual({ open_department_id: id, leaders: [{ leaderType: 1 }] })
    const placed = await seenWith('contact:department.organize:readonly')
    const leader = expect.stringMatching(/^ou_/)
    expect(placed).toMatchObject({ leader_user_id: leader, leaders: [{ leaderType: 1, leaderID: leader }] })
  })

  test('40001 for an id type that there is not', async () => {
    const company = await newCompany(shared.server)
    const wrong = company.client.contact.department.get({ path: { department_id: '0' }, params: { department_id_type: 'x' as never } })
    await expectFeishuRefusal(wrong, 40001, 'department_id_type', { http: 400, msg: 'param error' })
  })
})

describe('batch', () => {
  test('departments in the order that was asked for, each once, the root first', async () => {
    const company = await newCompany(shared.server)
    const [top, below] = (await newChain(company.client, 2)) as [string, string]
    const { data } = await batch(company, [below, '0', top, below])
    expect(data?.items?.map(({ open_department_id }) => open_department_id)).toEqual(['0', below, top])
  })

  test('40008, 40004, 40014, 40011, 40001', async () => {
    const company = await newCompany(shared.server)
    const [top, below] = (await newChain(company.client, 2)) as [string, string]
    await expectFeishuRefusal(batch(company, [top, unknown]), 40008, unknown, { http: 400, msg: 'dept Info is null error' })
    const narrow = await appWithin(company, { departments: [below] })
    await expectFeishuRefusal(batch(narrow, [below, top]), 40004, top, outside)
    await expectFeishuRefusal(batch(narrow, [below, '0']), 40014, 'root', { http: 403, msg: 'no parent dept authority error' })
    const many = Array.from({ length: 51 }, () => below)
    await expectFeishuRefusal(batch(company, many), 40011, '50', { http: 400, msg: 'page size is more than 50 error' })
    await expectFeishuRefusal(batch(company, []), 40001, 'department_ids', { http: 400, msg: 'param is invalid' })
    expect((await batch(company, many.slice(0, 50))).data?.items).toHaveLength(1)
  })
})

describe('parent', () => {
  const parent = ({ client }: Caller, department_id: string, params: object = {}) =>
    client.contact.department.parent({ params: { department_id, ...params } })
  const ids = (answer: Awaited<ReturnType<typeof parent>>) => (answer.data?.items ?? []).map(({ open_department_id }) => open_department_id)

  test('from the parent up, in pages, without the root, cut at the top of the range', async () => {
    const company = await newCompany(shared.server)
    const [one, two, three, four] = (await newChain(company.client, 4)) as [string, string, string, string]
    expect(ids(await parent(company, four))).toEqual([three, two, one])
    const first = await parent(company, four, { page_size: 2 })
    expect([ids(first), first.data?.has_more]).toEqual([[three, two], true])
    const second = await parent(company, four, { page_size: 2, page_token: first.data?.page_token })
    expect([ids(second), second.data?.has_more, second.data?.page_token]).toEqual([[one], false, undefined])
    expect(ids(await parent(await appWithin(company, { departments: [two] }), four))).toEqual([three, two])
    await expectFeishuRefusal(parent(company, three, { page_token: first.data?.page_token }), 40012, 'page_token')
  })

  test('44102, 40002, 40008, 40004, 40014, 40011, 40001', async () => {
    const company = await newCompany(shared.server)
    const [top, below] = (await newChain(company.client, 2)) as [string, string]
    for (const query of ['', '?department_id=']) {
      const bare = await sendRaw(company, 'GET', `/contact/v3/departments/parent${query}`)
      expect([bare.status, bare.body.code, bare.body.msg]).toEqual([400, 44102, 'miss department_id error'])
    }
    await expectFeishuRefusal(parent(company, '0'), 40002, 'root', { http: 400, msg: 'process root dept error' })
    await expectFeishuRefusal(parent(company, unknown), 40008, unknown, { http: 400, msg: 'dept Info is null error' })
    const narrow = await appWithin(company, { departments: [below] })
    await expectFeishuRefusal(parent(narrow, top), 40004, top, outside)
    await expectFeishuRefusal(parent(narrow, '0'), 40014, 'root', { http: 403, msg: 'no parent dept authority error' })
    await expectFeishuRefusal(parent(company, top, { page_size: 51 }), 40011, 'page_size', { http: 400, msg: 'page size is invalid' })
    await expectFeishuRefusal(parent(company, top, { user_id_type: 'x' }), 40001, 'user_id_type', { http: 400, msg: 'param error' })
  })
})
