import { expect, test } from 'vitest'
import { statement } from '../../src/storage/statement.ts'
import { newZone } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import type { TestServer } from '../kit/server.ts'
import { startSideBySide } from '../kit/side-by-side.ts'
import { newScimKey, scimKeysOf } from '../kit/synchronization/scim-keys.ts'
import { clientsOf, tally } from './callers.ts'

/** As many as ask for a key at the same moment. */
const many = 20

const everyCredential = statement((db, _p: object) => db.selectFrom('source_credentials').selectAll())

onEveryEngine(`SCIM keys under ${many} callers`, (engine) => {
  test('a zone never has more than two, and one that is deleted makes room for one', async () => {
    const servers = await startSideBySide(engine)
    const place = await newZone(servers[0])
    const clients = clientsOf(place, servers).slice(0, many)
    const ask = () => clients.map((client) => client.CreateSCIMCredential({ ZoneId: place.zone }))
    const limit = 'LimitExceeded.ScimCredentialLimitExceeded'
    expect(await tally(ask())).toEqual({ OK: 2, [limit]: many - 2 })
    const [first, second] = await scimKeysOf(place)
    expect(await scimKeysOf(place)).toHaveLength(2)
    const gone = { ZoneId: place.zone, CredentialId: first?.CredentialId as string }
    const drops = clients.map((client) => client.DeleteSCIMCredential(gone))
    expect(await tally(drops)).toEqual({ OK: 1, 'InvalidParameter.ScimCredentialNotFound': many - 1 })
    expect(await tally(ask())).toEqual({ OK: 1, [limit]: many - 1 })
    const left = (await scimKeysOf(place)).map(({ CredentialId }) => CredentialId)
    expect([left.length, left.includes(second?.CredentialId), left.includes(gone.CredentialId)]).toEqual([2, true, false])
  })

  test('none is made in a zone that is deleted at the same moment', async () => {
    const servers = await startSideBySide(engine)
    const place = await newZone(servers[0])
    await newScimKey(place)
    const clients = clientsOf(place, servers).slice(0, many)
    const calls = clients.map((client, index) =>
      index === many / 2 ? client.DeleteOrganization() : client.CreateSCIMCredential({ ZoneId: place.zone }),
    )
    await Promise.allSettled(calls)
    const { client } = place
    await expect(client.ListSCIMCredentials({ ZoneId: place.zone })).rejects.toMatchObject({
      code: 'FailedOperation.IdentityCenterNotOpen',
    })
    expect(await rowsOf(servers[0])).toEqual([])
  })
})

/** What no call can show of a zone that is gone. */
async function rowsOf({ store: { reader } }: TestServer): Promise<object[]> {
  return reader.all(everyCredential, {})
}
