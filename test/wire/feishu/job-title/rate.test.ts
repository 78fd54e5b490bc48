import { describe, expect, test } from 'vitest'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer({ settings: { rateLimits: 1 } })

describe('job titles and work cities', () => {
  // Source: job_title/list and work_city/list, rate limit.
  test.each(['jobTitle', 'workCity'] as const)('%s.list takes ten calls a minute from one app', async (resource) => {
    const app = await newCompany(kit.server)
    const list = () => app.client.contact[resource].list()
    for (let count = 0; count < 10; count++) expect((await list()).code).toBe(0)
    await expectFeishuRefusal(list(), 99991400, '10')
    expect((await (await newApp(app)).client.contact[resource].list()).code).toBe(0)
  })
})
