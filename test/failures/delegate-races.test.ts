import { expect, test } from 'vitest'
import { newOrganization } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { delegatedUins, mostDelegates, newMembers } from '../kit/organization/services.ts'
import { startSideBySide } from '../kit/side-by-side.ts'
import { clientsOf, tally } from './callers.ts'

const many = 16

onEveryEngine(`CanAssignCount under ${many} callers`, (engine) => {
  test('each delegates another member: as many as there is room for', async () => {
    const servers = await startSideBySide(engine)
    const manager = await newOrganization(servers[0])
    const members = await newMembers(servers[0], manager.organization, many)
    const clients = clientsOf(manager, servers).slice(0, many)
    const calls = clients.map((client, index) => client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: [members[index] as number] }))
    expect(await tally(calls)).toEqual({ OK: mostDelegates, 'LimitExceeded.CreateOrgServiceAssignOverLimit': many - mostDelegates })
    expect(await delegatedUins(manager, 'cloudaudit')).toHaveLength(mostDelegates)
  })

  test('pairs, all or nothing, while others end delegations: never more than there may be', async () => {
    const servers = await startSideBySide(engine)
    const manager = await newOrganization(servers[0])
    const members = await newMembers(servers[0], manager.organization, many)
    await manager.client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: members.slice(0, 3) })
    const at = (index: number) => members[index % many] as number
    const seen: number[] = []
    const calls = clientsOf(manager, servers).map(async (client, index) => {
      if (index % 4 === 0) seen.push((await client.ListOrgServiceAssignMember({ Offset: 0, Limit: 50, ServiceId: 1 })).Items?.length ?? 0)
      else if (index % 4 === 1) await client.DeleteOrgServiceAssign({ ServiceId: 1, MemberUin: at(index * 7) })
      else await client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: [at(index), at(index + 1)] })
    })
    const { OK, ...refused } = await tally(calls)
    expect(OK).toBeGreaterThan(16)
    const known = ['LimitExceeded.CreateOrgServiceAssignOverLimit', 'ResourceNotFound.OrganizationServiceAssignNotExist']
    expect(Object.keys(refused).filter((code) => !known.includes(code))).toEqual([])
    expect(Math.max(...seen)).toBeLessThanOrEqual(mostDelegates)
    expect((await delegatedUins(manager, 'cloudaudit')).length).toBeLessThanOrEqual(mostDelegates)
  })
})
