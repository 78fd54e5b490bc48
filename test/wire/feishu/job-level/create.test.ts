import { describe, expect, test } from 'vitest'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { newJobLevel } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

/** Creating is refused so, and no level has come. */
function refused(app: TestApp, data: object, [code, msg]: readonly [number, string], words: string | RegExp): Promise<void> {
  const create = () => app.client.contact.jobLevel.create({ data: { name: 'wanted', status: true, ...data } })
  const levels = async () => (await app.client.contact.jobLevel.list({ params: { page_size: 50 } })).data
  return expectNothingDone(app, create, { code, words, http: 400, msg }, levels)
}

describe('job_level.create', () => {
  test('makes a level with all that was sent, and its event tells it', async () => {
    const app = await newCompany(kit.server)
    const sent = {
      name: '高级专家',
      description: 'Senior expert',
      order: 200,
      status: false,
      i18n_name: [{ locale: 'en_us', value: 'Senior' }],
      i18n_description: [{ locale: 'ja_jp', value: '説明' }],
    }
    const { data } = await app.client.contact.jobLevel.create({ data: sent })
    expect(data?.job_level).toEqual({ ...sent, job_level_id: expect.stringMatching(/^mga[0-9a-z]{12}$/) })
    const id = String(data?.job_level?.job_level_id)
    expect((await app.client.contact.jobLevel.get({ path: { job_level_id: id } })).data).toEqual(data)
    const [event] = (await eventsInCompany(app)).filter(({ subject }) => subject === id)
    expect(event).toMatchObject({ kind: 'job_level_created', before: null, after: { id, name: '高级专家', order: 200, enabled: false } })
  })

  test('places a level without an order behind all others', async () => {
    const app = await newCompany(kit.server)
    expect((await newJobLevel(app)).order).toBe(100)
    expect((await newJobLevel(app, { order: 90_000 })).order).toBe(90_000)
    expect((await newJobLevel(app)).order).toBe(90_001)
  })

  test('refuses a name that is missing, empty or too long with 42303', async () => {
    const app = await newCompany(kit.server)
    for (const name of [undefined, '', ' ', 'n'.repeat(256)]) await refused(app, { name }, [42303, 'job level name not valid'], /name/)
    const long = [{ locale: 'en_us', value: 'n'.repeat(256) }]
    await refused(app, { i18n_name: long }, [42303, 'job level name not valid'], /i18n_name\[0\]\.value/)
    await newJobLevel(app, { name: '名'.repeat(255) })
  })

  test('refuses a description of more than 5000 characters with 42304', async () => {
    const app = await newCompany(kit.server)
    const description = 'd'.repeat(5001)
    await refused(app, { description }, [42304, 'job level description not valid'], /description/)
    const i18n_description = [{ locale: 'en_us', value: description }]
    await refused(app, { i18n_description }, [42304, 'job level description not valid'], /i18n_description/)
    await newJobLevel(app, { description: '述'.repeat(5000) })
  })

  test('refuses an order out of 100–100000 with 42308, and when none is free behind the last', async () => {
    const app = await newCompany(kit.server)
    for (const order of [0, 99, 100_001, 100.5]) await refused(app, { order }, [42308, 'job level invalid order'], /order/)
    await newJobLevel(app, { order: 100_000 })
    await refused(app, {}, [42308, 'job level invalid order'], '100000')
    await newJobLevel(app, { order: 100 })
  })

  test('refuses a status that is missing or malformed', async () => {
    const app = await newCompany(kit.server)
    for (const status of [undefined, 'true']) await refused(app, { status }, [99992402, 'field validation failed'], /status/)
  })

  test('refuses a name that is taken with 42305, an order that is taken with 42306', async () => {
    const app = await newCompany(kit.server)
    await newJobLevel(app, { name: 'wanted', order: 300 })
    await refused(app, {}, [42305, 'job level name duplicate'], 'wanted')
    await refused(app, { name: 'other', order: 300 }, [42306, 'job level order duplicate'], '300')
    await newJobLevel(await newCompany(kit.server), { name: 'wanted', order: 300 })
  })

  test('refuses more levels than the company may have with 42300', async () => {
    const app = await newCompany(kit.server, { facts: { limits: { jobLevels: 1 } } })
    const { job_level_id: id } = await newJobLevel(app)
    await refused(app, {}, [42300, 'job level reach the upper limit'], '1')
    await app.client.contact.jobLevel.delete({ path: { job_level_id: id } })
    await newJobLevel(app)
  })
})
