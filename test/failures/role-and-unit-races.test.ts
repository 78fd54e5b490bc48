import { expect, test } from 'vitest'
import { unique } from '../kit/directory.ts'
import { onEveryEngine, type TestEngine } from '../kit/engines.ts'
import { newCompany, setCompanyFacts } from '../kit/feishu/company.ts'
import { newPeople } from '../kit/feishu/people.ts'
import { newRole, roleMembersOf } from '../kit/feishu/roles.ts'
import { eventsInCompany } from '../kit/feishu/unchanged.ts'
import { departmentsIn, newDepartmentId, newUnit, unitsOf } from '../kit/feishu/units.ts'
import { startSideBySide } from '../kit/side-by-side.ts'
import { callers, clientsOf, tally } from './feishu-callers.ts'

async function place(engine: TestEngine, limits: Record<string, number> = {}) {
  const servers = await startSideBySide(engine)
  const company = await newCompany(servers[0])
  if (Object.keys(limits).length > 0) await setCompanyFacts(company, { limits })
  const count = async (kind: string) => (await eventsInCompany(company)).filter((event) => event.kind === kind).length
  return { ...company, clients: await clientsOf(company, servers), count }
}

onEveryEngine(`roles and units under ${callers} callers`, (engine) => {
  test('one role and one unit of each name is made, and one unit of each id', async () => {
    const { clients, count, ...company } = await place(engine)
    const role_name = unique('role')
    expect(await tally(clients.map(({ contact }) => contact.functionalRole.create({ data: { role_name } })))).toEqual({
      0: 1,
      41201: callers - 1,
    })
    const data = { name: unique('unit'), unit_type: 'region' }
    expect(await tally(clients.map(({ contact }) => contact.unit.create({ data })))).toEqual({ 0: 1, 43055: callers - 1 })
    const chosen = (index: number) => ({ ...data, unit_id: 'same', name: `unit ${index}` })
    const calls = clients.map(({ contact }, index) => contact.unit.create({ data: chosen(index) }))
    expect(await tally(calls)).toEqual({ 0: 1, 43056: callers - 1 })
    expect([await count('company_role_created'), await count('unit_created')]).toEqual([1, 2])
    expect(await unitsOf(company)).toHaveLength(2)
  })

  test('limits of roles, members of a role, units and departments of a unit hold', async () => {
    const { clients, count, ...company } = await place(engine, { roles: 5, roleMembers: 7, units: 4, departmentsOfUnit: 3 })
    const roles = clients.map(({ contact }) => contact.functionalRole.create({ data: { role_name: unique('role') } }))
    expect(await tally(roles)).toEqual({ 0: 5, 41208: callers - 5 })
    const units = clients.map(({ contact }) => contact.unit.create({ data: { name: unique('unit'), unit_type: 'region' } }))
    expect(await tally(units)).toEqual({ 0: 4, 43059: callers - 4 })
    expect([await count('company_role_created'), await count('unit_created')]).toEqual([5, 4])

    const role = (await eventsInCompany(company)).find(({ kind }) => kind === 'company_role_created')?.subject as string
    const people = await newPeople(company.client, 10)
    const added = clients.map(({ contact }, index) =>
      contact.functionalRoleMember.batchCreate({ path: { role_id: role }, data: { members: [people[index % 10]?.open_id as string] } }),
    )
    expect(Object.keys(await tally(added)).sort()).toEqual(['0', '41209'])
    expect([Object.keys(await roleMembersOf(company, role)).length, await count('role_person_added')]).toEqual([7, 7])

    const unit = (await eventsInCompany(company)).find(({ kind }) => kind === 'unit_created')?.subject as string
    const departments = await Promise.all(Array.from({ length: 6 }, () => newDepartmentId(company)))
    const bound = clients.map(({ contact }, index) =>
      contact.unit.bindDepartment({ data: { unit_id: unit, department_id: departments[index % 6] as string } }),
    )
    expect(Object.keys(await tally(bound)).sort()).toEqual(['0', '43017'])
    expect([(await departmentsIn(company, unit)).length, await count('unit_department_bound')]).toEqual([3, 3])
  })

  test('a department goes to one of many units, and somebody gets a role once', async () => {
    const { clients, count, ...company } = await place(engine)
    const units = [await newUnit(company), await newUnit(company)]
    const department_id = await newDepartmentId(company)
    const bound = clients.map(({ contact }, index) =>
      contact.unit.bindDepartment({ data: { unit_id: units[index % 2] as string, department_id } }),
    )
    expect(await tally(bound)).toEqual({ 0: callers / 2, 43054: callers / 2 })
    expect(await count('unit_department_bound')).toBe(1)
    expect((await Promise.all(units.map((unit) => departmentsIn(company, unit)))).flat()).toEqual([department_id])

    const role_id = await newRole(company)
    const people = (await newPeople(company.client, 3)).map(({ open_id }) => open_id)
    const path = { role_id }
    const results = await Promise.all(
      clients.map(({ contact }) => contact.functionalRoleMember.batchCreate({ path, data: { members: people } })),
    )
    const done = results.flatMap(({ data }) => data?.results ?? []).filter(({ reason }) => reason === 1)
    expect([done.length, await count('role_person_added')]).toEqual([3, 3])
    const removals = await Promise.all(
      clients.map(({ contact }) => contact.functionalRoleMember.batchDelete({ path, data: { members: people } })),
    )
    const gone = removals.flatMap(({ data }) => data?.result ?? []).filter(({ reason }) => reason === 1)
    expect([gone.length, await count('role_person_removed'), await roleMembersOf(company, role_id)]).toEqual([3, 3, {}])
  })

  test('a role that is deleted while it is given leaves nobody behind', async () => {
    const { clients, count, ...company } = await place(engine)
    const [person] = await newPeople(company.client, 1)
    for (let round = 0; round < 5; round++) {
      const path = { role_id: await newRole(company) }
      const data = { members: [person?.open_id as string] }
      const [first, second] = clients
      await tally([
        first?.contact.functionalRoleMember.batchCreate({ path, data }) as Promise<unknown>,
        second?.contact.functionalRole.delete({ path }) as Promise<unknown>,
      ])
      const deleted = await count('company_role_deleted')
      const added = await count('role_person_added')
      expect(deleted + added).toBe(round + 1)
    }
  })
})
