import { expect, test } from 'vitest'
import { admin } from '../kit/admin.ts'
import { eventsIn, unique } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { newTree } from '../kit/organization/departments.ts'
import { adjust, create, membersOf, newCreated, newPair } from '../kit/organization/members.ts'
import { startSideBySide } from '../kit/side-by-side.ts'
import { callers, clientsOf, tally } from './callers.ts'

onEveryEngine(`members under ${callers} callers`, (engine) => {
  test('CreateOrganizationMember with one name: one is made, with one account', async () => {
    const servers = await startSideBySide(engine)
    const place = await newTree(servers[0])
    const Name = unique('same')
    const calls = clientsOf(place, servers).map((client) => create({ ...place, client }, { Name, AccountName: Name }))
    expect(await tally(calls)).toEqual({ OK: 1, 'FailedOperation.MemberNameUsed': callers - 1 })
    expect((await membersOf(place)).filter((member) => member.Name === Name)).toHaveLength(1)
    const joined = (await eventsIn(servers[0], `organization-${place.organization}`)).filter(({ kind }) => kind === 'account_joined')
    expect(joined).toHaveLength(2)
    const created = (await eventsIn(servers[0], 'accounts')).filter(({ kind, after }) => kind === 'account_created' && after?.name === Name)
    expect(created).toHaveLength(1)
  })

  test('CreateOrganizationMember with one AccountName: one is made', async () => {
    const servers = await startSideBySide(engine)
    const place = await newTree(servers[0])
    const AccountName = unique('same')
    const calls = clientsOf(place, servers).map((client) => create({ ...place, client }, { AccountName }))
    expect(await tally(calls)).toEqual({ OK: 1, 'FailedOperation.OrganizationMemberNameUsed': callers - 1 })
    expect(await membersOf(place)).toHaveLength(2)
  })

  test('at the quota of members: exactly as many as there is room for', async () => {
    const servers = await startSideBySide(engine)
    const place = await newTree(servers[0])
    await adjust(servers[0], place, { limits: { members: 8 } })
    const calls = clientsOf(place, servers).map((client) => create({ ...place, client }))
    expect(await tally(calls)).toEqual({ OK: 7, 'LimitExceeded.OrganizationMemberOverLimit': callers - 7 })
    expect(await membersOf(place)).toHaveLength(8)
  })

  test('at the quota of created members: exactly as many, each with a record of its own', async () => {
    const servers = await startSideBySide(engine)
    const place = await newTree(servers[0])
    await adjust(servers[0], place, { limits: { createdMembers: 5 } })
    const calls = clientsOf(place, servers).map((client) => create({ ...place, client }))
    expect(await tally(calls)).toEqual({ OK: 5, 'LimitExceeded.CreateMemberOverLimit': callers - 5 })
    await adjust(servers[0], place, { limits: { createdMembers: 50 } })
    const records = [1, 2, 3, 4, 5, 6].map((RecordId) => create(place, { RecordId }))
    expect(await tally(records)).toEqual({ 'FailedOperation.CreateRecordAlreadySuccess': 5, 'FailedOperation.CreateRecordNotExist': 1 })
  })

  test('at the quota of accounts of one company, over several organizations: exactly as many as there is room for', async () => {
    const servers = await startSideBySide(engine)
    const entity = unique('company')
    const places = await Promise.all([1, 2, 3, 4].map(() => newTree(servers[0])))
    for (const place of places) {
      await admin(servers[0], 'PATCH', `/accounts/${place.uin}`, { entity })
      await adjust(servers[0], place, { limits: { accountsPerEntity: places.length + 5 } })
    }
    const calls = places.flatMap((place) =>
      clientsOf(place, servers)
        .slice(0, callers / 4)
        .map((client) => create({ ...place, client })),
    )
    expect(await tally(calls)).toEqual({ OK: 5, 'FailedOperation.CreateMemberAuthOverLimit': callers - 5 })
    const members = await Promise.all(places.map((place) => membersOf(place)))
    expect(members.flat()).toHaveLength(places.length + 5)
  })

  test('UpdateOrganizationMember: one of several members gets a name, and one of several changes is asked for', async () => {
    const servers = await startSideBySide(engine)
    const { place, member } = await newPair(servers[0])
    const uins = await Promise.all(Array.from({ length: 8 }, () => newCreated(place)))
    const Name = unique('wanted')
    const clients = clientsOf(place, servers)
    const renamed = clients.map((client, index) => client.UpdateOrganizationMember({ MemberUin: uins[index % 8] as number, Name }))
    const counts = await tally(renamed)
    // The one that has the name can take it again.
    expect(Object.keys(counts).sort()).toEqual(['FailedOperation.MemberNameUsed', 'OK'])
    expect((await membersOf(place)).filter((one) => one.Name === Name)).toHaveLength(1)
    const asked = clients.map((client, index) =>
      client.UpdateOrganizationMember({ MemberUin: member.uin, PolicyType: 'Financial', PermissionIds: [1, 2, index % 2 ? 4 : 5] }),
    )
    expect(await tally(asked)).toEqual({ OK: 1, 'FailedOperation.ChangePermissionRecordExist': callers - 1 })
  })

  test('accounts that take the names of their members while the administration changes them: both hold', async () => {
    const servers = await startSideBySide(engine)
    const place = await newTree(servers[0])
    const uins = await Promise.all(Array.from({ length: 24 }, () => newCreated(place)))
    await Promise.all(
      uins.flatMap((MemberUin, index) => [
        place.client.UpdateOrganizationMember({ MemberUin, Name: `renamed-${index}`, IsModifyNickName: 1 }),
        admin(servers.at(-1) ?? servers[0], 'PATCH', `/accounts/${MemberUin}`, { facts: { balance: index + 1 } }),
      ]),
    )
    const accounts = await Promise.all(
      uins.map((uin) => admin<{ name: string; facts: { balance: number } }>(servers[0], 'GET', `/accounts/${uin}`)),
    )
    expect(accounts.map(({ body }) => [body.name, body.facts.balance])).toEqual(uins.map((_, index) => [`renamed-${index}`, index + 1]))
  })
})
