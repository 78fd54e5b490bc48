import { Type } from 'typebox'
import { listMembers } from '../../../directory/members/list-members.ts'
import { membersSeenBy } from '../../../directory/members/members-seen.ts'
import { action } from '../action.ts'
import { offsetInput, spanOf, totalAnswer, totalOutput } from '../offset-paging.ts'
import { namesIn } from '../organization-settings/financial-permissions.ts'
import { searchedTags, tagFilterInput } from '../tags.ts'
import { listedMember, showMember } from './listed-member.ts'

const refusal = 'InvalidParameter'
const searched = Type.Optional(Type.String({ maxLength: 255, refusal }))

export const describeOrganizationMembers = action({
  name: 'DescribeOrganizationMembers',
  area: 'departments-and-members',
  summary: { en: 'List members by how long they are in the organization', zh: '获取企业组织成员列表' },
  source: 'organization 2021-03-31, DescribeOrganizationMembers',
  kind: 'read',
  input: Type.Object({
    ...offsetInput,
    Lang: Type.Optional(Type.String({ enum: ['zh', 'en'], refusal })),
    SearchKey: searched,
    AuthName: searched,
    Product: searched,
    Tags: tagFilterInput,
    NodeId: Type.Optional(Type.Integer({ minimum: 0, refusal })),
    NodeName: searched,
  }),
  output: Type.Object(totalOutput(listedMember)),
  errors: [
    'InvalidParameter',
    'ResourceNotFound.OrganizationNodeNotExist',
    'ResourceNotFound.OrganizationNotExist',
    'ResourceNotFound.OrganizationServiceNotExist',
  ],
  faults: ['FailedOperation.OperateBillingPermissionErr', 'InternalError'],
  async handle(call, input) {
    const query = {
      ...(await membersSeenBy(call, input.Product || undefined)),
      text: input.SearchKey,
      entity: input.AuthName,
      node: input.NodeId,
      nodeName: input.NodeName,
      tags: searchedTags(input.Tags),
      ...spanOf(input),
    }
    const found = await call.session.read((reader) => listMembers(reader, query))
    const names = namesIn(input.Lang, call.language)
    return totalAnswer(found, (member) => showMember(member, call.time, names))
  },
})
