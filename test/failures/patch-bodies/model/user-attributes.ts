/** How a value is written: a text, true or false, an object, a list of objects; `kept` is the server's alone. */
export type Form = 'text' | 'truth' | 'kept' | 'complex' | 'list'

/** What RFC 7643 says of an attribute, as much as a change of it needs. */
export interface Described {
  readonly form: Form
  readonly parts: Readonly<Record<string, 'text' | 'truth' | 'kept'>>
  /** Parts of which letter case counts. */
  readonly exact: readonly string[]
  /** The words that the schema has for the kind of a value. */
  readonly kinds: readonly string[]
}

export type Attributes = Readonly<Record<string, Described>>

export const coreUrn = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const extensionUrn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const simple = (form: Form): Described => ({ form, parts: {}, exact: [], kinds: [] })
/** RFC 7643 §2.3.7 and §3.1: letter case counts. */
const exactText = (name: string): Described => ({ ...simple('text'), exact: [name] })
const of = (form: Form, parts: Described['parts'], kinds: readonly string[] = [], exact: readonly string[] = []): Described => ({
  form,
  parts,
  exact,
  kinds,
})
const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'text' as const]))
const listParts: Described['parts'] = { ...texts('value', 'display', 'type'), primary: 'truth' }
const list = (...kinds: string[]) => of('list', listParts, kinds)
/** References and binary values are exact: RFC 7643 §2.3.6 and §2.3.7. */
const exactList = (...kinds: string[]) => of('list', listParts, kinds, ['value'])
const places = ['work', 'home', 'other']

/** Source: RFC 7643 §3.1 and §8.7.1. */
export const coreAttributes: Attributes = {
  ...{ schemas: simple('kept'), id: simple('kept'), meta: simple('kept'), groups: simple('kept') },
  externalId: exactText('externalId'),
  userName: simple('text'),
  name: of('complex', texts('formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix')),
  displayName: simple('text'),
  nickName: simple('text'),
  profileUrl: exactText('profileUrl'),
  title: simple('text'),
  userType: simple('text'),
  preferredLanguage: simple('text'),
  locale: simple('text'),
  timezone: simple('text'),
  active: simple('truth'),
  password: simple('text'),
  emails: list(...places),
  phoneNumbers: list('work', 'home', 'mobile', 'fax', 'pager', 'other'),
  ims: list(),
  photos: exactList('photo', 'thumbnail'),
  addresses: of(
    'list',
    { ...texts('formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country', 'type'), primary: 'truth' },
    places,
  ),
  entitlements: list(),
  roles: list(),
  x509Certificates: exactList(),
}

/** Source: RFC 7643 §4.3; ids are exact (§3.1). */
export const extensionAttributes: Attributes = {
  employeeNumber: simple('text'),
  costCenter: simple('text'),
  organization: simple('text'),
  division: simple('text'),
  department: simple('text'),
  manager: of('complex', { ...texts('value', '$ref'), displayName: 'kept' }, [], ['value', '$ref']),
}

/** Whether two values of a part are one. */
export function alike({ exact }: Described, part: string, left: unknown, right: unknown): boolean {
  const folds = typeof left === 'string' && typeof right === 'string' && !exact.includes(part)
  return folds ? left.toLowerCase() === right.toLowerCase() : left === right
}

/** The name as the schema spells it; letter case means nothing. */
export function spelled(names: object, asked: string): string | undefined {
  return Object.keys(names).find((name) => name.toLowerCase() === asked.toLowerCase())
}
