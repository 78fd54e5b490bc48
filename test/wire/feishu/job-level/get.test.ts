import { describe, expect, test } from 'vitest'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { newJobLevel } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

describe('job_level.get', () => {
  test('answers a level to every app of the company that may read levels, whatever its range', async () => {
    const app = await newCompany(kit.server)
    const level = await newJobLevel(app, { status: false })
    const narrow = await newApp(app, { scopes: ['contact:job_level:readonly'], range: {} })
    const { data } = await narrow.client.contact.jobLevel.get({ path: { job_level_id: level.job_level_id } })
    expect(data?.job_level).toEqual(level)
  })

  test('answers 404 and 42301 for a level that is not there', async () => {
    const app = await newCompany(kit.server)
    const call = app.client.contact.jobLevel.get({ path: { job_level_id: 'mganobody' } })
    await expectFeishuRefusal(call, 42301, 'mganobody', { http: 404, msg: 'job level not exist' })
  })

  test('is refused to an app without one of its scopes', async () => {
    const app = await newCompany(kit.server, { app: { scopes: ['contact:job_family:readonly'] } })
    await expectFeishuRefusal(app.client.contact.jobLevel.get({ path: { job_level_id: 'x' } }), 99991672, 'contact:job_level:readonly')
  })
})
