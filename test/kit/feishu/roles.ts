import { admin } from '../admin.ts'
import { unique } from '../directory.ts'
import type { TestApp } from './company.ts'

type Caller = Pick<TestApp, 'client'>
type Place = Pick<TestApp, 'server' | 'company'>

/** What an entry of a batch became. Source: functional_role-member/batch_create, `reason`. */
export const reasons = { done: 1, invalidId: 2, noPermission: 3, alreadyIn: 4, notIn: 5, noPermissionOnScope: 6 } as const

/** A role made through the official client; answers its id. */
export async function newRole({ client }: Caller, name = unique('role')): Promise<string> {
  const answer = await client.contact.functionalRole.create({ data: { role_name: name } })
  const id = answer.data?.role_id
  if (!id) throw new Error(`no role was made: ${JSON.stringify(answer)}`)
  return id
}

/** A role that came with the company, which no call of the vendor makes. */
export async function newSystemRole({ server, company }: Place, name = unique('system')): Promise<string> {
  const { status, body } = await admin<{ id: string }>(server, 'POST', `/companies/${company}/roles`, { name, system: true })
  if (status !== 201) throw new Error(`no role was made: ${JSON.stringify(body)}`)
  return body.id
}

/** Has somebody hold a role for all of the company, or for nothing; by the `user_id`. */
export async function putRoleMember({ server, company }: Place, role: string, person: string, scope: 'all' | 'none'): Promise<void> {
  const { status, body } = await admin(server, 'PUT', `/companies/${company}/roles/${role}/members/${person}`, { scope })
  if (status !== 200) throw new Error(`the role was not given: ${JSON.stringify(body)}`)
}

/** Gives people a role; answers the reasons, in order. */
export async function addToRole({ client }: Caller, role: string, people: readonly string[]): Promise<(number | undefined)[]> {
  const answer = await client.contact.functionalRoleMember.batchCreate({ path: { role_id: role }, data: { members: [...people] } })
  return (answer.data?.results ?? []).map(({ reason }) => reason)
}

/** Sets what people hold a role for; answers the reasons, in order. */
export async function scopeRole(
  { client }: Caller,
  role: string,
  people: readonly string[],
  departments: readonly string[],
): Promise<(number | undefined)[]> {
  const data = { members: [...people], departments: [...departments] }
  const answer = await client.contact.functionalRoleMember.scopes({ path: { role_id: role }, data })
  return (answer.data?.results ?? []).map(({ reason }) => reason)
}

/** Who holds a role, as the list tells it: open ids with what they hold it for. */
export async function roleMembersOf({ client }: Caller, role: string): Promise<Record<string, string | string[]>> {
  const answer = await client.contact.functionalRoleMember.list({ path: { role_id: role }, params: { page_size: 100 } })
  const members = answer.data?.members ?? []
  return Object.fromEntries(
    members.map(({ user_id, scope_type, department_ids }) => [
      user_id,
      scope_type === 'Part' ? [...(department_ids ?? [])].sort() : scope_type,
    ]),
  )
}
