import { accountNow } from '../../../src/directory/accounts/find-account.ts'
import { accountsStream, organizationStream } from '../../../src/directory/events.ts'
import { createGroup } from '../../../src/directory/groups/create-group.ts'
import { createOrganization } from '../../../src/directory/organizations/create-organization.ts'
import { createUser } from '../../../src/directory/users/create-user.ts'
import { openZone } from '../../../src/directory/zones/open-zone.ts'
import type { Origin } from '../../../src/storage/store.ts'
import { type Admin, newAccount, ports, unique, vault } from './admin-kit.ts'

export const origin: Origin = { actor: 'test', account: 0, dialect: 'test', operation: 'Prepare', requestId: 'r', at: Date.now() }

export interface TestOrganization {
  readonly manager: number
  readonly organization: number
}

/** An organization without a zone. */
export async function newOrganization(admin: Admin): Promise<TestOrganization> {
  const { uin } = await newAccount(admin)
  const account = await admin.store.read((reader) => accountNow(reader, uin))
  return { manager: uin, organization: await admin.store.write(accountsStream, origin, (tx) => createOrganization(tx, ports, account)) }
}

export interface TestZone extends TestOrganization {
  readonly zone: string
  readonly zoneName: string
}

/** An organization with its open zone. */
export async function newZone(admin: Admin): Promise<TestZone> {
  const { manager, organization } = await newOrganization(admin)
  const account = await admin.store.read((reader) => accountNow(reader, manager))
  const caller = { account, secretId: '', organization: { id: organization, managerUin: manager } }
  const zoneName = unique('zone')
  const zone = await admin.store.write(organizationStream(organization), origin, (tx) => openZone(tx, ports, caller, zoneName))
  return { manager, organization, zone, zoneName }
}

export async function newUser(admin: Admin, { zone }: TestZone): Promise<string> {
  const { user } = await admin.store.write(zone, origin, (tx) => createUser(tx, ports, vault, zone, { name: unique('user') }))
  return user.id
}

export async function newGroup(admin: Admin, { zone }: TestZone): Promise<string> {
  return (await admin.store.write(zone, origin, (tx) => createGroup(tx, ports, zone, { name: unique('group') }))).id
}
