import { Type } from 'typebox'
import { action } from '../action.ts'
import { nodeId } from '../departments-and-members/node-fields.ts'
import { optionalOffsetInput } from '../offset-paging.ts'
import { listedMembers, membersOutput } from './member-lists.ts'

export const listOrganizationNodeMembers = action({
  name: 'ListOrganizationNodeMembers',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'List the members of one department', zh: '获取企业组织单元成员列表' },
  source: 'organization 2018-12-25, ListOrganizationNodeMembers',
  kind: 'read',
  input: Type.Object({ NodeId: nodeId(), ...optionalOffsetInput }),
  output: membersOutput,
  errors: ['ResourceNotFound.NodeNotExist', 'ResourceNotFound.OrganizationNotExist'],
  handle: (call, input) => listedMembers(call, input, input.NodeId),
})
