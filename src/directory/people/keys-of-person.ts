import type { PersonRow } from '../../storage/schemas/companies.ts'
import type { Person } from './person.ts'

type Alone = Pick<Person, 'code' | 'email' | 'mobile' | 'enterpriseEmail' | 'employeeNo'>
type Keys = Pick<PersonRow, 'code_key' | 'email_key' | 'mobile_key' | 'enterprise_email_key' | 'employee_no_key'>

/** What nobody else of the company may have while a person is there: letters of mails count the same in either case. Null for what he has not. */
export function keysOf({ code, email, mobile, enterpriseEmail, employeeNo }: Alone): Keys {
  return {
    code_key: code,
    email_key: email.toLowerCase() || null,
    mobile_key: mobile || null,
    enterprise_email_key: enterpriseEmail.toLowerCase() || null,
    employee_no_key: employeeNo || null,
  }
}
