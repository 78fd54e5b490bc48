import { expect, test } from 'vitest'
import { everyOrganization, everyZone } from '../../src/storage/tables/contents.ts'
import { admin } from '../kit/admin.ts'
import { sdkClient } from '../kit/clients.ts'
import { eventsIn, eventsOf, newOrganization, unique } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { joins, newCompany, setOrganization } from '../kit/leaving/companies.ts'
import { situation } from '../kit/leaving/obstacles.ts'
import { startSideBySide } from '../kit/side-by-side.ts'
import { callers, clientsOf, tally } from './callers.ts'

onEveryEngine('many who take the same way out', (engine) => {
  test('a member is removed or quits once, through whichever server', async () => {
    const servers = await startSideBySide(engine)
    const company = await newCompany(servers[0])
    const member = await joins(servers[0], company, 'invited')
    const calls = Array.from({ length: 16 }, (_, index) => {
      const endpoint = `127.0.0.1:${servers[index % servers.length]?.port}`
      return index % 4 < 2
        ? sdkClient(company.key, { endpoint }).DeleteOrganizationMembers({ MemberUin: [member.uin] })
        : sdkClient(member.key, { endpoint }).QuitOrganization({ OrgId: company.organization })
    })
    const settled = await Promise.allSettled(calls)
    const lost = settled.flatMap((call) => (call.status === 'rejected' ? [call.reason.code] : []))
    expect(lost).toHaveLength(15)
    for (const code of lost) expect(['InvalidParameter', 'ResourceNotFound.OrganizationNotExist']).toContain(code)
    const kinds = (await eventsIn(servers[0], `organization-${company.organization}`)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'account_left')).toHaveLength(1)
  })

  test('an account is deleted once, whatever is done to it at that moment', async () => {
    const servers = await startSideBySide(engine)
    const { company, member } = await situation(servers[0], 'created', new Set())
    await setOrganization(servers[0], company, { limits: { deletionReviewSeconds: 0 } })
    await company.client.DeleteAccount({ MemberUin: member.uin })
    // Until it is gone it gets keys; then nobody finds it, and no key of it is left.
    const statuses = new Set<number>()
    for (let turn = 0; !statuses.has(404); turn++) {
      const server = servers[turn % servers.length] as (typeof servers)[0]
      statuses.add((await admin(server, 'POST', `/accounts/${member.uin}/keys`, {})).status)
    }
    expect([...statuses].filter((status) => status !== 201)).toEqual([404])
    const told = (await eventsOf(servers[0], String(member.uin))).filter(({ kind }) => kind === 'account_deleted')
    expect(told).toHaveLength(1)
    const made = (await eventsIn(servers[0], 'accounts')).filter(
      ({ kind, after }) => kind === 'key_created' && after?.account === member.uin,
    )
    expect([...((told[0]?.before?.keys as string[]) ?? [])].sort()).toEqual(made.map(({ subject }) => subject).sort())
  })
})

onEveryEngine('an organization that is deleted while its zone is opened', (engine) => {
  test(`by ${callers} callers: no zone is left without its organization`, async () => {
    const servers = await startSideBySide(engine)
    const places = await Promise.all([1, 2, 3, 4].map(() => newOrganization(servers[0])))
    const calls = places.flatMap((place, turn) =>
      clientsOf(place, servers).map((client, index) =>
        index === turn * 4 ? client.DeleteOrganization() : client.OpenIdentityCenter({ ZoneName: unique('zone') }),
      ),
    )
    const { OK, ...refused } = await tally(calls)
    // Each is deleted once; before that its zone may have been opened.
    expect(OK).toBeGreaterThanOrEqual(places.length)
    expect(OK).toBeLessThanOrEqual(2 * places.length)
    const known = ['FailedOperation.IdentityCenterAlreadyOpen', 'FailedOperation.IdentityCenterOrganizationNotOpen']
    expect(Object.keys(refused).filter((code) => !known.includes(code))).toEqual([])
    const { reader } = servers[0].store
    expect([await reader.all(everyOrganization, {}), await reader.all(everyZone, {})]).toEqual([[], []])
  })
})
