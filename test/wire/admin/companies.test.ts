import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { companyLimits } from '../../../src/directory/companies/limits.ts'
import { type Admin, eventsOf, openAdmin, unique } from './admin-kit.ts'

let admin: Admin
beforeAll(async () => {
  admin = await openAdmin()
})
afterAll(() => admin.stop())

const create = (body: object = {}) => admin.must(201, 'POST', '/companies', { body: { name: unique('company'), ...body } })

describe('companies', () => {
  test('a new one has an id of 16 hexadecimal digits and every default', async () => {
    const name = unique('Firma 公司')
    const company = await create({ name })
    expect(company).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{16}$/), name, createdAt: expect.stringMatching(/Z$/) })
    const { limits, ...facts } = company.facts
    expect(limits).toEqual(Object.fromEntries(Object.entries(companyLimits).map(([limit, { default: most }]) => [limit, most])))
    expect(facts).toMatchObject({ certified: true, units: true, groups: true, dynamicGroups: false, suspended: false })
    expect(await admin.must(200, 'GET', `/companies/${company.id}`)).toEqual(company)
    expect(await eventsOf(admin, company.id)).toMatchObject([{ kind: 'company_created', tenant: `company-${company.id}`, after: { name } }])
  })

  test('facts and limits are set one by one; the rest stays, and the same again writes nothing', async () => {
    const { id, facts } = await create({ facts: { units: false, limits: { roles: 2 } } })
    expect(facts).toMatchObject({ units: false, groups: true, limits: { roles: 2, units: 1000 } })
    const body = { name: 'Renamed', facts: { groups: false, limits: { units: 3 } } }
    const changed = await admin.must(200, 'PATCH', `/companies/${id}`, { body })
    expect(changed).toMatchObject({ name: 'Renamed', facts: { units: false, groups: false, limits: { roles: 2, units: 3 } } })
    expect(await admin.must(200, 'PATCH', `/companies/${id}`, { body })).toEqual(changed)
    expect(await admin.must(200, 'GET', `/companies/${id}`)).toEqual(changed)
    const events = await eventsOf(admin, id)
    expect(events.map(({ kind }) => kind)).toEqual(['company_created', 'company_changed'])
    expect(events[1]).toMatchObject({ before: { facts: { groups: true } }, after: { facts: { groups: false } } })
  })

  test('pages hold every company once', async () => {
    const made = new Set<string>()
    for (let count = 0; count < 4; count++) made.add((await create()).id)
    const seen: string[] = []
    let after = ''
    do {
      const page = await admin.must(200, 'GET', `/companies?limit=3${after}`)
      seen.push(...page.items.map(({ id }: { id: string }) => id))
      after = page.cursor === null ? '' : `&after=${page.cursor}`
    } while (after !== '')
    expect(seen).toEqual([...new Set(seen)].toSorted())
    for (const id of made) expect(seen).toContain(id)
    const { status, body } = await admin.ask('GET', '/companies?after=NQ')
    expect([status, body.type]).toEqual([400, 'urn:rollcall:cursor_invalid'])
  })

  test('what is no company, no fact or no limit is refused', async () => {
    for (const [method, path, body, status, type] of [
      ['GET', '/companies/0000000000000000', undefined, 404, 'company_not_found'],
      ['PATCH', '/companies/0000000000000000', { name: 'x' }, 404, 'company_not_found'],
      ['POST', '/companies', {}, 400, 'invalid_input'],
      ['POST', '/companies', { name: 'x', facts: { nonsense: true } }, 400, 'invalid_input'],
      ['POST', '/companies', { name: 'x', facts: { limits: { roles: -1 } } }, 400, 'invalid_input'],
      ['POST', '/companies', { name: 'x', facts: { limits: { nonsense: 1 } } }, 400, 'invalid_input'],
      ['POST', '/companies', { name: 'x', facts: { units: 'no' } }, 400, 'invalid_input'],
    ] as const) {
      const told = await admin.ask(method, path, body && { body })
      expect([told.status, told.body.type], `${method} ${JSON.stringify(body)}`).toEqual([status, `urn:rollcall:${type}`])
    }
  })
})
