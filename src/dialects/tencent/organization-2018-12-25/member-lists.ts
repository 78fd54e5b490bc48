import { type Static, Type } from 'typebox'
import { listMembers } from '../../../directory/members/list-members.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import type { Call } from '../call.ts'
import { spanOf } from '../offset-paging.ts'

const member = Type.Object({ Uin: Type.Integer(), Name: Type.String(), Remark: Type.String(), JoinTime: Type.String() })

/** What both lists of members of this version answer. */
export const membersOutput = Type.Object({ TotalCount: Type.Integer(), Members: Type.Array(member) })

/** A page of the members of the caller's organization, or of one of its nodes, by how long they are in. */
export async function listedMembers(
  call: Call,
  input: { readonly Offset?: number; readonly Limit?: number },
  node?: number,
): Promise<Static<typeof membersOutput>> {
  const query = { organization: managedOrganization(call).id, node, ...spanOf(input) }
  const { total, items } = await call.session.read((reader) => listMembers(reader, query))
  const members = items.map(({ uin, name, remark, joinedAt }) => ({ Uin: uin, Name: name, Remark: remark, JoinTime: call.time(joinedAt) }))
  return { TotalCount: total, Members: members }
}
