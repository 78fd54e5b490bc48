import { describe, expect, test } from 'vitest'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { eventsInCompany, expectNothingDone, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { newJobLevel } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const update = (app: TestApp, id: string, data: object) => app.client.contact.jobLevel.update({ path: { job_level_id: id }, data })
const shown = async (app: TestApp, id: string) => (await app.client.contact.jobLevel.get({ path: { job_level_id: id } })).data?.job_level

/** Changing is refused so, and the level is as it was. */
function refused(app: TestApp, id: string, data: object, [code, msg]: readonly [number, string], words: string | RegExp): Promise<void> {
  return expectNothingDone(
    app,
    () => update(app, id, data),
    { code, words, http: 400, msg },
    () => shown(app, id),
  )
}

describe('job_level.update', () => {
  test('changes what is sent and leaves the rest', async () => {
    const app = await newCompany(kit.server)
    const whole = { description: 'before', order: 500, i18n_name: [{ locale: 'en_us', value: 'Before' }] }
    const { job_level_id: id } = await newJobLevel(app, { name: 'before', ...whole })
    const { data } = await update(app, id, { name: 'after' })
    expect(data?.job_level).toEqual({ job_level_id: id, name: 'after', status: true, ...whole })
    const texts = { i18n_name: [{ locale: 'zh_cn', value: '后' }], i18n_description: [{ locale: 'ja_jp', value: '説明' }] }
    const more = { description: 'after', status: false, order: 501, ...texts }
    await update(app, id, more)
    expect(await shown(app, id)).toEqual({ job_level_id: id, name: 'after', ...more })
    await update(app, id, { i18n_name: [], description: '' })
    expect(await shown(app, id)).toEqual({
      ...{ job_level_id: id, name: 'after', status: false, order: 501 },
      i18n_description: texts.i18n_description,
    })
    const events = (await eventsInCompany(app)).filter(({ subject }) => subject === id)
    expect(events[2]).toMatchObject({ kind: 'job_level_changed', before: { order: 500 }, after: { order: 501, enabled: false } })
  })

  test('takes its own name and order again, which is no event', async () => {
    const app = await newCompany(kit.server)
    const { job_level_id: id, name, order } = await newJobLevel(app)
    await update(app, id, { name, order, status: true })
    await update(app, id, {})
    expect(await kindsOf(app, id)).toEqual(['job_level_created'])
  })

  test('answers 404 and 42301 for a level that is not there', async () => {
    const app = await newCompany(kit.server)
    const { job_level_id: elsewhere } = await newJobLevel(await newCompany(kit.server))
    for (const id of ['mganobody', elsewhere])
      await expectNothingDone(app, () => update(app, id, { name: 'x' }), { code: 42301, words: id, http: 404, msg: 'job level not exist' })
  })

  test('refuses names, descriptions and orders that are not right', async () => {
    const app = await newCompany(kit.server)
    const { job_level_id: id } = await newJobLevel(app)
    for (const name of ['', 'n'.repeat(256)]) await refused(app, id, { name }, [42303, 'job level name not valid'], /name/)
    await refused(app, id, { description: 'd'.repeat(5001) }, [42304, 'job level description not valid'], /description/)
    for (const order of [99, 100_001]) await refused(app, id, { order }, [42308, 'job level invalid order'], /order/)
    await refused(app, id, { status: 1 }, [99992402, 'field validation failed'], /status/)
  })

  test('refuses what another has: its name with 42305, its order with 42306', async () => {
    const app = await newCompany(kit.server)
    const { name, order } = await newJobLevel(app)
    const { job_level_id: id } = await newJobLevel(app)
    await refused(app, id, { name }, [42305, 'job level name duplicate'], name)
    await refused(app, id, { order }, [42306, 'job level order duplicate'], String(order))
  })
})
