import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { moveMembers } from '../../../directory/members/move-members.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { memberUins, nodeId } from './node-fields.ts'

const refusal = 'InvalidParameter'

export const moveOrganizationNodeMembers = action({
  name: 'MoveOrganizationNodeMembers',
  area: 'departments-and-members',
  summary: { en: 'Move members into a department, all or none', zh: '移动成员到指定企业组织节点' },
  source: 'organization 2021-03-31, MoveOrganizationNodeMembers',
  kind: 'write',
  input: Type.Object({ NodeId: nodeId(refusal), MemberUin: memberUins(refusal) }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.OrganizationNodeNotExist',
    'FailedOperation.SomeUinsNotInOrganization',
    'InvalidParameter',
    'ResourceNotFound.OrganizationNodeNotExist',
    'ResourceNotFound.OrganizationNotExist',
  ],
  faults: ['InternalError'],
  async handle(call, { NodeId, MemberUin }) {
    const { id } = managedOrganization(call)
    await call.session.write(organizationStream(id), (tx) => moveMembers(tx, id, NodeId, MemberUin))
    return {}
  },
})
