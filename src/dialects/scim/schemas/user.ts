import { attribute, complex, listOf, type Schema } from './attribute.ts'

const places = ['work', 'home', 'other']

const name = complex('name', 'The parts of the person’s name.', [
  attribute('formatted', 'The whole name, as it is to be shown.'),
  attribute('familyName', 'The family name.'),
  attribute('givenName', 'The given name.'),
  attribute('middleName', 'Middle names.'),
  attribute('honorificPrefix', 'A title before the name.'),
  attribute('honorificSuffix', 'What stands behind the name.'),
])

const addresses = complex(
  'addresses',
  'Postal addresses.',
  [
    attribute('formatted', 'The whole address, as it stands on a letter.'),
    attribute('streetAddress', 'Street and number.'),
    attribute('locality', 'City.'),
    attribute('region', 'Province or state.'),
    attribute('postalCode', 'Postal code.'),
    attribute('country', 'Country, in two letters.'),
    attribute('type', 'What kind of address this is.', { canonicalValues: places }),
    attribute('primary', 'Whether this is the address to be preferred; one at most is.', { type: 'boolean' }),
  ],
  { multiValued: true },
)

const groups = complex(
  'groups',
  'The groups that the user is in. They are changed through the groups.',
  [
    attribute('value', 'The id of the group.', { mutability: 'readOnly', caseExact: true }),
    attribute('$ref', 'Where the group is.', {
      type: 'reference',
      referenceTypes: ['User', 'Group'],
      mutability: 'readOnly',
      caseExact: true,
    }),
    attribute('display', 'The name of the group.', { mutability: 'readOnly' }),
    attribute('type', 'Whether the user was put in by name or through another group.', {
      canonicalValues: ['direct', 'indirect'],
      mutability: 'readOnly',
    }),
  ],
  { multiValued: true, mutability: 'readOnly' },
)

const external = { type: 'reference', referenceTypes: ['external'], caseExact: true } as const

/** RFC 7643 §4.1 and §8.7.1: everything that the standard knows of a user. */
export const userSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:User',
  name: 'User',
  description: 'User Account',
  attributes: [
    attribute('userName', 'The name that the user is known by, unique in the zone.', { required: true, uniqueness: 'server' }),
    name,
    attribute('displayName', 'The name that is shown.'),
    attribute('nickName', 'What the user is called.'),
    attribute('profileUrl', 'A page about the user.', external),
    attribute('title', 'The position, such as “Vice President”.'),
    attribute('userType', 'How the user belongs to the company.'),
    attribute('preferredLanguage', 'Languages in the form of the header Accept-Language.'),
    attribute('locale', 'How dates and numbers are written for the user.'),
    attribute('timezone', 'The time zone by its name.'),
    attribute('active', 'Whether the user may be used.', { type: 'boolean' }),
    attribute('password', 'Taken and thrown away: a source keeps its users’ passwords.', { mutability: 'writeOnly', returned: 'never' }),
    listOf('emails', 'E-mail addresses; the preferred one is the user’s.', attribute('value', 'The address.'), places),
    listOf('phoneNumbers', 'Telephone numbers.', attribute('value', 'The number.'), ['work', 'home', 'mobile', 'fax', 'pager', 'other']),
    listOf('ims', 'Addresses for messages.', attribute('value', 'The address.')),
    listOf('photos', 'Pictures of the user.', attribute('value', 'Where the picture is.', external), ['photo', 'thumbnail']),
    addresses,
    groups,
    listOf('entitlements', 'What the user is entitled to.', attribute('value', 'The entitlement.')),
    listOf('roles', 'What the user is.', attribute('value', 'The role.')),
    listOf('x509Certificates', 'Certificates.', attribute('value', 'DER in Base64.', { type: 'binary', caseExact: true })),
  ],
}
