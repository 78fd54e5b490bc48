import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { documentOf } from '../../src/seed/export/document-of.ts'
import { yamlText } from '../../src/seed/export/yaml-text.ts'
import { admin } from '../kit/admin.ts'
import { sdkClient } from '../kit/clients.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { emptyDirectory, exported, seed } from '../kit/seeding.ts'
import { startTestServer } from '../kit/server.ts'

onEveryEngine('the demo company', (engine) => {
  test('is there for the first key: people in groups, accounts in departments', async () => {
    const server = await startTestServer({ engine, demo: true })
    onTestFinished(async () => void (await server.stop()))
    const { zone = '', group = '', user = '' } = server.demo ?? {}
    const client = sdkClient(await server.firstKey(), { endpoint: `127.0.0.1:${server.port}` })
    expect(await client.DescribeIdentityCenter()).toMatchObject({ ZoneId: zone, ZoneName: 'lantern-works' })
    expect(await client.ListUsers({ ZoneId: zone })).toMatchObject({ TotalCounts: 10 })
    expect(await client.ListGroups({ ZoneId: zone })).toMatchObject({ TotalCounts: 5 })
    const { GroupMembers = [] } = await client.ListGroupMembers({ ZoneId: zone, GroupId: group })
    expect(GroupMembers.map(({ UserName }) => UserName).sort()).toEqual(['chen.wei', 'li.na'])
    expect(await client.GetUser({ ZoneId: zone, UserId: user })).toMatchObject({ UserInfo: { UserName: 'xu.ming', DisplayName: '徐明' } })
    const { Items: nodes = [] } = await client.DescribeOrganizationNodes({ Offset: 0, Limit: 50 })
    expect(nodes.map(({ Name }) => Name).sort()).toEqual(['Administration', 'Engineering', 'Production', 'Root', 'Staging'])
    const { Items: members = [] } = await client.DescribeOrganizationMembers({ Offset: 0, Limit: 50 })
    expect(members.map(({ Name, NodeName }) => `${Name} in ${NodeName}`).sort()).toEqual([
      'Lantern Data in Production',
      'Lantern Finance in Administration',
      'Lantern Shop in Production',
      'Lantern Staging in Staging',
      'Manager in Root',
    ])
  })

  test('is a company of people for the first app', async () => {
    const server = await startTestServer({ engine, demo: true })
    onTestFinished(async () => void (await server.stop()))
    const [company, ...others] = parse(yamlText(await documentOf(server.store.reader))).companies
    expect(others).toEqual([])
    expect(company.people.map(({ code }: { code: string }) => code)).toHaveLength(10)
    expect(company.people.find(({ code }: { code: string }) => code === 'chen.wei')).toMatchObject({
      leader: 'li.na',
      jobFamily: 'Platform',
    })
    const { body } = await admin<{ items: { id: string; name: string }[] }>(server, 'GET', `/companies/${company.id}/apps`)
    expect(body.items.map(({ name }) => name)).toEqual(['First app'])
  })

  test('comes back the same from its export', async () => {
    const server = await startTestServer({ engine, demo: true })
    onTestFinished(async () => void (await server.stop()))
    const document = yamlText(await documentOf(server.store.reader))
    const copy = await emptyDirectory(engine)
    await seed(copy, document)
    expect(await exported(copy)).toBe(document)
  })

  test('is not put into a directory that holds something else in its place', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-demo-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const place = { databaseUrl: await engine.newDatabase(), settings: { dataDir } }
    const first = await startTestServer(place)
    await sdkClient(await first.firstKey(), { endpoint: `127.0.0.1:${first.port}` }).CreateOrganization()
    await first.stop()
    const second = await startTestServer({ ...place, demo: true })
    onTestFinished(async () => void (await second.stop()))
    expect(second.demo).toBeUndefined()
    expect(await documentOf(second.store.reader)).not.toHaveProperty('zones')
  })
})
