import { holdersOfKeys } from '../../../storage/tables/people/leaving.ts'
import { Refused } from '../../refusals.ts'
import { becomesAnother, type Draft } from '../draft.ts'
import { keysOf } from '../keys-of-person.ts'

/**
 * Which phone and mail a person must and may have. Refuses with `contact_needed`, `mobile_needed`, `mobile_of_mainland`, `mobile_of_abroad`,
 * `mail_needed_beside_mobile`.
 */
export function judgeContacts(draft: Draft): void {
  const { company, after } = draft
  const { facts } = company
  const { mobile, email } = after
  if (!becomesAnother(draft, 'mobile') && !becomesAnother(draft, 'email')) return
  if (mobile === '' && email === '') throw new Refused({ fact: 'contact_needed' })
  if (mobile === '') {
    if (!facts.overseas) throw new Refused({ fact: 'mobile_needed' })
    return
  }
  const mainland = mobile.startsWith('+86')
  if (mainland && facts.overseas) throw new Refused({ fact: 'mobile_of_mainland', mobile })
  if (mainland || facts.overseas) return
  if (!facts.certified) throw new Refused({ fact: 'mobile_of_abroad', mobile })
  if (email === '') throw new Refused({ fact: 'mail_needed_beside_mobile' })
}

/**
 * The mail of the company that a person has. Refuses with `mail_domain_unknown`, `enterprise_email_recycled`, `mail_aliases_spent`.
 */
export function judgeEnterpriseMail(draft: Draft): void {
  const { company, after } = draft
  const { mailDomains, recycledMail, mailAliasesLeft } = company.facts
  const email = after.enterpriseEmail.toLowerCase()
  if (email === '' || !becomesAnother(draft, 'enterpriseEmail')) return
  const domain = email.slice(email.lastIndexOf('@') + 1)
  const has = (list: readonly string[], text: string) => list.some((each) => each.toLowerCase() === text)
  if (!has(mailDomains, domain)) throw new Refused({ fact: 'mail_domain_unknown', domain })
  if (has(recycledMail, email)) throw new Refused({ fact: 'enterprise_email_recycled', email })
  if (mailAliasesLeft === 0) throw new Refused({ fact: 'mail_aliases_spent' })
}

type Keys = ReturnType<typeof keysOf>

/**
 * What nobody else of the company may have. Refuses with `contacts_of_two`, `person_exists`, `mobile_taken`, `email_taken`, `person_code_used`,
 * `enterprise_email_taken`, `enterprise_email_is_account`, `employee_no_taken`.
 */
export async function judgeUnique({ tx, company, before, after }: Draft): Promise<void> {
  const keys = keysOf(after)
  const held = before && keysOf(before)
  const fresh = Object.fromEntries(
    Object.entries(keys).map(([key, value]) => [key, held?.[key as keyof Keys] === value ? null : value]),
  ) as Keys
  if (Object.values(fresh).every((value) => value === null)) return
  const rows = (await tx.all(holdersOfKeys, { company: company.id, ...fresh })).filter(({ id }) => id !== after.id)
  const holder = (key: keyof Keys) => (fresh[key] === null ? undefined : rows.find((row) => row[key] === fresh[key])?.id)
  const [mobileOf, emailOf] = [holder('mobile_key'), holder('email_key')]
  const { mobile, email } = after
  if (mobileOf !== undefined && emailOf !== undefined) {
    if (mobileOf !== emailOf) throw new Refused({ fact: 'contacts_of_two', mobile, email })
    if (!before) throw new Refused({ fact: 'person_exists', mobile, email })
  }
  if (mobileOf !== undefined) throw new Refused({ fact: 'mobile_taken', mobile })
  if (emailOf !== undefined) throw new Refused({ fact: 'email_taken', email })
  if (holder('code_key') !== undefined) throw new Refused({ fact: 'person_code_used', code: after.code })
  if (holder('enterprise_email_key') !== undefined) throw new Refused({ fact: 'enterprise_email_taken', email: after.enterpriseEmail })
  if (holder('employee_no_key') !== undefined) throw new Refused({ fact: 'employee_no_taken', number: after.employeeNo })
  if (fresh.enterprise_email_key !== null) await requireNoAccount({ tx, company, after }, fresh.enterprise_email_key)
}

/** A mail with which another member logs in can't be somebody's mail of the company too. */
async function requireNoAccount({ tx, company, after }: Pick<Draft, 'tx' | 'company' | 'after'>, email: string): Promise<void> {
  const only = { code_key: null, mobile_key: null, enterprise_email_key: null, employee_no_key: null }
  const rows = await tx.all(holdersOfKeys, { company: company.id, ...only, email_key: email })
  if (rows.some(({ id }) => id !== after.id)) throw new Refused({ fact: 'enterprise_email_is_account', email: after.enterpriseEmail })
}
