import { Type } from 'typebox'
import { accountsStream } from '../../../directory/events.ts'
import { createOrganization as create } from '../../../directory/organizations/create-organization.ts'
import { action } from '../action.ts'

export const createOrganization = action({
  name: 'CreateOrganization',
  area: 'organization-settings',
  summary: { en: 'Create an organization; the caller becomes its manager', zh: '创建集团组织，调用者成为管理账号' },
  source: 'organization 2021-03-31, CreateOrganization',
  kind: 'write',
  input: Type.Object({}),
  output: Type.Object({ OrgId: Type.Integer(), NickName: Type.String() }),
  errors: [
    'FailedOperation.AuthInfoEmpty',
    'FailedOperation.AuthNotEnterprise',
    'FailedOperation.OrganizationExistAlready',
    'InvalidParameter',
    'UnsupportedOperation',
    'UnsupportedOperation.CreateMemberNotAllowCreateOrganization',
  ],
  faults: ['InternalError', 'UnsupportedOperation.OperationForbidden'],
  async handle({ caller, session }) {
    const id = await session.write(accountsStream, (tx) => create(tx, session.ports, caller.account))
    return { OrgId: id, NickName: caller.account.name }
  },
})
