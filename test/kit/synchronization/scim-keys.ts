import type { TestZone } from '../directory.ts'

/** A key as the one answer that shows its secret tells it. */
export interface TestKey {
  readonly CredentialId: string
  readonly CredentialSecret: string
  readonly CreateTime: string
  readonly ExpireTime: string
}

/** A new key of the zone, made by its manager through the official client. */
export async function newScimKey({ client, zone }: TestZone, fields: { ExpireDuration?: number } = {}): Promise<TestKey> {
  const { RequestId: _, ...made } = await client.CreateSCIMCredential({ ZoneId: zone, ...fields })
  return made as TestKey
}

/** The keys that the zone has, as ListSCIMCredentials shows them. */
export async function scimKeysOf({ client, zone }: TestZone) {
  const { SCIMCredentials = [] } = await client.ListSCIMCredentials({ ZoneId: zone })
  return SCIMCredentials
}
