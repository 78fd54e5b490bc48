import { expect, test } from 'vitest'
import { newContact } from '../../../kit/organization/mail-bindings.ts'
import { refusal } from '../../../kit/refusals.ts'

const wrong: readonly (readonly [keyof ReturnType<typeof newContact>, readonly string[]])[] = [
  [
    'Email',
    [
      '',
      'a',
      'a@',
      '@example.com',
      'a@b',
      'a b@example.com',
      'a@exa mple.com',
      'a@@example.com',
      `${'a'.repeat(120)}@example.com`,
      'a@example.com\n',
    ],
  ],
  ['CountryCode', ['', '+86', '0', '12345', 'CN']],
  ['Phone', ['', '1234', '1'.repeat(16), '138-0000', '18***11']],
]

/** Source: InvalidParameter of the actions that take an address: Email, CountryCode or Phone is malformed. */
export function refusesWrongContacts(call: (contact: ReturnType<typeof newContact>) => Promise<unknown>): void {
  for (const [name, values] of wrong) {
    test(`InvalidParameter: ${name} is malformed`, async () => {
      for (const value of values) {
        const { code, message } = await refusal(call(newContact({ [name]: value })))
        expect([value, code, message]).toEqual([value, 'InvalidParameter', expect.stringContaining(`\`${name}\``)])
      }
    })
  }
}
