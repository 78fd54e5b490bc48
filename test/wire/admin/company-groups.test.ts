import { beforeAll, describe, expect, test } from 'vitest'
import { admin } from '../../kit/admin.ts'
import { newCompany, setCompanyFacts, type TestApp } from '../../kit/feishu/company.ts'
import { changeMembers, groupNow, join, membersOf, newGroup, type PlacedPerson, placePeople, putGroup } from '../../kit/feishu/groups.ts'
import { eventsInCompany, kindsOf } from '../../kit/feishu/unchanged.ts'
import { newDepartmentId } from '../../kit/feishu/units.ts'
import { sharedServer } from '../../kit/shared-server.ts'

const kit = sharedServer()

describe('groups of a company through the administration', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await newCompany(kit.server)
  })

  /** The problem that a call meets; nothing happened in the company meanwhile. */
  const refused = async ({ company }: Pick<TestApp, 'company'>, method: string, path: string, body?: object) => {
    const before = await eventsInCompany({ server: kit.server, company })
    const answer = await admin<{ type: string }>(kit.server, method, `/companies/${company}/groups/${path}`, body)
    expect(await eventsInCompany({ server: kit.server, company })).toEqual(before)
    return [answer.status, answer.body.type.replace('urn:rollcall:', '')]
  }

  test('PutCompanyGroup makes a group, then has it be as told; its people stay, and the same again changes nothing', async () => {
    const path = `/companies/${app.company}/groups/team`
    const made = await admin(kit.server, 'PUT', path, { name: ' Team ', kind: 'normal' })
    expect([made.status, made.body]).toMatchObject([
      200,
      { id: 'team', name: 'Team', description: '', kind: 'normal', rule: null, people: 0 },
    ])
    await join(app, 'team', await placePeople(kit.server.store, app.company, 2))
    const changed = await admin(kit.server, 'PUT', path, { name: 'Team', description: 'new', kind: 'normal' })
    expect(changed.body).toMatchObject({ description: 'new', people: 2 })
    await admin(kit.server, 'PUT', path, { name: 'Team', description: 'new', kind: 'normal' })
    expect((await kindsOf(app, 'team')).filter((kind) => kind.startsWith('people_group'))).toEqual([
      'people_group_created',
      'people_group_changed',
    ])
  })

  test('PutCompanyGroup refuses to change the kind, a name that is taken, and what goes beyond the company', async () => {
    await putGroup(app, 'kept', { name: 'Kept', kind: 'normal' })
    await putGroup(app, 'ruled', { name: 'Ruled', kind: 'dynamic' })
    expect(await refused(app, 'PUT', 'kept', { name: 'Kept', kind: 'dynamic' })).toEqual([409, 'company_group_is_normal'])
    expect(await refused(app, 'PUT', 'ruled', { name: 'Ruled', kind: 'normal' })).toEqual([409, 'company_group_is_dynamic'])
    expect(await refused(app, 'PUT', 'another', { name: 'Kept', kind: 'normal' })).toEqual([409, 'company_group_name_taken'])
    const full = await newCompany(kit.server, { facts: { limits: { groups: 0 } } })
    expect(await refused(full, 'PUT', 'one', { name: 'One', kind: 'normal' })).toEqual([409, 'company_group_limit_reached'])
    await setCompanyFacts(full, { groups: false })
    expect(await refused(full, 'PUT', 'one', { name: 'One', kind: 'normal' })).toEqual([409, 'company_groups_not_available'])
    expect(await refused({ company: 'none' }, 'PUT', 'one', { name: 'One', kind: 'normal' })).toEqual([404, 'company_not_found'])
  })

  test('departments come and go by either id, once each, and go when they are deleted', async () => {
    const group = await newGroup(app)
    const [first, second] = [await newDepartmentId(app, { custom: 'first' }), await newDepartmentId(app)]
    for (const department of ['first', first, second]) await changeMembers(app, 'PUT', group, `departments/${department}`)
    expect(await membersOf(app, group, { member_type: 'department', member_id_type: 'open_id' })).toHaveLength(2)
    await changeMembers(app, 'DELETE', group, 'departments/first')
    await changeMembers(app, 'DELETE', group, 'departments/first')
    await app.client.contact.department.delete({ path: { department_id: second } })
    expect(await membersOf(app, group, { member_type: 'department', member_id_type: 'open_id' })).toEqual([])
    expect((await groupNow(app, group)).member_department_count).toBe(0)
    const history = (await eventsInCompany(app)).filter(({ subject }) => subject === group).slice(1)
    expect(history.map(({ kind, before, after }) => [kind, before ?? after])).toEqual([
      ['group_department_added', { department: first }],
      ['group_department_added', { department: second }],
      ['group_department_removed', { department: first }],
      ['group_department_removed', { department: second }],
    ])
  })

  test('departments are refused where there is no room, no such thing, or a rule', async () => {
    const group = await newGroup(app)
    const [first, second] = [await newDepartmentId(app), await newDepartmentId(app)]
    await changeMembers(app, 'PUT', group, `departments/${first}`)
    await setCompanyFacts(app, { limits: { departmentsOfGroup: 1 } })
    expect(await refused(app, 'PUT', `${group}/departments/${second}`)).toEqual([409, 'company_group_departments_full'])
    expect(await refused(app, 'PUT', `${group}/departments/none`)).toEqual([404, 'department_not_found'])
    expect(await refused(app, 'DELETE', `${group}/departments/none`)).toEqual([404, 'department_not_found'])
    expect(await refused(app, 'PUT', `${group}/departments/0`)).toEqual([404, 'department_not_found'])
    for (const method of ['PUT', 'DELETE'])
      expect(await refused(app, method, `none/departments/${first}`)).toEqual([404, 'company_group_not_found'])
    await putGroup(app, 'byrule', { kind: 'dynamic' })
    expect(await refused(app, 'PUT', `byrule/departments/${first}`)).toEqual([409, 'company_group_is_dynamic'])
    expect(await refused({ company: 'none' }, 'PUT', `${group}/departments/${first}`)).toEqual([404, 'company_not_found'])
    const without = await newCompany(kit.server, { facts: { groups: false } })
    expect(await refused(without, 'PUT', `${group}/departments/${first}`)).toEqual([409, 'company_groups_not_available'])
  })

  test('people of a dynamic group come and go, once each', async () => {
    const [person] = (await placePeople(kit.server.store, app.company, 1)) as [PlacedPerson]
    await putGroup(app, 'rulesays', { kind: 'dynamic' })
    for (const method of ['PUT', 'PUT'] as const) await changeMembers(app, method, 'rulesays', `people/${person.code}`)
    expect(await membersOf(app, 'rulesays')).toEqual([person.code])
    for (const method of ['DELETE', 'DELETE'] as const) await changeMembers(app, method, 'rulesays', `people/${person.code}`)
    expect(await membersOf(app, 'rulesays')).toEqual([])
    expect(await kindsOf(app, 'rulesays')).toEqual(['people_group_created', 'group_person_added', 'group_person_removed'])
  })

  test('people are refused where there is no such thing, or no rule', async () => {
    const [person] = (await placePeople(kit.server.store, app.company, 1)) as [PlacedPerson]
    const [resigned] = (await placePeople(kit.server.store, app.company, 1, { resigned: true })) as [PlacedPerson]
    const normal = await newGroup(app)
    await putGroup(app, 'another', { kind: 'dynamic' })
    expect(await refused(app, 'PUT', `another/people/${resigned.code}`)).toEqual([409, 'person_resigned'])
    for (const method of ['PUT', 'DELETE']) {
      expect(await refused(app, method, `another/people/none`)).toEqual([404, 'person_not_found'])
      expect(await refused(app, method, `none/people/${person.code}`)).toEqual([404, 'company_group_not_found'])
      expect(await refused(app, method, `${normal}/people/${person.code}`)).toEqual([409, 'company_group_is_normal'])
      expect(await refused({ company: 'none' }, method, `another/people/${person.code}`)).toEqual([404, 'company_not_found'])
    }
  })

  test('who resigns is in no group any more, with an event for each', async () => {
    const [person] = (await placePeople(kit.server.store, app.company, 1)) as [PlacedPerson]
    const groups = [await newGroup(app), await newGroup(app)]
    for (const group of groups) await join(app, group, [person])
    await app.client.contact.user.delete({ path: { user_id: person.code }, params: { user_id_type: 'user_id' } })
    for (const group of groups) {
      expect(await groupNow(app, group)).toMatchObject({ member_user_count: 0 })
      expect(await membersOf(app, group)).toEqual([])
      expect(await kindsOf(app, group)).toEqual(['people_group_created', 'group_person_added', 'group_person_removed'])
    }
  })
})
