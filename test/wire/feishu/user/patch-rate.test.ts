import { expect, test } from 'vitest'
import { feishuRefusal } from '../../../kit/feishu/refusals.ts'
import { newScene } from '../../../kit/feishu/writing-users.ts'
import { heldTime } from '../../../kit/held-time.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer({ settings: { rateLimits: 1 } })

// Source: the page of user/patch: departments and is_frozen are changed once a second.
test('departments and freezing are taken once a second, whatever else is patched', async () => {
  const { client, target, support } = await newScene(shared)
  const path = { user_id: target.open_id }
  const patch = (data: object) => client.contact.user.patch({ path, data })
  await heldTime(async (pass) => {
    await patch({ department_ids: [support.open_department_id] })
    const { status, headers, body } = await feishuRefusal(patch({ is_frozen: true }))
    expect([status, body.code, headers['x-ogw-ratelimit-limit'], headers['x-ogw-ratelimit-reset']]).toEqual([429, 99991400, '1', '1'])
    for (let count = 0; count < 5; count++) expect((await patch({ nickname: `n${count}` })).code).toBe(0)
    pass(1000)
    expect((await patch({ is_frozen: true })).data?.user?.is_frozen).toBe(true)
  })
})
