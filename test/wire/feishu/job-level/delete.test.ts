import { describe, expect, test } from 'vitest'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { newJobLevel } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const remove = (app: TestApp, id: string) => app.client.contact.jobLevel.delete({ path: { job_level_id: id } })

describe('job_level.delete', () => {
  test('deletes a level, whose name and order are free again', async () => {
    const app = await newCompany(kit.server)
    const { job_level_id: id, name, order } = await newJobLevel(app)
    expect(await remove(app, id)).toMatchObject({ code: 0, data: {} })
    expect((await app.client.contact.jobLevel.list()).data?.items).toEqual([])
    const [, deleted] = (await eventsInCompany(app)).filter(({ subject }) => subject === id)
    expect(deleted).toMatchObject({ kind: 'job_level_deleted', before: { id, name, order }, after: null })
    expect((await newJobLevel(app, { name, order })).job_level_id).not.toBe(id)
  })

  test('answers 404 and 42301 for a level that is not there, is gone, or is another company’s', async () => {
    const app = await newCompany(kit.server)
    const { job_level_id: gone } = await newJobLevel(app)
    await remove(app, gone)
    const { job_level_id: elsewhere } = await newJobLevel(await newCompany(kit.server))
    for (const id of ['mganobody', gone, elsewhere])
      await expectNothingDone(app, () => remove(app, id), { code: 42301, words: id, http: 404, msg: 'job level not exist' })
  })
})
