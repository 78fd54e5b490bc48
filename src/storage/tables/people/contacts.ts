import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

/** Somebody's mail or phone, in the form by which it is compared. */
export interface ContactLine {
  kind: 'email' | 'mobile'
  value: string
  person: string
  resigned_at: number | null
}

/** Who has these mails and phones. */
export const holdersOfContacts = statement(
  (_db, p: { company: string; emails: readonly string[]; mobiles: readonly string[] }, engine) => sql<ContactLine>`
      select 'email' as kind, email_key as value, id as person, resigned_at from people
        where company = ${p.company} and email_key in ${textsOf(engine, p.emails)}
      union all
      select 'mobile' as kind, mobile_key as value, id as person, resigned_at from people
        where company = ${p.company} and mobile_key in ${textsOf(engine, p.mobiles)}`,
)

/** Who had these mails and phones and resigned, the last first. */
export const formerHoldersOfContacts = statement(
  (_db, p: { company: string; emails: readonly string[]; mobiles: readonly string[] }, engine) => sql<ContactLine>`
      select 'email' as kind, lower(email) as value, id as person, resigned_at from people
        where company = ${p.company} and lower(email) in ${textsOf(engine, p.emails)} and resigned_at is not null
      union all
      select 'mobile' as kind, mobile as value, id as person, resigned_at from people
        where company = ${p.company} and mobile in ${textsOf(engine, p.mobiles)} and resigned_at is not null
      order by 4 desc, 3`,
)
