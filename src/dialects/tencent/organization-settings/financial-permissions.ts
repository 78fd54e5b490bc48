import type { Text } from '../../../contract/operation.ts'

/** The one policy type there is, by name. Source: DescribeOrganization example. */
export const financialManagement: Text = { en: 'Financial management', zh: '财务管理' }

/** What every member may do at least; 1 and 2 are mandatory. Source: CreateOrganizationMember, PermissionIds; names from the examples. */
const mandatory: readonly { id: number; name: Text }[] = [
  { id: 1, name: { en: 'viewBill', zh: '查看账单' } },
  { id: 2, name: { en: 'viewBalance', zh: '查看余额' } },
]

export function memberPermissions(language: keyof Text): { Id: number; Name: string }[] {
  return mandatory.map(({ id, name }) => ({ Id: id, Name: name[language] }))
}
