import { expect, test } from 'vitest'
import { everyScope } from '../../../../src/dialects/feishu/every-scope.ts'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { newPeople, newPerson } from '../../../kit/feishu/people.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { addToRole, newRole, putRoleMember, roleMembersOf, scopeRole } from '../../../kit/feishu/roles.ts'
import { newDepartmentId } from '../../../kit/feishu/units.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

/** A role held for all of the company, for some departments, and for nothing. */
async function place() {
  const company = await newCompany(shared.server)
  const role = await newRole(company)
  const department = await newDepartmentId(company, { custom: 'plant' })
  const [all, part, none] = [await newPerson(company.client), await newPerson(company.client), await newPerson(company.client)]
  await putRoleMember(company, role, all.user_id, 'all')
  await addToRole(company, role, [part.open_id, none.open_id])
  await scopeRole(company, role, [part.open_id], [department])
  const { list, get } = company.client.contact.functionalRoleMember
  return { ...company, role, department, all, part, none, list, get }
}

test('list shows for what each member holds the role', async () => {
  const { role, department, all, part, none, ...company } = await place()
  const { data } = await company.list({ path: { role_id: role } })
  expect(data?.has_more).toBe(false)
  expect(data?.members).toHaveLength(3)
  expect(data?.members).toEqual(
    expect.arrayContaining([
      { user_id: all.open_id, scope_type: 'All' },
      { user_id: part.open_id, scope_type: 'Part', department_ids: [department] },
      { user_id: none.open_id, scope_type: 'None' },
    ]),
  )
})

test('list and get write ids as they are asked to', async () => {
  const { role, part, ...company } = await place()
  const params = { user_id_type: 'user_id', department_id_type: 'department_id' } as const
  const shown = { user_id: part.user_id, scope_type: 'Part', department_ids: ['plant'] }
  const { data } = await company.list({ path: { role_id: role }, params })
  expect(data?.members).toContainEqual(shown)
  const one = await company.get({ path: { role_id: role, member_id: part.user_id }, params })
  expect(one).toEqual({ code: 0, msg: 'success', data: { member: shown } })
  const union = await company.get({ path: { role_id: role, member_id: part.union_id }, params: { user_id_type: 'union_id' } })
  expect(union.data?.member?.user_id).toBe(part.union_id)
})

// Source: field scopes of functional_role-member/list.
test('a user_id is shown to apps that may read it', async () => {
  const { role, part, ...company } = await place()
  const scopes = everyScope().filter((scope) => scope !== 'contact:user.employee_id:readonly')
  const blind = (await newApp(company, { scopes })).client.contact.functionalRoleMember
  const params = { user_id_type: 'user_id' } as const
  const { data } = await blind.list({ path: { role_id: role }, params })
  expect(data?.members?.map(({ user_id }) => user_id)).toEqual([undefined, undefined, undefined])
  const one = await blind.get({ path: { role_id: role, member_id: part.user_id }, params })
  expect(one.data?.member).toEqual({ scope_type: 'Part', department_ids: expect.any(Array) })
})

test('list gives every member once, in the order in which they came, also while some go', async () => {
  const company = await newCompany(shared.server)
  const role = await newRole(company)
  const people = (await newPeople(company.client, 7)).map(({ open_id }) => open_id)
  for (const person of people) {
    await addToRole(company, role, [person])
    shared.clock.pass(1000)
  }
  const { functionalRoleMember } = company.client.contact
  const told: (string | undefined)[] = []
  let token: string | undefined
  do {
    const params = { page_size: 2, ...(token && { page_token: token }) }
    const { data } = await functionalRoleMember.list({ path: { role_id: role }, params })
    const page = (data?.members ?? []).map(({ user_id }) => user_id)
    told.push(...page)
    if (told.length === 2) await functionalRoleMember.batchDelete({ path: { role_id: role }, data: { members: people.slice(1, 2) } })
    expect(Boolean(data?.page_token)).toBe(data?.has_more)
    token = data?.page_token
  } while (token)
  expect(told).toEqual(people)
})

test('list without page_size, and with 0, has up to 20 members', async () => {
  const company = await newCompany(shared.server)
  const role = await newRole(company)
  await addToRole(
    company,
    role,
    (await newPeople(company.client, 21)).map(({ open_id }) => open_id),
  )
  for (const params of [{}, { page_size: 0 }]) {
    const { data } = await company.client.contact.functionalRoleMember.list({ path: { role_id: role }, params })
    expect([data?.members?.length, data?.has_more]).toEqual([20, true])
  }
})

test('who is beyond the range of an app is not shown to it', async () => {
  const company = await newCompany(shared.server)
  const role = await newRole(company)
  const seen = await newDepartmentId(company)
  const near = await newPerson(company.client, { department_ids: [seen] })
  const far = await newPerson(company.client)
  await addToRole(company, role, [near.open_id, far.open_id])
  const narrow = await newApp(company, { range: { departments: [seen] } })
  expect(Object.keys(await roleMembersOf(narrow, role))).toHaveLength(1)
  const get = narrow.client.contact.functionalRoleMember.get
  const params = { user_id_type: 'user_id' } as const
  expect((await get({ path: { role_id: role, member_id: near.user_id }, params })).data?.member?.user_id).toBe(near.user_id)
  const told = { http: 404, msg: 'member id is not exist' }
  await expectFeishuRefusal(get({ path: { role_id: role, member_id: far.user_id }, params }), 41203, far.user_id, told)
})

test('list and get, 41202: no such role', async () => {
  const { list, get, part } = await place()
  const told = { http: 404, msg: 'role id is not exist' }
  await expectFeishuRefusal(list({ path: { role_id: 'nowhere' } }), 41202, 'nowhere', told)
  await expectFeishuRefusal(get({ path: { role_id: 'nowhere', member_id: part.open_id } }), 41202, 'nowhere', told)
})

test('get, 41203: somebody without the role, nobody at all, an id of another form', async () => {
  const { get, role, part, ...company } = await place()
  const { open_id } = await newPerson(company.client)
  for (const member_id of [open_id, `ou_${'0'.repeat(32)}`, part.user_id, 'ou_?']) {
    const told = { http: 404, msg: 'member id is not exist' }
    await expectFeishuRefusal(get({ path: { role_id: role, member_id } }), 41203, member_id.replace('?', ''), told)
  }
})

test.each([{ page_size: -1 }, { page_size: 101 }, { page_size: 'many' }, { page_token: 'nowhere' }, { user_id_type: 'email' }])(
  'list, 40001: %j',
  async (params) => {
    const { list, role } = await place()
    const [name] = Object.keys(params)
    await expectFeishuRefusal(list({ path: { role_id: role }, params: params as never }), 40001, name, { http: 400, msg: 'param error' })
  },
)

test('list, 40001: a page_token of another role', async () => {
  const { list, role, ...company } = await place()
  const { data } = await list({ path: { role_id: role }, params: { page_size: 1 } })
  const other = await newRole(company)
  const params = { page_token: data?.page_token as string }
  await expectFeishuRefusal(list({ path: { role_id: other }, params }), 40001, 'page_token', { http: 400, msg: 'param error' })
})
