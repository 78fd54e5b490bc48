import { describe, expect, test } from 'vitest'
import { newCompany, sendRaw, type TestApp } from '../../../kit/feishu/company.ts'
import { newChain, newDepartment } from '../../../kit/feishu/departments.ts'
import { appWithin } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
type Caller = Pick<TestApp, 'client'>
const unknown = `od-${'0'.repeat(32)}`

interface Page {
  readonly data?: { items?: { open_department_id?: string | undefined }[] | undefined; has_more?: boolean; page_token?: string } | undefined
}

const children = ({ client }: Caller, id: string, params: object = {}): Promise<Page> =>
  client.contact.department.children({ path: { department_id: id }, params })
/** The historic call, which the client calls `list`. */
const list = ({ client }: Caller, parent: string | undefined, params: object = {}): Promise<Page> =>
  client.contact.department.list({ params: { ...(parent !== undefined && { parent_department_id: parent }), ...params } })

const ids = ({ data }: Page) => (data?.items ?? []).map(({ open_department_id }) => open_department_id)

async function allPages(call: (params: object) => Promise<Page>, params: object): Promise<(string | undefined)[][]> {
  const pages: (string | undefined)[][] = []
  let page_token: string | undefined
  do {
    const page = await call({ ...params, ...(page_token && { page_token }) })
    pages.push(ids(page))
    page_token = page.data?.page_token
    expect(page.data?.has_more).toBe(page_token !== undefined)
  } while (page_token)
  return pages
}

/** Two trees: the names say where each stands, the orders that b comes before a. */
async function forest() {
  const company = await newCompany(shared.server)
  const made: Record<string, string> = {}
  const add = async (name: string, parent: string, order: string) => {
    const { open_department_id: id } = await newDepartment(company.client, { name, parent_department_id: made[parent] ?? '0', order })
    made[name] = id
  }
  await add('a', '', '5')
  await add('b', '', '4')
  await add('a1', 'a', '9')
  await add('a2', 'a', '1')
  await add('b1', 'b', '3')
  await add('a2x', 'a2', '1')
  const nameOf = (id: string | undefined) => Object.keys(made).find((name) => made[name] === id)
  return { company, made, names: (pages: (string | undefined)[][]) => pages.map((page) => page.map(nameOf)) }
}

describe('children', () => {
  test('direct ones by order; with fetch_child all below, level by level', async () => {
    const { company, made, names } = await forest()
    const pages = (id: string, params: object) => allPages((more) => children(company, id, more), params)
    expect(names(await pages('0', {}))).toEqual([['b', 'a']])
    expect(names(await pages('0', { page_size: 1 }))).toEqual([['b'], ['a']])
    expect(names(await pages(made.a as string, {}))).toEqual([['a2', 'a1']])
    expect(names(await pages(made.a as string, { fetch_child: true }))).toEqual([['a2', 'a1', 'a2x']])
    expect(names(await pages('0', { fetch_child: true }))).toEqual([['b', 'a', 'a2', 'b1', 'a1', 'a2x']])
    for (const page_size of [1, 2, 3, 4, 5, 6]) {
      expect(names(await pages('0', { fetch_child: true, page_size })).flat()).toEqual(['b', 'a', 'a2', 'b1', 'a1', 'a2x'])
      expect(names(await pages(made.a as string, { fetch_child: true, page_size })).flat()).toEqual(['a2', 'a1', 'a2x'])
    }
    expect(await pages(made.b1 as string, { fetch_child: true })).toEqual([[]])
  })

  test('a page has 10 unless told otherwise, and 50 at most', async () => {
    const company = await newCompany(shared.server)
    for (let count = 0; count < 11; count++) await newDepartment(company.client)
    expect(ids(await children(company, '0'))).toHaveLength(10)
    expect(ids(await children(company, '0', { page_size: 50 }))).toHaveLength(11)
    await expectFeishuRefusal(children(company, '0', { page_size: 51 }), 40011, 'page_size', { http: 400, msg: 'page size is invalid' })
  })

  test('40012: a token of another list, of the same with other filters, or of nobody', async () => {
    const { company, made } = await forest()
    const { data } = await children(company, '0', { page_size: 1 })
    const page_token = data?.page_token
    const refusal = { http: 400, msg: 'page token is invalid error' }
    await expectFeishuRefusal(children(company, '0', { fetch_child: true, page_token }), 40012, 'page_token', refusal)
    await expectFeishuRefusal(children(company, made.a as string, { page_token }), 40012, 'page_token', refusal)
    await expectFeishuRefusal(list(company, '0', { page_token }), 40012, 'page_token', refusal)
    await expectFeishuRefusal(children(company, '0', { page_token: 'x' }), 40012, 'page_token', refusal)
  })
})

describe('of children and list', () => {
  const both = [
    { verb: 'children', call: children },
    { verb: 'list', call: (company: Caller, id: string, params: object = {}) => list(company, id, params) },
  ]
  test.for(both)('$verb: 40008 for an unknown department, 40004 out of range, 40014 for the root without all', async ({ call }) => {
    const company = await newCompany(shared.server)
    const [top, below] = (await newChain(company.client, 2)) as [string, string]
    await expectFeishuRefusal(call(company, unknown), 40008, unknown, { http: 400, msg: 'dept Info is null error' })
    const narrow = await appWithin(company, { departments: [below] })
    await expectFeishuRefusal(call(narrow, top), 40004, top, { http: 403, msg: 'no dept authority error' })
    await expectFeishuRefusal(call(narrow, unknown), 40004, unknown, { http: 403, msg: 'no dept authority error' })
    await expectFeishuRefusal(call(narrow, '0'), 40014, 'root', { http: 403, msg: 'no parent dept authority error' })
    expect(ids(await call(narrow, below))).toEqual([])
  })

  // The Python SDK hands its booleans to the query as Python writes them.
  test.for(both)('$verb: fetch_child as True and False', async ({ verb }) => {
    const { company, names } = await forest()
    const path = verb === 'children' ? '/contact/v3/departments/0/children?' : '/contact/v3/departments?parent_department_id=0&'
    const asked = async (written: string) => {
      const { status, body } = await sendRaw(company, 'GET', `${path}fetch_child=${written}`)
      expect(status, JSON.stringify(body)).toBe(200)
      return names([ids(body)])
    }
    expect(await asked('True')).toEqual(await asked('true'))
    expect(await asked('False')).toEqual(await asked('false'))
    expect(await asked('True')).not.toEqual(await asked('False'))
    const { status, body } = await sendRaw(company, 'GET', `${path}fetch_child=TRUE`)
    expect([status, body.code]).toEqual([400, 99992402])
  })

  test.for(both)('$verb: 40011 for a page of 0 or 51', async ({ call }) => {
    const company = await newCompany(shared.server)
    const refusal = { http: 400, msg: 'page size is invalid' }
    await expectFeishuRefusal(call(company, '0', { page_size: '0' }), 40011, 'page_size', refusal)
    await expectFeishuRefusal(call(company, '0', { page_size: 51 }), 40011, 'page_size', refusal)
  })
})

describe('list', () => {
  test('below a department as children does; without one, the root, or what the range names', async () => {
    const { company, made, names } = await forest()
    expect(names([ids(await list(company, '0'))])).toEqual([['b', 'a']])
    expect(names([ids(await list(company, made.a, { fetch_child: true }))])).toEqual([['a2', 'a1', 'a2x']])
    expect(ids(await list(company, undefined))).toEqual(['0'])
    const narrow = await appWithin(company, { departments: [made.a2, made.b] as string[] })
    const granted = await allPages((more) => list(narrow, undefined, more), { page_size: 1 })
    expect(names(granted).flat().sort()).toEqual(['a2', 'b'])
    const all = await allPages((more) => list(narrow, undefined, more), { page_size: 3, fetch_child: true })
    expect(names(all).flat().sort()).toEqual(['a2', 'a2x', 'b', 'b1'])
    await expectFeishuRefusal(list(narrow, undefined, { page_token: 'x' }), 40012, 'page_token')
  })
})
