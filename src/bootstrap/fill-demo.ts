import { findCaller } from '../directory/accounts/find-caller.ts'
import { accountsStream, organizationStream } from '../directory/events.ts'
import { changeMemberships } from '../directory/groups/change-memberships.ts'
import { createGroup } from '../directory/groups/create-group.ts'
import { createOrganization } from '../directory/organizations/create-organization.ts'
import type { Session } from '../directory/session.ts'
import { createUser } from '../directory/users/create-user.ts'
import { openZone } from '../directory/zones/open-zone.ts'
import { demoCompany } from './demo-company.ts'

/** What the welcome's snippet works on: a group, and a user that is not in it yet. */
export interface Demo {
  readonly zone: string
  readonly group: string
  readonly user: string
}

/** Fills a directory whose first account has no organization with the demo company; any other is left alone. */
export async function fillDemo(session: Session, secretId: string): Promise<Demo | undefined> {
  const caller = async () => (await session.read(async (reader) => findCaller(reader, secretId)))?.caller
  const manager = await caller()
  if (!manager || manager.organization) return undefined
  const { ports, vault } = session

  const organization = await session.write(accountsStream, (tx) => createOrganization(tx, ports, manager.account))
  const placed = await caller()
  if (!placed) return undefined
  const zone = await session.write(organizationStream(organization), (tx) => openZone(tx, ports, placed, demoCompany.zone))

  const users = new Map<string, string>()
  for (const [name, firstName, lastName, displayName, description] of demoCompany.people) {
    const email = `${name}@lantern.example`
    const made = await session.write(zone, (tx) =>
      createUser(tx, ports, vault, zone, { name, firstName, lastName, displayName, description, email }),
    )
    users.set(name, made.user.id)
  }
  const groups: string[] = []
  for (const { name, description, members } of demoCompany.groups) {
    const group = await session.write(zone, (tx) => createGroup(tx, ports, zone, { name, description }))
    groups.push(group.id)
    await Promise.all(
      members.map((member) => session.submit(changeMemberships, zone, { kind: 'add', group: group.id, user: users.get(member) ?? '' })),
    )
  }
  return { zone, group: groups[0] ?? '', user: users.get('xu.ming') ?? '' }
}
