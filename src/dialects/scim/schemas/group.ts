import { attribute, complex, type Schema } from './attribute.ts'

/** RFC 7643 §4.2. Members are users of the zone: a group is in no group. */
export const groupSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  name: 'Group',
  description: 'Group',
  attributes: [
    attribute('displayName', 'The name of the group, unique in the zone.', { required: true, uniqueness: 'server' }),
    complex(
      'members',
      'The users that are in the group.',
      [
        attribute('value', 'The id of the user.', { mutability: 'immutable', caseExact: true }),
        attribute('$ref', 'Where the user is.', {
          type: 'reference',
          referenceTypes: ['User'],
          mutability: 'immutable',
          caseExact: true,
        }),
        attribute('type', 'What the member is.', { canonicalValues: ['User'], mutability: 'immutable' }),
        attribute('display', 'The name of the user.', { mutability: 'readOnly' }),
      ],
      { multiValued: true },
    ),
  ],
}
