import { describe, expect, test } from 'vitest'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { newJobFamily } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

describe('job_family.get', () => {
  test('answers a family to every app of the company that may read families, whatever its range', async () => {
    const app = await newCompany(kit.server)
    const family = await newJobFamily(app, { status: false })
    const narrow = await newApp(app, { scopes: ['contact:job_family:readonly'], range: {} })
    const { data } = await narrow.client.contact.jobFamily.get({ path: { job_family_id: family.job_family_id } })
    expect(data?.job_family).toEqual(family)
  })

  test('answers 404 and 42404 for a family that is not there', async () => {
    const app = await newCompany(kit.server)
    const call = app.client.contact.jobFamily.get({ path: { job_family_id: 'mganobody' } })
    await expectFeishuRefusal(call, 42404, 'mganobody', { http: 404, msg: 'job family not exist' })
  })

  test('is refused to an app without one of its scopes', async () => {
    const app = await newCompany(kit.server, { app: { scopes: ['contact:job_level:readonly'] } })
    await expectFeishuRefusal(app.client.contact.jobFamily.get({ path: { job_family_id: 'x' } }), 99991672, 'contact:job_family:readonly')
  })
})
