import { Type } from 'typebox'
import { action } from '../action.ts'
import { optionalOffsetInput } from '../offset-paging.ts'
import { listedMembers, membersOutput } from './member-lists.ts'

export const listOrganizationMembers = action({
  name: 'ListOrganizationMembers',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'List the members of the organization', zh: '获取企业组织成员列表' },
  source: 'organization 2018-12-25, ListOrganizationMembers',
  kind: 'read',
  input: Type.Object(optionalOffsetInput),
  output: membersOutput,
  errors: ['ResourceNotFound.OrganizationNotExist'],
  faults: ['FailedOperation'],
  handle: (call, input) => listedMembers(call, input),
})
