import { type Static, Type } from 'typebox'
import type { Person } from '../../../directory/people/person.ts'
import type { TokenHolder } from '../../../directory/tokens/find-token.ts'
import { avatarOf } from '../contact-v3/user/avatar.ts'
import { idKey, openId, unionId } from '../ids.ts'
import { shownFields, userFields } from '../scopes.ts'

const text = Type.String()
const optional = Type.Optional(text)

/** What a person's token tells of him; some of it only with the scopes that the fields of a user ask for. */
export const profileFields = {
  name: text,
  en_name: text,
  ...{ avatar_url: text, avatar_thumb: text, avatar_middle: text, avatar_big: text },
  open_id: text,
  union_id: text,
  ...{ email: optional, enterprise_email: optional, user_id: optional, mobile: optional },
  tenant_key: text,
}

export const profileWithNumber = Type.Object({ ...profileFields, employee_no: optional })

/** Empty texts are left out. */
export function profileOf(person: Person, { idKeys, company, app }: TokenHolder): Static<typeof profileWithNumber> {
  const { avatar_72, avatar_240, avatar_640, avatar_origin } = avatarOf(person)
  const { email, enterpriseEmail: enterprise_email, code: user_id, mobile, employeeNo: employee_no } = person
  const guarded = Object.entries({ email, enterprise_email, user_id, mobile, employee_no }).filter(([, value]) => value !== '')
  return {
    name: person.name,
    en_name: person.enName,
    avatar_url: avatar_origin,
    avatar_thumb: avatar_72,
    avatar_middle: avatar_240,
    avatar_big: avatar_640,
    open_id: openId(person.id, { open: idKey(idKeys.app) }),
    union_id: unionId(person.id, { union: idKey(idKeys.developer) }),
    ...shownFields(userFields, Object.fromEntries(guarded), app),
    tenant_key: company.id,
  }
}
