import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEveryEngine } from '../../kit/engines.ts'
import { type Admin, eventsOf, openAdmin, unique } from './admin-kit.ts'

const names = [
  ['job-titles', 'JobTitle', 'job_title'],
  ['work-cities', 'WorkCity', 'work_city'],
] as const
const nobody = '0123456789ab'
const i18nName = [{ locale: 'zh_cn', value: '名称' }]

onEveryEngine('words of a company', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  const newCompany = async (facts?: object): Promise<string> => {
    const { id } = await admin.must(201, 'POST', '/companies', { body: { name: unique('company'), ...(facts && { facts }) } })
    return `/companies/${id}`
  }
  const refused = async (method: string, path: string, body?: object): Promise<string> => {
    const answer = await admin.ask(method, path, body ? { body } : {})
    return `${answer.status} ${answer.body?.type}`
  }

  test.each(names)('%s are made, renamed, disabled and enabled again, each change an event', async (path, operation, kind) => {
    const company = await newCompany()
    const made = await admin.must(201, 'POST', `${company}/${path}`, { body: { name: 'First', i18nName } })
    expect(made).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{12}$/), name: 'First', i18nName, enabled: true })
    const change = (body: object) => admin.must(200, 'PATCH', `${company}/${path}/${made.id}`, { body })
    expect(await change({ name: 'Second' })).toEqual({ ...made, name: 'Second' })
    expect(await change({ enabled: false, i18nName: [] })).toEqual({ ...made, name: 'Second', i18nName: [], enabled: false })
    await change({ enabled: false })
    await change({ enabled: true })
    const told = await eventsOf(admin, made.id)
    expect(told.map((event) => [event.kind, event.operation, event.before?.enabled, event.after.enabled])).toEqual([
      [`${kind}_created`, `Create${operation}`, undefined, true],
      [`${kind}_changed`, `Change${operation}`, true, true],
      [`${kind}_changed`, `Change${operation}`, true, false],
      [`${kind}_changed`, `Change${operation}`, false, true],
    ])
  })

  test.each(names)('%s: refusals, after which nothing has changed', async (path, _, kind) => {
    const company = await newCompany({ limits: { jobTitles: 2, workCities: 2 } })
    const { id } = await admin.must(201, 'POST', `${company}/${path}`, { body: { name: 'First' } })
    await admin.must(201, 'POST', `${company}/${path}`, { body: { name: 'Second' } })
    expect(await refused('POST', `${company}/${path}`, { name: 'First' })).toBe('409 urn:rollcall:company_name_taken')
    expect(await refused('POST', `${company}/${path}`, { name: 'Third' })).toBe('409 urn:rollcall:company_name_limit_reached')
    expect(await refused('PATCH', `${company}/${path}/${id}`, { name: 'Second' })).toBe('409 urn:rollcall:company_name_taken')
    expect(await refused('PATCH', `${company}/${path}/${nobody}`, { enabled: false })).toBe(`404 urn:rollcall:${kind}_not_found`)
    expect(await refused('POST', `/companies/none/${path}`, { name: 'x' })).toBe('404 urn:rollcall:company_not_found')
    expect(await refused('PATCH', `/companies/none/${path}/${id}`, { enabled: false })).toBe('404 urn:rollcall:company_not_found')
    for (const body of [{}, { name: '' }, { enabled: 1 }, { i18nName: [{ locale: 'xx', value: 'x' }] }, { more: 1 }])
      expect(await refused('PATCH', `${company}/${path}/${id}`, body)).toBe('400 urn:rollcall:invalid_input')
    expect(await eventsOf(admin, id)).toHaveLength(1)
  })

  test('custom attributes are defined, listed and changed; their events tell what apps may use', async () => {
    const company = await newCompany()
    const define = (body: object) => admin.must(201, 'POST', `${company}/custom-attributes`, { body: { i18nName, ...body } })
    const text = await define({ type: 'TEXT', open: true })
    expect(text).toMatchObject({ id: expect.stringMatching(/^C-\d{14}$/), type: 'TEXT', i18nName, options: null, open: true })
    const list = [{ id: 'a', value: 'A' }, { value: 'B' }]
    const choice = await define({ type: 'ENUMERATION', open: false, options: { list, defaultOption: 'B' } })
    const [, second] = choice.options.list
    expect(choice.options).toEqual({ type: 'TEXT', defaultOption: second.id, list: [{ id: 'a', value: 'A', name: '' }, second] })
    const path = `${company}/custom-attributes/${choice.id}`
    const opened = await admin.must(200, 'PATCH', path, { body: { open: true, options: { list: [{ id: 'a', value: 'A2' }] } } })
    expect(opened).toMatchObject({ open: true, options: { defaultOption: '', list: [{ id: 'a', value: 'A2' }] } })
    await admin.must(200, 'PATCH', path, { body: { open: true } })
    const [all, page] = [
      await admin.must(200, 'GET', `${company}/custom-attributes`),
      await admin.must(200, 'GET', `${company}/custom-attributes?limit=1`),
    ]
    expect(all.items).toHaveLength(2)
    const rest = await admin.must(200, 'GET', `${company}/custom-attributes?limit=1&after=${page.cursor}`)
    expect([...page.items, ...rest.items]).toEqual(all.items)
    expect([all.cursor, rest.cursor]).toEqual([null, null])
    const told = await eventsOf(admin, choice.id, '&kind=custom_attribute_changed')
    expect(told.map(({ before, after }) => [before.attribute?.open, before.open, after.attribute.open, [...after.open].sort()])).toEqual([
      [undefined, [text.id], false, [text.id]],
      [false, [text.id], true, [text.id, choice.id].sort()],
    ])
  })

  test('custom attributes: refusals, after which nothing has changed', async () => {
    const company = await newCompany()
    const path = `${company}/custom-attributes`
    const define = (body: object) => refused('POST', path, { i18nName, open: true, ...body })
    const twice = [
      { id: 'a', value: 'A' },
      { id: 'a', value: 'B' },
    ]
    for (const body of [
      { type: 'TEXT', options: { list: [{ value: 'A' }] } },
      { type: 'ENUMERATION' },
      { type: 'PICTURE_ENUM', options: { list: twice } },
      { type: 'ENUMERATION', options: { list: [{ value: 'A' }], defaultOption: 'B' } },
    ])
      expect(await define(body)).toBe('400 urn:rollcall:custom_attribute_options_wrong')
    for (const body of [{}, { type: 'NUMBER' }, { type: 'ENUMERATION', options: { list: [] } }, { type: 'TEXT', open: 'yes' }])
      expect(await define(body)).toBe('400 urn:rollcall:invalid_input')
    const { id } = await admin.must(201, 'POST', path, { body: { type: 'HREF', i18nName, open: true } })
    const options = { list: [{ value: 'A' }] }
    expect(await refused('PATCH', `${path}/${id}`, { options })).toBe('400 urn:rollcall:custom_attribute_options_wrong')
    expect(await refused('PATCH', `${path}/C-1`, { open: false })).toBe('404 urn:rollcall:custom_attribute_not_found')
    expect(await refused('PATCH', `${path}/${id}`, {})).toBe('400 urn:rollcall:invalid_input')
    expect(await refused('PATCH', '/companies/none/custom-attributes/C-1', { open: false })).toBe('404 urn:rollcall:company_not_found')
    expect(await refused('POST', '/companies/none/custom-attributes', { type: 'TEXT', i18nName, open: true })).toBe(
      '404 urn:rollcall:company_not_found',
    )
    expect(await refused('GET', '/companies/none/custom-attributes')).toBe('404 urn:rollcall:company_not_found')
    expect(await refused('GET', `${path}?after=x`)).toBe('400 urn:rollcall:cursor_invalid')
    expect((await admin.must(200, 'GET', path)).items).toHaveLength(1)
    expect(await eventsOf(admin, id)).toHaveLength(1)
  })
})
