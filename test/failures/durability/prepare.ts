import { Ledger } from './ledger.ts'
import type { Place } from './load.ts'
import { SignedCaller } from './signed-caller.ts'

const size = { groups: 6, users: 40, comingUsers: 24, comingGroups: 24 }

/** Opens a zone with groups and users, and a ledger of what will come and go in it. */
export async function prepare(port: number): Promise<{ place: Place; ledger: Ledger }> {
  const caller = new SignedCaller(port)
  await caller.must('CreateOrganization', {})
  const { ZoneId } = await caller.must('OpenIdentityCenter', { ZoneName: 'durable' })
  const zone = String(ZoneId)
  const ledger = new Ledger()
  const made = async (action: string, names: string[], field: string) => {
    const ids: string[] = []
    for (const name of names) {
      const { code, requestId, output } = await caller.call(action, { ZoneId, [field]: name })
      if (code !== 'OK') throw new Error(`${action} answered ${code}`)
      ledger.acknowledge(requestId)
      const { UserInfo, GroupInfo } = output as { UserInfo?: { UserId: string }; GroupInfo?: { GroupId: string } }
      ids.push(UserInfo?.UserId ?? (GroupInfo?.GroupId as string))
    }
    return ids
  }
  const groups = await made('CreateGroup', numbered('lasting-group', size.groups), 'GroupName')
  const users = await made('CreateUser', numbered('lasting-user', size.users), 'UserName')
  caller.close()
  for (const group of groups) for (const user of users) ledger.add('membership', `${group} ${user}`)
  for (const name of numbered('coming-user', size.comingUsers)) ledger.add('user', name)
  for (const name of numbered('coming-group', size.comingGroups)) ledger.add('group', name)
  return { place: { zone, groups, users }, ledger }
}

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name}-${index}`)
}
