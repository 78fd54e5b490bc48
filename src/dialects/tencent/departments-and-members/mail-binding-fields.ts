import { Type } from 'typebox'

const refusal = 'InvalidParameter'

export const bindId = Type.Integer({ minimum: 1, refusal })

/**
 * Where the activation mail goes and what is dialled. The form is ours, as no source gives one: an address with a domain, a country code
 * without plus sign, 5 to 15 digits (E.164).
 */
export const contactInput = {
  Email: Type.String({
    pattern: '^(?=.{3,128}$)[^\\s@<>(),;:"\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$',
    refusal,
    examples: ['mei.lin@example.com'],
  }),
  CountryCode: Type.String({ pattern: '^[1-9][0-9]{0,3}$', refusal, examples: ['86'] }),
  Phone: Type.String({ pattern: '^[0-9]{5,15}$', refusal, examples: ['13800000000'] }),
}

/** BindStatus of a member by how its binding stands. */
export const bindStatuses = { none: 'Unbound', valid: 'Valid', success: 'Success', failed: 'Failed' } as const

/** A phone as others may see it: two digits at each end. Source: DescribeOrganizationMemberEmailBind example, `18***32`. */
export function maskedPhone(phone: string): string {
  return phone === '' ? '' : `${phone.slice(0, 2)}***${phone.slice(-2)}`
}
