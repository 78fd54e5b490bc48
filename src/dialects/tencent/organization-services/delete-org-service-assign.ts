import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { endDelegation } from '../../../directory/services/end-delegation.ts'
import { serviceNamed } from '../../../directory/services/services.ts'
import { action } from '../action.ts'
import { memberUin } from '../departments-and-members/member-fields.ts'
import { serviceNameInput, serviceNameOf } from './service-name.ts'

export const deleteOrgServiceAssign = action({
  name: 'DeleteOrgServiceAssign',
  area: 'organization-services',
  summary: { en: 'Take a service out of a delegated administrator’s hands', zh: '删除集团服务委派管理员' },
  source: 'organization 2021-03-31, DeleteOrgServiceAssign',
  kind: 'write',
  input: Type.Object({ MemberUin: memberUin, ...serviceNameInput }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.OrganizationServiceAssignIsUse',
    'InvalidParameter',
    'ResourceNotFound.OrganizationNotExist',
    'ResourceNotFound.OrganizationServiceAssignNotExist',
    'ResourceNotFound.OrganizationServiceNotExist',
  ],
  faults: ['FailedOperation.DescribeOrgServiceUsageStatusErr', 'InternalError'],
  async handle(call, input) {
    const organization = managedOrganization(call).id
    const service = serviceNamed(serviceNameOf(input))
    await call.session.write(organizationStream(organization), (tx) => endDelegation(tx, organization, service, input.MemberUin))
    return {}
  },
})
