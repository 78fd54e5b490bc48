import { expect, test } from 'vitest'
import { sdkClient } from '../kit/clients.ts'
import { eventsIn, type TestManager } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { addMail, bindingOf, newContact, setLimits, withCreatedMembers } from '../kit/organization/mail-bindings.ts'
import type { TestServer } from '../kit/server.ts'
import { startSideBySide } from '../kit/side-by-side.ts'
import { callers, clientsOf, tally } from './callers.ts'

/** Organizations with four created members each. */
async function organizations(server: TestServer, count: number) {
  const made = await Promise.all(Array.from({ length: count }, () => withCreatedMembers(server, 4)))
  return made.flatMap(({ manager, uins }) => uins.map((uin) => ({ manager, uin })))
}

/** The manager's client on one of the servers. */
function on(servers: readonly TestServer[], { key }: TestManager, index: number) {
  return sdkClient(key, { endpoint: `127.0.0.1:${servers[index % servers.length]?.port}` })
}

const statuses = async (places: Awaited<ReturnType<typeof organizations>>) =>
  Promise.all(places.map(async ({ manager, uin }) => (await bindingOf(manager, uin)).BindStatus))

onEveryEngine('e-mail bindings by many callers at once', (engine) => {
  test(`${callers} callers bind one address to different members of one organization: one succeeds`, async () => {
    const servers = await startSideBySide(engine)
    const { manager, uins } = await withCreatedMembers(servers[0], callers)
    await setLimits(servers[0], manager, { mailBindingsPerDay: 1000 })
    const { Email } = newContact()
    const calls = clientsOf(manager, servers).map((client, index) =>
      client.AddOrganizationMemberEmail({ MemberUin: uins[index] as number, ...newContact({ Email }) }),
    )
    expect(await tally(calls)).toEqual({ OK: 1, 'FailedOperation.EmailAlreadyUsed': callers - 1 })
    const requested = (await eventsIn(servers[0], `organization-${manager.organization}`)).filter(({ kind }) => kind.startsWith('mail'))
    expect(requested).toHaveLength(1)
  })

  test(`${callers} callers of sixteen organizations bind one address: one succeeds`, async () => {
    const servers = await startSideBySide(engine)
    const places = await organizations(servers[0], callers / 4)
    const { Email } = newContact()
    const calls = places.map(({ manager, uin }, index) =>
      on(servers, manager, index).AddOrganizationMemberEmail({ MemberUin: uin, ...newContact({ Email }) }),
    )
    expect(await tally(calls)).toEqual({ OK: 1, 'FailedOperation.EmailAlreadyUsed': callers - 1 })
    expect((await statuses(places)).filter((status) => status === 'Valid')).toHaveLength(1)
  })

  test(`${callers} callers of sixteen organizations bind one phone: five accounts get it`, async () => {
    const servers = await startSideBySide(engine)
    const places = await organizations(servers[0], callers / 4)
    const { Phone } = newContact()
    const calls = places.map(({ manager, uin }, index) =>
      on(servers, manager, index).AddOrganizationMemberEmail({ MemberUin: uin, ...newContact({ Phone }) }),
    )
    // Source: open question 11 for the kind of number; the number is our own.
    expect(await tally(calls)).toEqual({ OK: 5, 'LimitExceeded.PhoneNumBound': callers - 5 })
    expect((await statuses(places)).filter((status) => status === 'Valid')).toHaveLength(5)
  })

  test('the limits of a day, of changes and of mails sent again', async () => {
    const servers = await startSideBySide(engine)
    const { manager, uins } = await withCreatedMembers(servers[0], callers)
    const clients = clientsOf(manager, servers)
    const added = clients.map((client, index) => addMail({ ...manager, client }, uins[index] as number))
    expect(await tally(added)).toEqual({ OK: 5, 'LimitExceeded.EmailBindOverLimit': callers - 5 })
    const bound = (await Promise.all(uins.map(async (uin) => ({ uin, ...(await bindingOf(manager, uin)) })))).find(
      ({ BindId }) => BindId === 1,
    )
    const about = { MemberUin: bound?.uin as number, BindId: 1 }
    const changed = clients.map((client) => client.UpdateOrganizationMemberEmailBind({ ...about, ...newContact() }))
    expect(await tally(changed)).toEqual({ OK: 3, 'LimitExceeded.UpdateEmailBindOverLimit': callers - 3 })
    const sent = clients.map((client) => client.SendOrgMemberAccountBindEmail(about))
    expect(await tally(sent)).toEqual({ OK: 1, 'LimitExceeded.SendEmailWithinOneHourLimit': callers - 1 })
  })

  test('two members exchange addresses in opposite orders, across organizations: nobody hangs, nobody shares', async () => {
    const servers = await startSideBySide(engine)
    const places = await organizations(servers[0], 2)
    const emails = [newContact().Email, newContact().Email]
    const [one, other] = [places[0], places[4]] as [(typeof places)[0], (typeof places)[0]]
    for (const { manager, uin } of [one, other]) {
      await setLimits(servers[0], manager, { mailBindingUpdates: 1000 })
      await addMail(manager, uin)
    }
    const calls = Array.from({ length: 32 }, (_, index) => {
      const { manager, uin } = index % 2 === 0 ? one : other
      const Email = emails[(index >> 1) % 2] as string
      return on(servers, manager, index >> 2).UpdateOrganizationMemberEmailBind({ MemberUin: uin, BindId: 1, ...newContact({ Email }) })
    })
    const { OK, ...refused } = await tally(calls)
    expect(OK).toBeGreaterThan(0)
    expect(Object.keys(refused).filter((code) => code !== 'FailedOperation.EmailAlreadyUsed')).toEqual([])
    const [mine, theirs] = await Promise.all([one, other].map(async ({ manager, uin }) => (await bindingOf(manager, uin)).Email))
    expect(mine).not.toBe(theirs)
  })
})
