import { describe, expect, test } from 'vitest'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { eventsInCompany, expectNothingDone, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { newJobFamily } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const update = (app: TestApp, id: string, data: object) => app.client.contact.jobFamily.update({ path: { job_family_id: id }, data })
const shown = async (app: TestApp, id: string) => (await app.client.contact.jobFamily.get({ path: { job_family_id: id } })).data?.job_family

/** Changing is refused so, and the family is as it was. */
function refused(app: TestApp, id: string, data: object, [code, msg]: readonly [number, string], words: string | RegExp): Promise<void> {
  return expectNothingDone(
    app,
    () => update(app, id, data),
    { code, words, http: 400, msg },
    () => shown(app, id),
  )
}

/** So many families, each below the one before. */
async function chain(app: TestApp, length: number): Promise<string[]> {
  const ids: string[] = []
  for (let made = 0; made < length; made++) ids.push((await newJobFamily(app, { parent_job_family_id: ids.at(-1) ?? '' })).job_family_id)
  return ids
}

describe('job_family.update', () => {
  test('changes what is sent and leaves the rest', async () => {
    const app = await newCompany(kit.server)
    const parent = await newJobFamily(app)
    const whole = { description: 'before', i18n_name: [{ locale: 'en_us', value: 'Before' }] }
    const { job_family_id: id } = await newJobFamily(app, { name: 'before', ...whole })
    const { data } = await update(app, id, { name: 'after' })
    expect(data?.job_family).toEqual({ job_family_id: id, name: 'after', status: true, ...whole })
    const texts = { i18n_name: [{ locale: 'zh_cn', value: '后' }], i18n_description: [{ locale: 'ja_jp', value: '説明' }] }
    const more = { description: 'after', status: false, parent_job_family_id: parent.job_family_id, ...texts }
    await update(app, id, more)
    expect(await shown(app, id)).toEqual({ job_family_id: id, name: 'after', ...more })
    const [, , last] = (await eventsInCompany(app)).filter(({ subject }) => subject === id)
    expect(last).toMatchObject({ kind: 'job_family_changed', before: { description: 'before' }, after: { description: 'after' } })
  })

  // Source: job_family/update: the parent's default is empty, which changes nothing.
  test('leaves a family below its parent when the parent is empty; what changes nothing is no event', async () => {
    const app = await newCompany(kit.server)
    const [top = '', child = ''] = await chain(app, 2)
    for (const nothing of [{ parent_job_family_id: '' }, { parent_job_family_id: '', status: true }, {}]) await update(app, child, nothing)
    expect(await shown(app, child)).toMatchObject({ parent_job_family_id: top })
    expect(await kindsOf(app, child)).toEqual(['job_family_created'])
  })

  test('families below a disabled one stay, and can be changed where they are', async () => {
    const app = await newCompany(kit.server)
    const [top = '', child = ''] = await chain(app, 2)
    await update(app, top, { status: false })
    const { data } = await update(app, child, { parent_job_family_id: top, name: 'renamed' })
    expect(data?.job_family).toEqual({ job_family_id: child, name: 'renamed', status: true, parent_job_family_id: top })
  })

  test('answers 404 and 42402 for a family that is not there', async () => {
    const app = await newCompany(kit.server)
    const refusal = { code: 42402, words: 'mganobody', http: 404, msg: 'job family not exist' }
    await expectNothingDone(app, () => update(app, 'mganobody', { name: 'x' }), refusal)
    const { job_family_id: gone } = await newJobFamily(app)
    await app.client.contact.jobFamily.delete({ path: { job_family_id: gone } })
    await expectNothingDone(app, () => update(app, gone, { name: 'x' }), { ...refusal, words: gone })
  })

  test('refuses names and descriptions that are not right', async () => {
    const app = await newCompany(kit.server)
    const { job_family_id: id } = await newJobFamily(app)
    await refused(app, id, { name: '' }, [42404, 'job family name not valid'], /name/)
    await refused(app, id, { name: 'n'.repeat(101) }, [42404, 'job family name not valid'], /name/)
    await refused(app, id, { description: 'd'.repeat(5001) }, [42405, 'job family description not valid'], /description/)
    await refused(app, id, { status: 1 }, [99992402, 'field validation failed'], /status/)
  })

  test('refuses a name that another has with 42406, and takes its own', async () => {
    const app = await newCompany(kit.server)
    const { name } = await newJobFamily(app)
    const { job_family_id: id, name: own } = await newJobFamily(app)
    await refused(app, id, { name }, [42406, 'job family name duplicate'], name)
    expect((await update(app, id, { name: own })).code).toBe(0)
  })

  test('refuses a cycle with 42407: itself as the parent, or what lies below it', async () => {
    const app = await newCompany(kit.server)
    const [top = '', middle = '', low = ''] = await chain(app, 3)
    for (const parent of [top, middle, low])
      await refused(app, top, { parent_job_family_id: parent }, [42407, 'job family has cycle'], parent)
    expect((await update(app, low, { parent_job_family_id: top })).code).toBe(0)
  })

  test('refuses a parent that is not there, was deleted or is disabled', async () => {
    const app = await newCompany(kit.server)
    const { job_family_id: id } = await newJobFamily(app)
    const { job_family_id: gone } = await newJobFamily(app)
    await app.client.contact.jobFamily.delete({ path: { job_family_id: gone } })
    const { job_family_id: disabled } = await newJobFamily(app, { status: false })
    await refused(app, id, { parent_job_family_id: 'mganobody' }, [42408, 'parent job family not exist'], 'mganobody')
    await refused(app, id, { parent_job_family_id: gone }, [42410, 'parent job family deleted'], gone)
    await refused(app, id, { parent_job_family_id: disabled }, [42409, 'parent job family not enable'], disabled)
  })

  test('refuses with 42413 a move that takes what lies below to a sixth level', async () => {
    const app = await newCompany(kit.server, { facts: { limits: { jobFamilyDepth: 4 } } })
    const [, low = ''] = await chain(app, 2)
    const [moved = ''] = await chain(app, 3)
    await refused(app, moved, { parent_job_family_id: low }, [42413, 'job family exceed level number'], '4')
  })
})
