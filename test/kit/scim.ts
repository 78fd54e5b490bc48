import { expect } from 'vitest'
import type { Client } from './clients.ts'
import { eventsIn, newZone, type ReachedServer, switchScim, type TestZone, unique } from './directory.ts'
import type { TestServer } from './server.ts'

// biome-ignore lint/suspicious/noExplicitAny: a resource is whatever the wire shows
export type Resource = any

export interface ScimAnswer {
  readonly status: number
  readonly headers: Headers
  /** What was answered as JSON; undefined when nothing was. */
  readonly body: Resource
}

export type Scim = (method: string, path: string, body?: object | string, headers?: Record<string, string>) => Promise<ScimAnswer>

/** A source of synchronization: a zone that lets itself be filled, the credential to do so, and the manager who looks at it from the other side. */
export interface Source {
  readonly place: TestZone
  readonly zone: string
  /** The manager, through the vendor's official client. */
  readonly identity: Client
  readonly credential: string
  readonly token: string
  /** Sends `body` as SCIM (a text as it stands) with the credential. */
  readonly scim: Scim
}

/** A zone with the switch on and a credential. */
export async function newSource(server: ReachedServer, place?: TestZone): Promise<Source> {
  const at = place ?? (await newZone(server))
  await switchScim(at, 'Enabled')
  return { place: at, zone: at.zone, identity: at.client, ...(await newCredential(server, at)) }
}

/** A credential of a zone, however its switch stands. */
export async function newCredential(
  server: ReachedServer,
  { client, zone }: TestZone,
  seconds?: number,
): Promise<Pick<Source, 'credential' | 'token' | 'scim'>> {
  const made = await client.CreateSCIMCredential({ ZoneId: zone, ...(seconds !== undefined && { ExpireDuration: seconds }) })
  const token = made.CredentialSecret as string
  return { credential: made.CredentialId as string, token, scim: scimWith(server, token) }
}

/** Calls the wire as a source does: over HTTP, with this token or with none. */
export function scimWith({ url }: Pick<TestServer, 'url'>, token?: string): Scim {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}/scim/v2${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
  }
}

export const urns = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const

/** The body of a PATCH. */
export function patchOf(...Operations: object[]): object {
  return { schemas: [urns.patch], Operations }
}

/** The answer, whose status must be this. */
export async function answered(call: Promise<ScimAnswer>, status: number): Promise<ScimAnswer> {
  const answer = await call
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status })
  return answer
}

/** The id of a user that the source makes. */
export async function newSyncedUser({ scim }: Pick<Source, 'scim'>, fields: object = {}): Promise<string> {
  const { body } = await answered(scim('POST', '/Users', { schemas: [urns.user], userName: unique('synced'), ...fields }), 201)
  return body.id
}

/** The id of a group that the source makes, with these users in it. */
export async function newSyncedGroup(
  { scim }: Pick<Source, 'scim'>,
  members: readonly string[] = [],
  fields: object = {},
): Promise<string> {
  const body = { schemas: [urns.group], displayName: unique('synced'), members: members.map((value) => ({ value })), ...fields }
  return (await answered(scim('POST', '/Groups', body), 201)).body.id
}

/** Who is in a group, as this wire tells it; in order of ids. */
export async function scimMembers({ scim }: Pick<Source, 'scim'>, group: string): Promise<string[]> {
  const { body } = await answered(scim('GET', `/Groups/${group}`), 200)
  return ((body.members ?? []) as { value: string }[]).map(({ value }) => value).sort()
}

/** Who is in a group, as the vendor's official client tells it; in order of ids. */
export async function tencentMembers({ identity, zone }: Pick<Source, 'identity' | 'zone'>, group: string): Promise<string[]> {
  const members: string[] = []
  let next: string | undefined
  do {
    const page = await identity.ListGroupMembers({ ZoneId: zone, GroupId: group, MaxResults: 100, ...(next && { NextToken: next }) })
    for (const { UserId } of page.GroupMembers ?? []) members.push(UserId as string)
    next = page.IsTruncated ? page.NextToken : undefined
  } while (next)
  return members.sort()
}

/** Both surfaces say that exactly these are in the group. */
export async function expectMembers(source: Source, group: string, members: readonly string[]): Promise<void> {
  const wanted = [...members].sort()
  expect(await scimMembers(source, group)).toEqual(wanted)
  expect(await tencentMembers(source, group)).toEqual(wanted)
}

/** What the call was refused with: status, scimType (undefined: none) and words in the detail. */
export async function expectScimRefusal(
  call: Promise<ScimAnswer>,
  status: number,
  scimType: string | undefined,
  words: string | RegExp,
): Promise<void> {
  const { body, ...answer } = await call
  expect({ status: answer.status, body }).toMatchObject({ status, body: { schemas: [urns.error], status: String(status) } })
  expect(body.scimType).toBe(scimType)
  expect(body.detail).toEqual(typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words))
}

/** Users, groups and members of the zone on both surfaces, and everything that was recorded of it. */
export async function zoneState(server: TestServer, { identity, zone, scim }: Source): Promise<object> {
  const [users, groups, seen, seenGroups, events] = await Promise.all([
    identity.ListUsers({ ZoneId: zone, MaxResults: 100 }),
    identity.ListGroups({ ZoneId: zone, MaxResults: 100 }),
    scim('GET', '/Users'),
    scim('GET', '/Groups'),
    eventsIn(server, zone),
  ])
  const members = (groups.Groups ?? []).map(({ GroupId }) => tencentMembers({ identity, zone }, GroupId as string))
  return {
    users: users.Users,
    groups: groups.Groups,
    members: await Promise.all(members),
    seen: seen.body,
    seenGroups: seenGroups.body,
    events,
  }
}

/** `expectScimRefusal`, and the zone is afterwards what it was before. */
export async function expectUnchanged(
  server: TestServer,
  source: Source,
  call: () => Promise<ScimAnswer>,
  status: number,
  scimType: string | undefined,
  words: string | RegExp,
): Promise<void> {
  const before = await zoneState(server, source)
  await expectScimRefusal(call(), status, scimType, words)
  expect(await zoneState(server, source)).toEqual(before)
}
