import { Type } from 'typebox'
import { wholeTree } from '../../../directory/nodes/list-nodes.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'

const orgNode = Type.Object({
  NodeId: Type.Integer(),
  Name: Type.String(),
  ParentNodeId: Type.Integer(),
  MemberCount: Type.Integer(),
})

export const listOrganizationNodes = action({
  name: 'ListOrganizationNodes',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'List all departments with the number of members in each', zh: '获取企业组织单元列表' },
  source: 'organization 2018-12-25, ListOrganizationNodes',
  kind: 'read',
  input: Type.Object({}),
  output: Type.Object({ Nodes: Type.Array(orgNode) }),
  errors: ['ResourceNotFound.OrganizationNotExist'],
  async handle(call) {
    const { id } = managedOrganization(call)
    const nodes = await call.session.read((reader) => wholeTree(reader, id))
    return {
      Nodes: nodes.map((node) => ({ NodeId: node.id, Name: node.name, ParentNodeId: node.parent, MemberCount: node.members })),
    }
  },
})
