import { expect, test } from 'vitest'
import { admin } from '../../kit/admin.ts'
import { newCompany, setCompanyFacts } from '../../kit/feishu/company.ts'
import { newPerson } from '../../kit/feishu/people.ts'
import { addToRole, newRole, roleMembersOf, scopeRole } from '../../kit/feishu/roles.ts'
import { eventsInCompany } from '../../kit/feishu/unchanged.ts'
import { newDepartmentId } from '../../kit/feishu/units.ts'
import { sharedServer } from '../../kit/shared-server.ts'

const shared = sharedServer()

async function place() {
  const company = await newCompany(shared.server)
  const call = (method: string, path: string, body: object) =>
    admin(shared.server, method, `/companies/${company.company}/roles${path}`, body)
  const put = (role: string, person: string, scope: string) => call('PUT', `/${role}/members/${person}`, { scope })
  return { ...company, call, put }
}

type Place = Awaited<ReturnType<typeof place>>

async function refused(company: Place, answer: () => ReturnType<Place['put']>, status: number, code: string): Promise<void> {
  const before = await eventsInCompany(company)
  expect(await answer()).toMatchObject({ status, body: { type: `urn:rollcall:${code}` } })
  expect(await eventsInCompany(company)).toEqual(before)
}

test('a role is made, and a system role; the vendor API gives both to people', async () => {
  const company = await place()
  const { open_id } = await newPerson(company.client)
  for (const system of [true, false, undefined]) {
    const name = `role ${system}`
    const { status, body } = await company.call('POST', '', { name: ` ${name} `, ...(system !== undefined && { system }) })
    expect({ status, body }).toEqual({ status: 201, body: { id: expect.any(String), name, system: system ?? false } })
    expect(await addToRole(company, body.id as string, [open_id])).toEqual([1])
  }
})

test('a role is refused: an unknown company, a taken name, too many', async () => {
  const company = await place()
  await refused(company, () => admin(shared.server, 'POST', '/companies/nowhere/roles', { name: 'role' }), 404, 'company_not_found')
  await newRole(company, 'role')
  await refused(company, () => company.call('POST', '', { name: 'role' }), 409, 'company_role_name_taken')
  await setCompanyFacts(company, { limits: { roles: 1 } })
  await refused(company, () => company.call('POST', '', { name: 'second' }), 409, 'company_role_limit_reached')
  await refused(company, () => company.call('POST', '', { name: '  ' }), 400, 'invalid_input')
})

test('somebody holds a role for all of the company, then for nothing, whatever he held it for before', async () => {
  const company = await place()
  const role = await newRole(company)
  const { open_id, user_id } = await newPerson(company.client)
  expect(await company.put(role, user_id, 'all')).toEqual({ status: 200, body: { person: user_id, scope: 'all' } })
  expect(await roleMembersOf(company, role)).toEqual({ [open_id]: 'All' })
  const events = await eventsInCompany(company)
  await company.put(role, user_id, 'all')
  expect(await eventsInCompany(company)).toEqual(events)
  await scopeRole(company, role, [open_id], [await newDepartmentId(company)])
  await company.put(role, user_id, 'none')
  expect(await roleMembersOf(company, role)).toEqual({ [open_id]: 'None' })
})

test('a member is refused: an unknown company, role or person, one who has resigned, a full role', async () => {
  const company = await place()
  const role = await newRole(company)
  const { open_id, user_id } = await newPerson(company.client)
  const nowhere = () => admin(shared.server, 'PUT', `/companies/nowhere/roles/${role}/members/${user_id}`, { scope: 'all' })
  await refused(company, nowhere, 404, 'company_not_found')
  await refused(company, () => company.put('nowhere', user_id, 'all'), 404, 'company_role_not_found')
  await refused(company, () => company.put(role, 'nobody', 'all'), 404, 'person_not_found')
  await setCompanyFacts(company, { limits: { roleMembers: 0 } })
  await refused(company, () => company.put(role, user_id, 'all'), 409, 'company_role_full')
  await company.client.contact.user.delete({ path: { user_id: open_id }, data: {} })
  await refused(company, () => company.put(role, user_id, 'all'), 409, 'person_resigned')
})
