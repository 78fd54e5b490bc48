import { describe, expect, test } from 'vitest'
import { newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { newJobFamily } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

/** Creating is refused so, and no family has come. */
function refused(app: TestApp, data: object, code: number, msg: string, words: string | RegExp): Promise<void> {
  const create = () => app.client.contact.jobFamily.create({ data: { name: 'wanted', status: true, ...data } })
  const families = async () => (await app.client.contact.jobFamily.list({ params: { page_size: 50 } })).data
  return expectNothingDone(app, create, { code, words, http: 400, msg }, families)
}

describe('job_family.create', () => {
  test('makes a family with all that was sent, and its event tells it', async () => {
    const app = await newCompany(kit.server)
    const parent = await newJobFamily(app)
    const sent = {
      name: '后端开发',
      description: 'Server side',
      parent_job_family_id: parent.job_family_id,
      status: false,
      i18n_name: [{ locale: 'en_us', value: 'Backend' }],
      i18n_description: [{ locale: 'zh_cn', value: '服务端' }],
    }
    const { data, code } = await app.client.contact.jobFamily.create({ data: sent })
    expect(code).toBe(0)
    expect(data?.job_family).toEqual({ ...sent, job_family_id: expect.stringMatching(/^mga[0-9a-z]{12}$/) })
    const id = String(data?.job_family?.job_family_id)
    const { data: got } = await app.client.contact.jobFamily.get({ path: { job_family_id: id } })
    expect(got).toEqual(data)
    const [event] = (await eventsInCompany(app)).filter(({ subject }) => subject === id)
    expect(event).toMatchObject({ kind: 'job_family_created', before: null, after: { id, name: '后端开发', parent: parent.job_family_id } })
  })

  test('leaves out of the answer what has no value; an empty parent is none', async () => {
    const app = await newCompany(kit.server)
    const { data } = await app.client.contact.jobFamily.create({
      data: { name: 'plain', status: true, description: '', parent_job_family_id: '', i18n_name: [] },
    })
    expect(data?.job_family).toEqual({ job_family_id: expect.any(String), name: 'plain', status: true })
  })

  test('refuses a name that is missing, empty or too long with 42404', async () => {
    const app = await newCompany(kit.server)
    for (const name of [undefined, '', '  ', 'n'.repeat(101)]) await refused(app, { name }, 42404, 'job family name not valid', /name/)
    await newJobFamily(app, { name: '名'.repeat(100) })
  })

  test('refuses texts by language that are too long, and languages that nobody knows', async () => {
    const app = await newCompany(kit.server)
    const long = [{ locale: 'en_us', value: 'n'.repeat(101) }]
    await refused(app, { i18n_name: long }, 42404, 'job family name not valid', /i18n_name\[0\]\.value/)
    await refused(app, { i18n_name: [{ locale: 'xx', value: 'n' }] }, 42400, 'param is invalid', /i18n_name\[0\]\.locale/)
    const longer = [{ locale: 'en_us', value: 'n'.repeat(5001) }]
    await refused(app, { i18n_description: longer }, 42405, 'job family description not valid', /i18n_description\[0\]\.value/)
  })

  test('refuses a description of more than 5000 characters with 42405', async () => {
    const app = await newCompany(kit.server)
    await refused(app, { description: 'd'.repeat(5001) }, 42405, 'job family description not valid', /description/)
    await newJobFamily(app, { description: '述'.repeat(5000) })
  })

  test('refuses other parameters that are missing or malformed with 42400', async () => {
    const app = await newCompany(kit.server)
    await refused(app, { status: undefined }, 42400, 'param is invalid', /status/)
    await refused(app, { status: 'yes' }, 42400, 'param is invalid', /status/)
    await refused(app, { parent_job_family_id: 1 }, 42400, 'param is invalid', /parent_job_family_id/)
  })

  test('refuses a name that is taken with 42406; other letters are another name', async () => {
    const app = await newCompany(kit.server)
    await newJobFamily(app, { name: 'Wanted' })
    await newJobFamily(app, { name: 'wanted' })
    await refused(app, {}, 42406, 'job family name duplicate', 'wanted')
  })

  test('refuses a parent that never was with 42408, one that was deleted with 42410, a disabled one with 42409', async () => {
    const app = await newCompany(kit.server)
    const deleted = await newJobFamily(app)
    await app.client.contact.jobFamily.delete({ path: { job_family_id: deleted.job_family_id } })
    const disabled = await newJobFamily(app, { status: false })
    await refused(app, { parent_job_family_id: 'mganobody' }, 42408, 'parent job family not exist', 'mganobody')
    await refused(app, { parent_job_family_id: deleted.job_family_id }, 42410, 'parent job family deleted', deleted.job_family_id)
    await refused(app, { parent_job_family_id: disabled.job_family_id }, 42409, 'parent job family not enable', disabled.job_family_id)
    const elsewhere = await newJobFamily(await newCompany(kit.server))
    await refused(app, { parent_job_family_id: elsewhere.job_family_id }, 42408, 'parent job family not exist', elsewhere.job_family_id)
  })

  test('refuses a sixth level with 42413', async () => {
    const app = await newCompany(kit.server)
    let parent = ''
    for (let level = 1; level <= 5; level++) parent = (await newJobFamily(app, { parent_job_family_id: parent })).job_family_id
    await refused(app, { parent_job_family_id: parent }, 42413, 'job family exceed level number', '5')
  })

  test('refuses more families than the company may have with 42401', async () => {
    const app = await newCompany(kit.server, { facts: { limits: { jobFamilies: 2 } } })
    await newJobFamily(app)
    await newJobFamily(app)
    await refused(app, {}, 42401, 'job family number reach the upper limit', '2')
    await setCompanyFacts(app, { limits: { jobFamilies: 3 } })
    await newJobFamily(app)
  })
})
