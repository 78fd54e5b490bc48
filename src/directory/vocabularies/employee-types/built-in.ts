import { hash } from 'node:crypto'
import type { EmployeeType } from './employee-type.ts'

const contents = [
  ['正式', 'Regular', '正社員'],
  ['实习', 'Intern', 'インターン'],
  ['外包', 'Outsourced', '業務委託'],
  ['劳务', 'Contractor', '契約社員'],
  ['顾问', 'Consultant', 'コンサルタント'],
] as const

/** 16 bytes as text that a path may hold as it is. */
export function typeId(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64').replaceAll('/', '+')
}

/** The types that every company has from the beginning and nobody changes; they have no rows. By number, from 1. */
export const builtInTypes: readonly EmployeeType[] = contents.map(([zh, en, ja], index) => ({
  id: typeId(hash('sha256', `employee type ${index + 1}`).slice(0, 32)),
  number: index + 1,
  content: zh,
  i18nContent: [
    { locale: 'en_us', value: en },
    { locale: 'ja_jp', value: ja },
    { locale: 'zh_cn', value: zh },
  ],
  builtIn: true,
  active: true,
  createdAt: 0,
  updatedAt: 0,
}))
