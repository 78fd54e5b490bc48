import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEveryEngine } from '../../kit/engines.ts'
import { type Admin, eventsOf, newAccount, openAdmin } from './admin-kit.ts'
import { newOrganization } from './organization-kit.ts'

onEveryEngine('related companies', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  test('put, replaced, put again without a change, and taken away', async () => {
    const { organization, manager } = await newOrganization(admin)
    const path = `/organizations/${organization}/entities/3`
    const put = (body: object) => admin.must(200, 'PUT', path, { body })
    expect(await put({ name: '甲公司', managerUin: null })).toEqual({ organization, id: 3, name: '甲公司', managerUin: null })
    expect(await put({ name: '乙公司', managerUin: manager })).toEqual({ organization, id: 3, name: '乙公司', managerUin: manager })
    await put({ name: '乙公司', managerUin: manager })
    await admin.must(204, 'DELETE', path)
    await admin.must(204, 'DELETE', path)
    const entity = (name: string, managerUin: number | null) => ({ entity: { organization, id: 3, name, managerUin } })
    const told = await eventsOf(admin, organization, '&kind=organization_changed')
    expect(told.map(({ operation, before, after }) => ({ operation, before, after }))).toEqual([
      { operation: 'PutEntity', before: { entity: null }, after: entity('甲公司', null) },
      { operation: 'PutEntity', before: entity('甲公司', null), after: entity('乙公司', manager) },
      { operation: 'DeleteEntity', before: entity('乙公司', manager), after: { entity: null } },
    ])
  })

  test('refusals, after which nothing has changed', async () => {
    const { organization } = await newOrganization(admin)
    const { uin: stranger } = await newAccount(admin)
    const refused = async (method: string, path: string, body?: object) => {
      const { status, body: told } = await admin.ask(method, path, body ? { body } : {})
      return `${status} ${told.type}`
    }
    const name = 'Related'
    const path = `/organizations/${organization}/entities`
    expect(await refused('PUT', `${path}/1`, { name, managerUin: stranger })).toBe('404 urn:rollcall:member_not_found')
    expect(await refused('PUT', '/organizations/99/entities/1', { name, managerUin: null })).toBe('404 urn:rollcall:organization_not_found')
    expect(await refused('DELETE', '/organizations/99/entities/1')).toBe('404 urn:rollcall:organization_not_found')
    for (const [id, body] of [
      ['1', { name }],
      ['1', { name: '', managerUin: null }],
      ['1', { name, managerUin: 0 }],
      ['1', { name, managerUin: null, more: 1 }],
      ['0', { name, managerUin: null }],
      ['x', { name, managerUin: null }],
    ] as const)
      expect(await refused('PUT', `${path}/${id}`, body)).toBe('400 urn:rollcall:invalid_input')
    expect(await eventsOf(admin, organization, '&kind=organization_changed')).toEqual([])
  })
})
