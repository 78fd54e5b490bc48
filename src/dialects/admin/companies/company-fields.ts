import { type Static, Type } from 'typebox'
import type { Company } from '../../../directory/companies/company.ts'
import { time, timeOf } from '../fields.ts'
import { allCompanyFacts, showCompanyFacts } from './company-facts.ts'

export const companyId = Type.String({ minLength: 1, maxLength: 64, description: 'Id of a company: the tenant key, 16 hexadecimal digits' })

export const companyName = Type.String({ minLength: 1, maxLength: 200 })

export const company = Type.Object({ id: companyId, name: companyName, facts: allCompanyFacts, createdAt: time })

export function showCompany({ id, name, facts, createdAt }: Company): Static<typeof company> {
  return { id, name, facts: showCompanyFacts(facts), createdAt: timeOf(createdAt) }
}
