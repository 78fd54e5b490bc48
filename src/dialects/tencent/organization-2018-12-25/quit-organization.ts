import { Type } from 'typebox'
import { action } from '../action.ts'
import { quitOwnOrganization } from '../organization-settings/quit-organization.ts'
import { newerCodes, newerGates } from './newer-codes.ts'

export const quitOrganization2018 = action({
  name: 'QuitOrganization',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Leave the organization; the caller is a member of it', zh: '退出企业组织' },
  source: 'organization 2018-12-25, QuitOrganization',
  kind: 'write',
  input: Type.Object({ OrgId: Type.Integer({ minimum: 1 }) }),
  output: Type.Object({}),
  errors: ['FailedOperation.DisableQuitSelfCreatedOrganization', 'ResourceNotFound.OrganizationNotExist'],
  chosen: newerCodes(...newerGates, 'UnsupportedOperation.CreateMemberNotAllowQuit', 'UnsupportedOperation.MemberNotAllowQuit'),
  handle: (call, { OrgId }) => quitOwnOrganization(call, OrgId),
})
