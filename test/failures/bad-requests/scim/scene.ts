import { newZone, switchScim, type TestZone, unique } from '../../../kit/directory.ts'
import { newCredential, newSource, newSyncedGroup, newSyncedUser, type Source } from '../../../kit/scim.ts'
import type { Owned, Started } from '../wire.ts'
import { Things } from './things.ts'

/** The tokens that requests bring. */
export interface Tokens {
  readonly good: string
  /** Of a zone of somebody else: it must not see this one. */
  readonly foreign: string
  /** Of a zone whose synchronization is off. */
  readonly off: string
  /** Were good once. */
  readonly over: readonly string[]
}

/** What the requests of one connection speak of: zones of their own. */
export interface Scene {
  readonly port: number
  readonly things: Things
  /** Ids that are no synchronized ones of the zone. */
  readonly others: readonly string[]
  readonly tokens: Tokens
  readonly owned: Owned
}

/** The shortest life that a credential can be given. */
const shortSeconds = 3600

/** A scene for each connection. What was given for a short time is over when they stand. */
export async function newScenes(server: Started, count: number): Promise<Scene[]> {
  const scenes: Scene[] = []
  for (let index = 0; index < count; index++) scenes.push(await newScene(server))
  await server.turnClock((shortSeconds + 60) * 1000)
  return scenes
}

async function newScene(server: Started): Promise<Scene> {
  const source = await newSource(server)
  const [foreign, off] = [await newSource(server), await newZone(server)]
  const short = await newCredential(server, source.place, shortSeconds)
  const disabled = await newCredential(server, foreign.place)
  await foreign.identity.UpdateSCIMCredentialStatus({
    ZoneId: foreign.zone,
    CredentialId: disabled.credential,
    NewStatus: 'Disabled',
  })
  const tokens = {
    good: source.token,
    foreign: foreign.token,
    off: (await newCredential(server, off)).token,
    over: [short.token, disabled.token],
  }
  const things = new Things()
  await furnish(source, things)
  const others = [...(await byHand(source.place)), await newSyncedUser(foreign), await newSyncedGroup(foreign), 'u-nobody']
  const zones = [source.zone, foreign.zone, off.zone]
  const owned = { column: 'zone', owners: zones, without: [], streams: zones }
  return { port: server.port, things, others, tokens, owned }
}

/** Some of everything, so that there is much to lose. */
async function furnish(source: Source, things: Things): Promise<void> {
  const users: string[] = []
  for (let count = 0; count < 6; count++) {
    const emails = [{ value: `${unique('mail')}@one.example`, type: 'work', primary: true }]
    users.push(await newSyncedUser(source, { emails, name: { givenName: 'Lin' }, title: 'Engineer', externalId: `x${count}` }))
  }
  for (const members of [users, users.slice(0, 2), []]) await newSyncedGroup(source, members)
  for (const path of ['/Users', '/Groups']) things.learn((await source.scim('GET', path)).body)
}

async function byHand(place: TestZone): Promise<string[]> {
  const { client, zone } = place
  await switchScim(place, 'Enabled')
  const { UserInfo } = await client.CreateUser({ ZoneId: zone, UserName: unique('hand') })
  const { GroupInfo } = await client.CreateGroup({ ZoneId: zone, GroupName: unique('hand') })
  return [UserInfo?.UserId as string, GroupInfo?.GroupId as string]
}
