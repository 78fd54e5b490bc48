import { timeText } from '../content/times.ts'
import { accessContent, groupContent, userContent, type ZoneContent, zoneContent } from '../content/zone-content.ts'
import { leaveOut } from './leave-out.ts'

/** A zone as an export writes it: what is left out is what a seed takes it for. */
export function zoneDocument(content: ZoneContent, manager: number): object {
  const { row, users, groups, members, access } = content
  const zone = zoneContent(row)
  const accesses = (principal: string) => (access.get(principal) ?? []).map(accessContent)
  return leaveOut(
    {
      manager,
      ...zone,
      users: users.map((user) => {
        const told = { ...userContent(user), access: accesses(user.id) }
        return leaveOut(told, { ...blank, status: 'enabled', mustResetPassword: false, updatedAt: told.createdAt })
      }),
      groups: groups.map((group) => {
        const listed = (members.get(group.id) ?? []).map(({ name, joined_at }) => ({ user: name, joinedAt: timeText(joined_at) }))
        const told = { ...groupContent(group), members: listed, access: accesses(group.id) }
        return leaveOut(told, { description: '', externalId: '', owner: 'manual', updatedAt: told.createdAt })
      }),
    },
    { synchronization: 'disabled', adoption: 'never', updatedAt: zone.createdAt },
  )
}

const blank = { firstName: '', lastName: '', displayName: '', description: '', email: '', externalId: '', owner: 'manual' }
