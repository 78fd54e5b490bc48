import { Type } from 'typebox'
import { listNodes } from '../../../directory/nodes/list-nodes.ts'
import type { Node } from '../../../directory/nodes/node.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import type { Call } from '../call.ts'
import { offsetInput, spanOf, totalAnswer, totalOutput } from '../offset-paging.ts'
import { searchedTags, showTags, tagFilterInput, tagOutput } from '../tags.ts'

const orgNode = Type.Object({
  NodeId: Type.Integer(),
  Name: Type.String(),
  ParentNodeId: Type.Integer(),
  Remark: Type.String(),
  CreateTime: Type.String(),
  UpdateTime: Type.String(),
  Tags: Type.Array(tagOutput),
})

function show(node: Node, time: Call['time']) {
  return {
    NodeId: node.id,
    Name: node.name,
    ParentNodeId: node.parent,
    Remark: node.remark,
    CreateTime: time(node.createdAt),
    UpdateTime: time(node.updatedAt),
    Tags: showTags(node.tags),
  }
}

export const describeOrganizationNodes = action({
  name: 'DescribeOrganizationNodes',
  area: 'departments-and-members',
  summary: { en: 'List departments by age, the root first', zh: '获取组织节点列表' },
  source: 'organization 2021-03-31, DescribeOrganizationNodes',
  kind: 'read',
  input: Type.Object({ ...offsetInput, Tags: tagFilterInput }),
  output: Type.Object(totalOutput(orgNode)),
  errors: ['InvalidParameter', 'ResourceNotFound.OrganizationNotExist'],
  faults: ['InternalError'],
  async handle(call, input) {
    const { id: organization } = managedOrganization(call)
    const query = { organization, tags: searchedTags(input.Tags), ...spanOf(input) }
    const found = await call.session.read((reader) => listNodes(reader, query))
    return totalAnswer(found, (node) => show(node, call.time))
  },
})
