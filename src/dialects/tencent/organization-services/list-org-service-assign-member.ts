import { Type } from 'typebox'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { type Delegate, listDelegates } from '../../../directory/services/list-delegates.ts'
import { type Service, serviceNamed } from '../../../directory/services/services.ts'
import { action } from '../action.ts'
import type { Call } from '../call.ts'
import { offsetInput, spanOf, totalAnswer, totalOutput } from '../offset-paging.ts'
import { oneOrTwo, serviceNameInput, serviceNameOf } from './service-name.ts'

const assignMember = Type.Object({
  ServiceId: Type.Integer(),
  ProductName: Type.String(),
  MemberUin: Type.Integer(),
  MemberName: Type.String(),
  UsageStatus: Type.Integer(),
  CreateTime: Type.String(),
  ManagementScope: Type.Integer(),
  ManagementScopeMembers: Type.Array(Type.Object({ MemberUin: Type.Integer(), MemberName: Type.String() })),
  ManagementScopeNodes: Type.Array(Type.Object({ NodeId: Type.Integer(), NodeName: Type.String() })),
})

function showDelegate({ delegation, name, scope }: Delegate, service: Service, time: Call['time']): Type.Static<typeof assignMember> {
  return {
    ServiceId: service.id,
    ProductName: service.name,
    MemberUin: delegation.uin,
    MemberName: name,
    // 0 where the service does not tell. Source: description of UsageStatus; the example has 2 for such a service.
    UsageStatus: service.tellsUse ? oneOrTwo(delegation.inUse) : 0,
    CreateTime: time(delegation.createdAt),
    ManagementScope: delegation.scope.kind === 'all' ? 1 : 2,
    ManagementScopeMembers: scope.members.map((member) => ({ MemberUin: member.uin, MemberName: member.name })),
    ManagementScopeNodes: scope.nodes.map((node) => ({ NodeId: node.id, NodeName: node.name })),
  }
}

export const listOrgServiceAssignMember = action({
  name: 'ListOrgServiceAssignMember',
  area: 'organization-services',
  summary: { en: 'List the delegated administrators of a service', zh: '获取集团服务委派管理员列表' },
  source: 'organization 2021-03-31, ListOrgServiceAssignMember',
  kind: 'read',
  input: Type.Object({ ...offsetInput, ...serviceNameInput }),
  output: Type.Object(totalOutput(assignMember)),
  errors: ['InvalidParameter', 'ResourceNotFound.OrganizationNotExist'],
  faults: ['FailedOperation.DescribeOrgServiceUsageStatusErr', 'InternalError'],
  async handle(call, input) {
    const organization = managedOrganization(call).id
    const service = serviceNamed(serviceNameOf(input))
    const found = await call.session.read((reader) => listDelegates(reader, { organization, service: service.id, ...spanOf(input) }))
    return totalAnswer(found, (delegate) => showDelegate(delegate, service, call.time))
  },
})
