import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { moveMembers } from '../../../directory/members/move-members.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { memberUins, nodeId } from '../departments-and-members/node-fields.ts'

export const moveOrganizationMembersToNode = action({
  name: 'MoveOrganizationMembersToNode',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Move members into a department, all or none', zh: '移动成员到指定企业组织单元' },
  source: 'organization 2018-12-25, MoveOrganizationMembersToNode',
  kind: 'write',
  input: Type.Object({ NodeId: nodeId(), Uins: memberUins() }),
  output: Type.Object({}),
  errors: ['FailedOperation.SomeUinsNotInOrganization', 'ResourceNotFound.NodeNotExist', 'ResourceNotFound.OrganizationNotExist'],
  async handle(call, { NodeId, Uins }) {
    const { id } = managedOrganization(call)
    await call.session.write(organizationStream(id), (tx) => moveMembers(tx, id, NodeId, Uins))
    return {}
  },
})
