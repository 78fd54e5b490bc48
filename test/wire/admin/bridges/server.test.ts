import { describe, expect, inject, test } from 'vitest'
import { listUsers } from '../../../../src/directory/users/list-users.ts'
import { switchSynchronization } from '../../../../src/directory/zones/switch-synchronization.ts'
import { admin } from '../../../kit/admin.ts'
import { newZone, switchScim, type TestZone } from '../../../kit/directory.ts'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { newDepartment } from '../../../kit/feishu/departments.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { migratedDatabase } from '../../../kit/migrated.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { startTestServer, type TestServer } from '../../../kit/server.ts'
import { origin } from '../organization-kit.ts'

interface Filled {
  readonly place: TestZone
  readonly app: TestApp
  readonly department: string
  readonly at: string
}

async function must<Body = Record<string, unknown>>(answer: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`the admin API answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** A zone that follows a department of a company, made through the two vendors' official clients. */
async function newFilled(server: TestServer): Promise<Filled> {
  const [place, app] = [await newZone(server), await newCompany(server)]
  await switchScim(place, 'Enabled')
  const { open_department_id: department } = await newDepartment(app.client, { name: 'Sales' })
  const body = { company: app.company, selection: { departments: [department] }, status: 'following', mapping: { names: ['code'] } }
  const { id } = await must(admin(server, 'POST', `/zones/${place.zone}/bridges`, body))
  const at = `/zones/${place.zone}/bridges/${id}`
  await must(admin(server, 'POST', `${at}/apply`))
  return { place, app, department, at }
}

/** Asks until the zone is known to agree with all that has happened in the company by now. */
async function caughtUp(server: TestServer, { app, at }: Pick<Filled, 'app' | 'at'>): Promise<void> {
  const { items } = await must(admin<{ items: { seq: number }[] }>(server, 'GET', `/events?tenant=company-${app.company}&limit=1000`))
  const end = items.at(-1)?.seq ?? 0
  await expect.poll(async () => (await must(admin(server, 'GET', at))).seq, { timeout: 10_000, interval: 20 }).toBe(end)
}

async function namesIn({ client, zone }: TestZone): Promise<string[]> {
  const { Groups } = await client.ListGroups({ ZoneId: zone })
  const { GroupMembers } = await client.ListGroupMembers({ ZoneId: zone, GroupId: Groups?.[0]?.GroupId as string })
  return (GroupMembers ?? []).map(({ UserName }) => UserName as string).sort()
}

describe('a bridge of a server', () => {
  test('what happens through the one official client is seen through the other, and belongs to the bridge while it is on', async () => {
    const server = await startTestServer()
    try {
      const filled = await newFilled(server)
      const { place, app, department } = filled
      const ann = await newPerson(app.client, { user_id: 'ann', department_ids: [department] })
      await newPerson(app.client, { user_id: 'bob', department_ids: [department] })
      await caughtUp(server, filled)
      expect(await namesIn(place)).toEqual(['ann', 'bob'])
      await app.client.contact.user.patch({ path: { user_id: ann.open_id }, data: { is_frozen: true } })
      await caughtUp(server, filled)
      const { Users } = await place.client.ListUsers({ ZoneId: place.zone })
      const shown = Users?.map(({ UserName, UserStatus, UserType }) => [UserName, UserStatus, UserType]).sort()
      expect(shown).toEqual([
        ['ann', 'Disabled', 'Synchronized'],
        ['bob', 'Enabled', 'Synchronized'],
      ])
      const [UserId, GroupId] = [
        Users?.[0]?.UserId as string,
        (await place.client.ListGroups({ ZoneId: place.zone })).Groups?.[0]?.GroupId as string,
      ]
      const ZoneId = place.zone
      const ids = { ZoneId, UserId, GroupId }
      await expectRefusal(place.client.RemoveUserFromGroup(ids), 'FailedOperation.SynchronizedGroupNotRemoveUser', GroupId)
      await expectRefusal(
        place.client.UpdateUser({ ZoneId, UserId, NewDisplayName: 'x' }),
        'FailedOperation.SynchronizedUserNotUpdate',
        UserId,
      )
      await expectRefusal(place.client.DeleteUser({ ZoneId, UserId }), 'FailedOperation.SynchronizedUserNotDelete', UserId)
      await expectRefusal(place.client.DeleteGroup({ ZoneId, GroupId }), 'FailedOperation.SynchronizedGroupNotDelete', GroupId)
      expect(await namesIn(place)).toEqual(['ann', 'bob'])
      await switchScim(place, 'Disabled')
      await place.client.RemoveUserFromGroup(ids)
      expect(await namesIn(place)).toHaveLength(1)
      // By hand while it was off: the next run puts it right.
      await switchScim(place, 'Enabled')
      await must(admin(server, 'POST', `${filled.at}/apply`))
      expect(await namesIn(place)).toEqual(['ann', 'bob'])
    } finally {
      await server.stop()
    }
  })

  test.skipIf(!inject('postgres'))('a server that ends leaves what it has not followed to another one', async () => {
    const databaseUrl = await migratedDatabase(inject('postgres') as string)
    const first = await startTestServer({ databaseUrl })
    const filled = await newFilled(first)
    // Nobody follows meanwhile: the switch is off until the other server is there.
    await switchScim(filled.place, 'Disabled')
    for (const user_id of ['ann', 'bob', 'cat']) await newPerson(filled.app.client, { user_id, department_ids: [filled.department] })
    await first.stop()
    const second = await startTestServer({ databaseUrl })
    const third = await startTestServer({ databaseUrl })
    try {
      const { zone } = filled.place
      await second.store.write(zone, origin, (tx) => switchSynchronization(tx, zone, 'enabled'))
      await caughtUp(third, filled)
      const { items } = await listUsers(third.store.reader, { zone, newestFirst: false, offset: 0, limit: 10 })
      expect(items.map(({ name }) => name).sort()).toEqual(['ann', 'bob', 'cat'])
    } finally {
      await second.stop()
      await third.stop()
    }
  })
})
