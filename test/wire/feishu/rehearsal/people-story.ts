import { setCompanyFacts } from '../../../kit/feishu/company.ts'
import { newPhone } from '../../../kit/feishu/people.ts'
import type { Stage } from './rehearsed-calls.ts'

const unknown = `od-${'0'.repeat(32)}`

/** Departments made, moved, renamed and deleted; answers the `open_department_id` of one that stays. */
export async function departmentsStory({ done, refused }: Stage): Promise<string> {
  const below = (parent: string, name: string, more: object = {}) => ({ data: { name, parent_department_id: parent, ...more } })
  const made = async (...of: Parameters<typeof below>): Promise<string> =>
    (await done('department.create', below(...of))).department.open_department_id
  const sales = await made('0', '销售 😀', { department_id: 'sales', create_group_chat: true, order: '3' })
  const support = await made(sales, 'Support', { i18n_name: { en_us: 'Support' } })
  const path = { department_id: support }
  await refused('department.create', 43022, below(sales, 'Support'))
  await done('department.patch', { path, data: { name: 'Help', create_group_chat: true } })
  await refused('department.patch', 40001, { path: { department_id: sales }, data: { parent_department_id: support } })
  await done('department.update', { path, ...below('0', 'Help Desk') })
  await refused('department.update', 40008, { path: { department_id: unknown }, ...below('0', 'Nobody') })
  await refused('department.update_department_id', 43007, { path, data: { new_department_id: 'sales' } })
  await done('department.update_department_id', { path, data: { new_department_id: 'desk' } })
  await done('department.unbind_department_chat', { data: { department_id: support } })
  await refused('department.unbind_department_chat', 40020, { data: { department_id: support } })
  await made(sales, 'Full')
  await refused('department.delete', 43012, { path: { department_id: sales } })
  await done('department.delete', { path })
  return sales
}

/** People who come, are changed, leave and come back; answers the `open_id` of two who stay. */
export async function usersStory(stage: Stage, department: string): Promise<[string, string]> {
  const { done, refused, place } = stage
  const mobile = newPhone()
  const of = (name: string, more: object = {}) => ({ name, mobile: newPhone(), department_ids: [department], employee_type: 1, ...more })
  const come = async (data: object): Promise<string> => (await done('user.create', { data })).user.open_id
  const chief = await come(of('Ada', { mobile, user_id: 'ada', employee_no: 'E-1', city: 'Bern' }))
  const led = await come(of('Grace', { leader_user_id: chief, job_title: '会计', department_ids: [department, '0'] }))
  const path = { user_id: led }
  await refused('user.create', 41001, { data: of('Twin', { mobile }) })
  await done('user.patch', { path, data: { name: '葛丽丝 😀', department_ids: ['0'], work_station: 'W-1', is_frozen: true } })
  await refused('user.patch', 41001, { path, data: { mobile } })
  await done('user.update', { path, data: of('Grace', { leader_user_id: chief }) })
  await refused('user.update', 41001, { path, data: of('Grace', { mobile }) })
  await refused('user.update_user_id', 41011, { path, data: { new_user_id: 'ada' } })
  await done('user.update_user_id', { path, data: { new_user_id: 'grace' } })
  await done('user.delete', { path: { user_id: chief }, data: { docs_acceptor_user_id: led } })
  await refused('user.delete', 42006, { path: { user_id: chief } })
  await done('user.resurrect', { path: { user_id: chief }, data: { departments: [{ department_id: department, user_order: 2 }] } })
  await refused('user.resurrect', 44033, { path: { user_id: chief }, data: {} })
  // What is saved before the refusal is saved in earnest only.
  await setCompanyFacts(place, { limits: { workCities: 1 } })
  await done('user.create', { data: of('Alan', { city: 'Zug' }) }, 44054)
  await done('user.patch', { path, data: { city: 'Zug', nickname: 'G' } }, 44057)
  return [chief, led]
}
