import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { removeMembers } from '../../../directory/leaving/remove-members.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { memberUins } from '../departments-and-members/node-fields.ts'
import { newerCodes, newerGates } from './newer-codes.ts'

export const deleteOrganizationMembers2018 = action({
  name: 'DeleteOrganizationMembers',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Remove members from the organization, all or none; the accounts live on', zh: '批量删除企业组织成员，账号本身保留' },
  source: 'organization 2018-12-25, DeleteOrganizationMembers',
  kind: 'write',
  input: Type.Object({ Uins: memberUins() }),
  output: Type.Object({}),
  errors: ['ResourceNotFound.OrganizationNotExist'],
  chosen: newerCodes(
    ...newerGates,
    'FailedOperation.DisableQuitSelfCreatedOrganization',
    'UnsupportedOperation.CreateMemberNotAllowDelete',
  ),
  faults: ['FailedOperation.QuitShareUintError'],
  async handle(call, { Uins }) {
    const { id } = managedOrganization(call)
    await call.session.write(organizationStream(id), (tx) => removeMembers(tx, id, Uins))
    return {}
  },
})
