import type { Stage } from './rehearsed-calls.ts'

const member = (id: string) => ({ member_type: 'user', member_id_type: 'open_id', member_id: id })

/** User groups, into which two people come and out of which they go. */
export async function groupsStory({ done, refused }: Stage, [first, second]: readonly [string, string]): Promise<void> {
  const { group_id } = await done('group.create', { data: { name: '值班 😀', description: 'On call', type: 1 } })
  const path = { group_id }
  await refused('group.create', 47009, { data: { name: '值班 😀' } })
  const other = await done('group.create', { data: { name: 'Chosen', group_id: 'chosen1' } })
  await done('group.patch', { path, data: { description: '' } })
  await refused('group.patch', 47009, { path, data: { name: 'Chosen' } })
  await done('group_member.add', { path, data: member(first) })
  await refused('group_member.add', 42005, { path, data: member(first) })
  await refused('group.delete', 42017, { path })
  await done('group_member.remove', { path, data: member(first) })
  await refused('group_member.remove', 41073, { path, data: member('ou_nobody') })
  await done('group_member.batch_add', { path, data: { members: [member(first), member(second), member('ou_nobody')] } })
  await refused('group_member.batch_add', 42002, { path: { group_id: 'nowhere' }, data: { members: [member(first)] } })
  await done('group_member.batch_remove', { path, data: { members: [member(first)] } })
  await refused('group_member.batch_remove', 41073, { path, data: { members: [member('ou_nobody')] } })
  await done('group_member.batch_remove', { path, data: { members: [member('ou_nobody'), member(second)] } }, 40022)
  await done('group.delete', { path: other })
  await refused('group.delete', 42002, { path: other })
}

/** Functional roles, which two people get for a department and lose. */
export async function rolesStory({ done, refused }: Stage, people: readonly [string, string], department: string): Promise<void> {
  const [first, second] = people
  const path = await done('functional_role.create', { data: { role_name: '出纳' } })
  const gone = await done('functional_role.create', { data: { role_name: 'Gone' } })
  await refused('functional_role.create', 41201, { data: { role_name: 'Gone' } })
  await done('functional_role.update', { path, data: { role_name: 'Cashier' } })
  await refused('functional_role.update', 41201, { path, data: { role_name: 'Gone' } })
  await done('functional_role.delete', { path: gone })
  await refused('functional_role.delete', 41202, { path: gone })
  const members = [first, 'ou_nobody', second]
  await done('functional_role_member.batch_create', { path, data: { members } })
  await refused('functional_role_member.batch_create', 41202, { path: gone, data: { members } })
  await done('functional_role_member.scopes', { path, data: { members: [first], departments: [department] } })
  await refused('functional_role_member.scopes', 41210, { path, data: { members: [first], departments: [`od-${'0'.repeat(32)}`] } })
  await refused('functional_role.delete', 41206, { path })
  await done('functional_role_member.batch_delete', { path, data: { members } })
  await refused('functional_role_member.batch_delete', 41202, { path: gone, data: { members } })
}

/** Units, one of which a department is bound to. */
export async function unitsStory({ done, refused }: Stage, department: string): Promise<void> {
  const plant = { name: 'Plant', unit_type: '工厂' }
  const path = await done('unit.create', { data: plant })
  const other = await done('unit.create', { data: { ...plant, name: 'Other', unit_id: 'U1' } })
  await refused('unit.create', 43055, { data: plant })
  await done('unit.patch', { path, data: { name: '一厂 😀' } })
  await refused('unit.patch', 43055, { path, data: { name: 'Other' } })
  const binding = { department_id: department, department_id_type: 'open_department_id' }
  await done('unit.bind_department', { data: { ...path, ...binding } })
  await refused('unit.bind_department', 43054, { data: { ...other, ...binding } })
  await refused('unit.unbind_department', 43058, { data: { ...other, ...binding } })
  await done('unit.unbind_department', { data: { ...path, ...binding } })
  await done('unit.bind_department', { data: { ...other, ...binding } })
  await done('unit.delete', { path: other })
  await refused('unit.delete', 43051, { path: other })
}
