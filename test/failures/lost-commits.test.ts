import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { admin } from '../kit/admin.ts'
import { newZone } from '../kit/directory.ts'
import { newCompany } from '../kit/feishu/company.ts'
import { migratedDatabase } from '../kit/migrated.ts'
import { newSource } from '../kit/scim.ts'
import { startTestServer } from '../kit/server.ts'
import { startSeveringProxy } from '../storage/severing-proxy.ts'

const url = inject('postgres') as string

const inDoubt = /Whether the change was kept is not known: look before you repeat it\. .*变更是否已保存尚不可知，请先查询再决定是否重试。/

/** A server whose connection to PostgreSQL can be cut as it commits. */
async function place() {
  const proxy = await startSeveringProxy(await migratedDatabase(url))
  onTestFinished(() => proxy.stop())
  const server = await startTestServer({ databaseUrl: proxy.url })
  onTestFinished(async () => {
    proxy.heal()
    await server.stop()
  })
  // The end of the text tells a commit from the level that a transaction begins with.
  return { server, loseAt: proxy.cutAt, lose: (when: 'before' | 'after') => proxy.cutAt('commit\0', when), heal: proxy.heal }
}

describe.skipIf(!url)('a change whose commit PostgreSQL does not answer', () => {
  test.each(['before', 'after'] as const)('is told to be in doubt by every wire, lost %s the commit arrived', async (when) => {
    const { server, lose, heal } = await place()
    const source = await newSource(server, await newZone(server))
    const company = await newCompany(server)
    // A token is there before, so that giving one is not what fails.
    await company.client.contact.scope.list()
    lose(when)
    const tencent = await source.identity.CreateGroup({ ZoneId: source.zone, GroupName: 'doubtful' }).catch((error: Error) => error)
    expect(tencent).toMatchObject({ code: 'InternalError', message: expect.stringMatching(/Whether the change was kept is not known/) })
    const feishu = await company.client.contact.group.create({ data: { name: 'doubtful' } }).catch((error) => error.response.data)
    expect(feishu).toMatchObject({ code: 2200, error: { message: expect.stringMatching(inDoubt) } })
    const scim = await source.scim('POST', '/Users', { userName: 'doubtful', externalId: 'doubtful' })
    expect([scim.status, scim.body.detail]).toEqual([500, expect.stringMatching(inDoubt)])
    const own = await admin(server, 'POST', '/accounts', { name: 'doubtful', verification: 'none' })
    expect([own.status, own.body.detail]).toEqual([500, expect.stringMatching(/Whether the change was kept is not known/)])
    expect(own.body.detail_zh).toMatch(/变更是否已保存尚不可知/)
    heal()
    const answer = await admin(server, 'POST', '/accounts', { name: 'certain', verification: 'none' })
    expect(answer.status).toBe(201)
  })

  test('that was never asked for is told as a plain failure', async () => {
    const { server, loseAt } = await place()
    loseAt('begin', 'before')
    const answer = await admin(server, 'POST', '/accounts', { name: 'never begun', verification: 'none' })
    expect([answer.status, answer.body.detail]).toEqual([500, expect.not.stringContaining('not known')])
  })
})
