import { Type } from 'typebox'
import { accountsStream } from '../../../directory/events.ts'
import { createOrganization } from '../../../directory/organizations/create-organization.ts'
import { action } from '../action.ts'
import { noSuchCaller } from './no-such-caller.ts'

export const createOrganization2018 = action({
  name: 'CreateOrganization',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Create an organization; the caller becomes its manager', zh: '创建企业组织，调用者成为管理账号' },
  source: 'organization 2018-12-25, CreateOrganization',
  kind: 'write',
  input: Type.Object({ OrgType: Type.Integer({ minimum: 1, maximum: 1 }) }),
  output: Type.Object({ OrgId: Type.Integer(), Nickname: Type.String(), Mail: Type.String(), OrgType: Type.Integer() }),
  errors: ['FailedOperation', 'FailedOperation.OrganizationExistAlready'],
  unreachable: noSuchCaller,
  async handle({ caller, session }) {
    const id = await session.write(accountsStream, (tx) => createOrganization(tx, session.ports, caller.account))
    // An account has no mail of its own here.
    return { OrgId: id, Nickname: caller.account.name, Mail: '', OrgType: 1 }
  },
})
