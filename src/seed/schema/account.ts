import { type Static, type TSchema, Type } from 'typebox'
import type { AccountFacts } from '../../directory/accounts/facts.ts'
import { keyId, keyIdPattern } from '../../settings/value-kinds.ts'
import { made, name, oneOf, text, texts, wholeNumber, yesNo } from './kinds.ts'
import { some } from './some.ts'

const facts = {
  paymentCard: yesNo('A payment card of its own is bound (default true)'),
  balance: wholeNumber(Number.MIN_SAFE_INTEGER, 'In cents; below 0 in arrears (default 0)'),
  openOrders: wholeNumber(0, 'Orders that are unpaid or in progress (default 0)'),
  operateProcess: yesNo('An approval of sensitive operations is set up (default false)'),
  entityAdministrator: yesNo('It administers a verified entity (default false)'),
  resources: texts('Products in which it still owns resources'),
  undetectedResources: texts('Products that could not be asked for resources'),
  sharesResources: yesNo('It owns shares that others use (default false)'),
  usesShares: yesNo('It uses what others share (default false)'),
  securityMail: yesNo('Security mail and phone are bound (default false)'),
  site: oneOf(['domestic', 'international'], 'The site it is registered at (default domestic)'),
  distributor: text(1024, 'The distributor whose client it is'),
} satisfies Record<keyof AccountFacts, TSchema>

const key = Type.Object(
  {
    secretId: Type.String({
      pattern: keyIdPattern,
      title: `an id of ${keyId.allowed}`,
      description: 'The id of the key',
    }),
    secretKey: name('Its secret: kept encrypted, and in no export'),
    status: Type.Optional(oneOf(['enabled', 'disabled'], 'Default enabled')),
    ipAllow: Type.Optional(texts('Addresses that it may be used from; none named: all')),
    ipDeny: Type.Optional(texts('Addresses that it may not be used from')),
  },
  { additionalProperties: false, title: 'a key: { secretId, secretKey }' },
)

export const accountSchema = Type.Object(
  {
    name: name('What it is called'),
    uin: Type.Optional(wholeNumber(1, 'Its Uin. Left out: the account of this name, or a new one with a new Uin.')),
    verification: Type.Optional(oneOf(['none', 'personal', 'enterprise'], 'How far its real name is verified. Default none.')),
    entity: Type.Optional(text(1024, 'The verified name. Default: its own, when it is verified.')),
    kind: Type.Optional(oneOf(['standard', 'distributor_client'], 'Default standard')),
    createdIn: Type.Optional(
      Type.Union([name('The name of that manager'), wholeNumber(1, 'The number of the organization')], {
        title: "an organization: its manager's name, or its number",
        description: 'The organization that made this account',
      }),
    ),
    facts: Type.Optional(some(facts, 'Facts that no API of a vendor sets')),
    keys: Type.Optional(Type.Array(key, { title: 'a list of keys', description: 'Access keys. An export never holds any.' })),
    createdAt: made,
  },
  { additionalProperties: false, title: 'an account' },
)

export type SeedAccount = Static<typeof accountSchema>
