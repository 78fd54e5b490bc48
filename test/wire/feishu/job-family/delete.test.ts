import { describe, expect, test } from 'vitest'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { newJobFamily } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const remove = (app: TestApp, id: string) => app.client.contact.jobFamily.delete({ path: { job_family_id: id } })
const get = (app: TestApp, id: string) => app.client.contact.jobFamily.get({ path: { job_family_id: id } })

describe('job_family.delete', () => {
  test('deletes a family, whose name is free again', async () => {
    const app = await newCompany(kit.server)
    const { job_family_id: id, name } = await newJobFamily(app)
    expect(await remove(app, id)).toMatchObject({ code: 0, data: {} })
    await expectFeishuRefusal(get(app, id), 42404, id, { http: 404, msg: 'job family not exist' })
    const [, deleted] = (await eventsInCompany(app)).filter(({ subject }) => subject === id)
    expect(deleted).toMatchObject({ kind: 'job_family_deleted', before: { id, name }, after: null })
    expect((await newJobFamily(app, { name })).job_family_id).not.toBe(id)
  })

  test('refuses a family that has another below it with 42411, until that is gone', async () => {
    const app = await newCompany(kit.server)
    const { job_family_id: top } = await newJobFamily(app)
    const { job_family_id: child } = await newJobFamily(app, { parent_job_family_id: top, status: false })
    const refusal = { code: 42411, words: top, http: 400, msg: 'job family has child can not delete' }
    await expectNothingDone(
      app,
      () => remove(app, top),
      refusal,
      () => get(app, top),
    )
    await remove(app, child)
    expect((await remove(app, top)).code).toBe(0)
  })

  test('answers 404 and 42402 for a family that is not there, is gone, or is another company’s', async () => {
    const app = await newCompany(kit.server)
    const { job_family_id: gone } = await newJobFamily(app)
    await remove(app, gone)
    const other = await newCompany(kit.server)
    const { job_family_id: elsewhere } = await newJobFamily(other)
    for (const id of ['mganobody', gone, elsewhere])
      await expectNothingDone(app, () => remove(app, id), { code: 42402, words: id, http: 404, msg: 'job family not exist' })
    expect((await get(other, elsewhere)).code).toBe(0)
  })
})
