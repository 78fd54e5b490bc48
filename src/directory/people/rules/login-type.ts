import type { Company } from '../../companies/company.ts'
import { Refused } from '../../refusals.ts'

/** A person logs in as the company knows how, if anything is said of it. Refuses with `login_type_unknown`. */
export function requireLoginType({ facts }: Company, type: string | undefined): void {
  if (type !== undefined && !facts.loginTypes.includes(type)) throw new Refused({ fact: 'login_type_unknown', type })
}
