import { newZone, switchScim, unique } from '../../kit/directory.ts'
import { answered, newSource, newSyncedGroup, newSyncedUser, type Source, urns } from '../../kit/scim.ts'
import type { Started } from '../bad-requests/wire.ts'
import type { Target } from './model/expected.ts'

/** A zone whose users and groups bodies are sent to; nobody else is in it. */
export interface Scene {
  readonly source: Source
  readonly users: readonly string[]
  readonly groups: readonly string[]
  /** Ids that are no members: by hand, of groups, of nobody. */
  readonly others: readonly string[]
}

/** Some of everything, so that there is much to lose. */
export async function newScene(server: Started): Promise<Scene> {
  const source = await newSource(server, await newZone(server))
  const users: string[] = []
  for (let count = 0; count < 8; count++) users.push(await newSyncedUser(source, userFields()))
  const groups: string[] = []
  for (const members of [users, users.slice(0, 4), []]) groups.push(await newSyncedGroup(source, members))
  return { source, users, groups, others: [...(await byHand(source)), ...groups, 'u-nobody', 'u-zzzzzzzzzzzz'] }
}

async function byHand({ identity, zone, place }: Source): Promise<string[]> {
  await switchScim(place, 'Enabled')
  const { UserInfo } = await identity.CreateUser({ ZoneId: zone, UserName: unique('hand') })
  const { GroupInfo } = await identity.CreateGroup({ ZoneId: zone, GroupName: unique('hand') })
  const [user, group] = [UserInfo?.UserId as string, GroupInfo?.GroupId as string]
  await identity.AddUserToGroup({ ZoneId: zone, GroupId: group, UserId: user })
  return [user, group]
}

/** A user with a value for every kind of attribute. */
function userFields(): object {
  const mail = unique('mail')
  return {
    externalId: 'x',
    active: true,
    name: { givenName: 'Lin', familyName: 'Wang', middleName: 'X' },
    displayName: 'Lin Wang',
    title: 'Engineer',
    emails: [
      { value: `${mail}@work.example`, type: 'work', primary: true },
      { value: `${mail}@home.example`, type: 'home' },
    ],
    phoneNumbers: [{ value: '+86 1', type: 'mobile' }],
    [urns.enterprise]: { department: 'R&D', manager: { value: 'u-1', $ref: '../Users/u-1' } },
  }
}

/** Puts a target back into order. */
export async function restore({ source, users }: Scene, { kind, id }: Target): Promise<void> {
  const body =
    kind === 'users'
      ? { schemas: [urns.user], userName: unique('synced'), ...userFields() }
      : { schemas: [urns.group], displayName: unique('synced'), members: users.slice(0, 4).map((value) => ({ value })) }
  await answered(source.scim('PUT', `/${kind === 'users' ? 'Users' : 'Groups'}/${id}`, body), 200)
}
