import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { delegateService } from '../../../directory/services/delegate-service.ts'
import type { Scope } from '../../../directory/services/delegation.ts'
import { serviceNamed } from '../../../directory/services/services.ts'
import { action } from '../action.ts'
import { serviceNameInput, serviceNameOf } from './service-name.ts'

const refusal = 'InvalidParameter'
const numbers = Type.Optional(Type.Array(Type.Integer({ minimum: 1, refusal })))

export const createOrgServiceAssign = action({
  name: 'CreateOrgServiceAssign',
  area: 'organization-services',
  summary: { en: 'Let members administer a service in place of the manager', zh: '添加集团服务委派管理员' },
  source: 'organization 2021-03-31, CreateOrgServiceAssign',
  kind: 'write',
  input: Type.Object({
    MemberUins: Type.Array(Type.Integer({ minimum: 1, refusal }), { minItems: 1, maxItems: 20, refusal }),
    ...serviceNameInput,
    // 0 is none given, so the default: the vendor's Terraform provider sends it for an argument that is left out.
    ManagementScope: Type.Optional(Type.Integer({ minimum: 0, maximum: 2, refusal })),
    ManagementScopeUins: numbers,
    ManagementScopeNodeIds: numbers,
  }),
  output: Type.Object({}),
  errors: [
    'InvalidParameter',
    'LimitExceeded.CreateOrgServiceAssignOverLimit',
    'ResourceNotFound.OrganizationMemberNotExist',
    'ResourceNotFound.OrganizationNotExist',
    'ResourceNotFound.OrganizationServiceNotExist',
    'UnsupportedOperation',
  ],
  faults: ['InternalError'],
  async handle(call, input) {
    const { id, managerUin } = managedOrganization(call)
    const service = serviceNamed(serviceNameOf(input))
    // The lists hold for scope 2 only. Source: their descriptions.
    const scope: Scope =
      input.ManagementScope === 2
        ? { kind: 'part', uins: input.ManagementScopeUins ?? [], nodes: input.ManagementScopeNodeIds ?? [] }
        : { kind: 'all' }
    const asked = { organization: id, managerUin, service, uins: input.MemberUins, scope }
    await call.session.write(organizationStream(id), (tx) => delegateService(tx, asked))
    return {}
  },
})
