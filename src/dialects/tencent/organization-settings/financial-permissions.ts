import type { Text } from '../../../contract/operation.ts'

/** The one policy type there is, by name. Source: DescribeOrganization example. */
export const financialManagement: Text = { en: 'Financial management', zh: '财务管理' }

/** Source: CreateOrganizationMember, PermissionIds, for the Chinese names; the English ones of 1 and 2 are the examples', the others ours. */
const names: Readonly<Record<number, Text>> = {
  1: { en: 'viewBill', zh: '查看账单' },
  2: { en: 'viewBalance', zh: '查看余额' },
  3: { en: 'allocateFunds', zh: '资金划拨' },
  4: { en: 'consolidatedBilling', zh: '合并出账' },
  5: { en: 'invoicing', zh: '开票' },
  6: { en: 'inheritOffers', zh: '优惠继承' },
  7: { en: 'payOnBehalf', zh: '代付费' },
  8: { en: 'costAnalysis', zh: '成本分析' },
  9: { en: 'budgetManagement', zh: '预算管理' },
  10: { en: 'setCreditLimit', zh: '信用额度设置' },
}

/** The language of names: what is asked for, else that of the request. */
export function namesIn(Lang: string | undefined, language: string): keyof Text {
  return (Lang ?? (language === 'zh-CN' ? 'zh' : 'en')) === 'zh' ? 'zh' : 'en'
}

/** Financial permissions as they are shown. */
export function showPermissions(permissions: readonly number[], language: keyof Text): { Id: number; Name: string }[] {
  return permissions.map((id) => ({ Id: id, Name: names[id]?.[language] ?? String(id) }))
}
