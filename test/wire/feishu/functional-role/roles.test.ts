import { expect, test } from 'vitest'
import { newCompany, setCompanyFacts } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { addToRole, newRole, newSystemRole, roleMembersOf } from '../../../kit/feishu/roles.ts'
import { eventsInCompany, expectNothingDone, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

async function place() {
  const company = await newCompany(shared.server)
  const { functionalRole } = company.client.contact
  const create = (data: object) => functionalRole.create({ data: data as never })
  const update = (role_id: string, data: object) => functionalRole.update({ path: { role_id }, data: data as never })
  const remove = (role_id: string) => functionalRole.delete({ path: { role_id } })
  return { ...company, create, update, remove }
}

const unknown = { code: 41202, words: '0123456789abcdef', http: 404, msg: 'role id is not exist' }
const malformed = { code: 99992402, words: 'role_name', http: 400, msg: 'field validation failed' }
const badNames: { what: string; data: object }[] = [
  { what: 'none', data: {} },
  { what: 'an empty one', data: { role_name: '' } },
  { what: 'white space', data: { role_name: '   ' } },
  { what: '51 characters', data: { role_name: '角'.repeat(51) } },
  { what: 'a number', data: { role_name: 7 } },
]

test('create answers the id of a role that nobody holds', async () => {
  const company = await place()
  const answer = await company.create({ role_name: ' 招聘经理 ' })
  expect(answer).toEqual({ code: 0, msg: 'success', data: { role_id: expect.stringMatching(/^[0-9a-f]{16}$/) } })
  const role = answer.data?.role_id as string
  expect(await roleMembersOf(company, role)).toEqual({})
  const events = await eventsInCompany(company)
  expect(events.at(-1)).toMatchObject({ kind: 'company_role_created', subject: role, after: { name: '招聘经理', isSystem: false } })
})

test('create takes names that differ in their case, of up to 50 characters', async () => {
  const company = await place()
  const names = ['Buyer', 'buyer', '🏭'.repeat(50)]
  for (const name of names) await newRole(company, name)
  expect((await eventsInCompany(company)).flatMap(({ kind, after }) => (kind === 'company_role_created' ? [after?.name] : []))).toEqual(
    names,
  )
})

test('create, 41201: another role has the name, whatever white space is around it', async () => {
  const company = await place()
  await newRole(company, 'buyer')
  await newSystemRole(company, 'owner')
  for (const role_name of ['buyer', ' buyer', 'owner']) {
    const refusal = { code: 41201, words: role_name.trim(), http: 400, msg: 'role name is exist' }
    await expectNothingDone(company, () => company.create({ role_name }), refusal)
  }
  await newRole(await place(), 'buyer')
})

test('create, 41208: as many roles as the company may have', async () => {
  const company = await place()
  await setCompanyFacts(company, { limits: { roles: 2 } })
  const first = await newRole(company)
  await newRole(company)
  const refusal = { code: 41208, words: '2', http: 400, msg: 'tenant role not more 500' }
  await expectNothingDone(company, () => company.create({ role_name: 'third' }), refusal)
  await company.remove(first)
  await newRole(company, 'third')
})

test.each(badNames)('create and update, 99992402: $what for a name', async ({ data }) => {
  const company = await place()
  const role = await newRole(company)
  await expectNothingDone(company, () => company.create(data), malformed)
  await expectNothingDone(company, () => company.update(role, data), malformed)
})

test('update renames a role; the old name is free, the same name again changes nothing', async () => {
  const company = await place()
  const role = await newRole(company, 'buyer')
  expect(await company.update(role, { role_name: 'seller' })).toEqual({ code: 0, msg: 'success', data: {} })
  const events = await eventsInCompany(company)
  expect(events.at(-1)).toMatchObject({ kind: 'company_role_changed', subject: role, before: { name: 'buyer' }, after: { name: 'seller' } })
  await company.update(role, { role_name: ' seller ' })
  expect(await eventsInCompany(company)).toEqual(events)
  await newRole(company, 'buyer')
})

test('update, 41201: another role has the name', async () => {
  const company = await place()
  await newRole(company, 'buyer')
  const role = await newRole(company, 'seller')
  const refusal = { code: 41201, words: 'buyer', http: 400, msg: 'role name is existed' }
  await expectNothingDone(company, () => company.update(role, { role_name: 'buyer' }), refusal)
})

test('update, 41213: a role that came with the company', async () => {
  const company = await place()
  const role = await newSystemRole(company, 'owner')
  const refusal = { code: 41213, words: 'owner', http: 400, msg: 'system role not support update' }
  await expectNothingDone(company, () => company.update(role, { role_name: 'buyer' }), refusal)
})

test('update and delete, 41202: no such role, one that was deleted, one of another company', async () => {
  const company = await place()
  const gone = await newRole(company)
  await company.remove(gone)
  const foreign = await newRole(await place())
  for (const role of ['0123456789abcdef', gone, foreign]) {
    const refusal = { ...unknown, words: role }
    await expectNothingDone(company, () => company.update(role, { role_name: 'buyer' }), refusal)
    await expectNothingDone(company, () => company.remove(role), refusal)
  }
})

test('delete takes a role away, and its name is free', async () => {
  const company = await place()
  const role = await newRole(company, 'buyer')
  expect(await company.remove(role)).toEqual({ code: 0, msg: 'success', data: {} })
  expect(await kindsOf(company, role)).toEqual(['company_role_created', 'company_role_deleted'])
  expect(await newRole(company, 'buyer')).not.toBe(role)
})

test('delete, 41206: somebody holds the role, until nobody does', async () => {
  const company = await place()
  const role = await newRole(company)
  const { open_id } = await newPerson(company.client)
  await addToRole(company, role, [open_id])
  const refusal = { code: 41206, words: '1 member', http: 400, msg: 'functional role has members, can not delete' }
  await expectNothingDone(
    company,
    () => company.remove(role),
    refusal,
    () => roleMembersOf(company, role),
  )
  await company.client.contact.functionalRoleMember.batchDelete({ path: { role_id: role }, data: { members: [open_id] } })
  await company.remove(role)
  const list = company.client.contact.functionalRoleMember.list({ path: { role_id: role } })
  await expectFeishuRefusal(list, 41202, role, { http: 404, msg: 'role id is not exist' })
})
