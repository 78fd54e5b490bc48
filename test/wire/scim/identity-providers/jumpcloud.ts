import { patchOf, urns } from '../../../kit/scim.ts'
import { type Conversation, filterOf } from './conversation.ts'

const samples = 'https://docs.rs/crate/scim_v2/latest/source/src/test_data/'

const full = {
  active: true,
  addresses: [],
  displayName: 'John Doe',
  emails: [{ primary: true, type: 'work', value: 'john.doe@example.io' }],
  externalId: '664447f5c0c418f2d05e5318',
  locale: 'en-US',
  name: { familyName: 'Doe', givenName: 'John' },
  phoneNumbers: [],
  photos: [{ value: 'https://img.example.com/2a27d237.png' }],
  preferredLanguage: 'en-US',
  schemas: [urns.enterprise, urns.user],
  title: 'Captain',
  [urns.enterprise]: { department: 'C-Suite' },
  userName: 'john.doe@example.com',
}

/** A custom identity management integration: it tries itself out on a test user and a test group first. */
export const jumpcloud: Conversation = {
  name: 'JumpCloud: custom SCIM identity management',
  source: [
    'https://jumpcloud.com/support/provision-and-manage-users-and-groups-in-apps-using-custom-scim-identity-management-integration',
    samples,
  ],
  headers: { 'content-type': 'application/scim+json' },
  steps: [
    { why: 'activation looks at the users', method: 'GET', path: '/Users', status: 200, answer: { totalResults: 0, Resources: [] } },
    { why: 'and at the groups', method: 'GET', path: '/Groups', status: 200, answer: { totalResults: 0, Resources: [] } },
    {
      why: 'a test user',
      method: 'POST',
      path: '/Users',
      body: { schemas: [urns.user], userName: 'test@example.com', emails: [{ primary: true, value: 'test@example.com' }], active: true },
      status: 201,
      keep: 'probe',
    },
    {
      why: 'a test group with him in it',
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], displayName: 'JumpCloud test group', members: [{ value: '{probe}' }] },
      status: 201,
      keep: 'probes',
      after: { groups: { probes: { displayName: 'JumpCloud test group', members: ['probe'] } } },
    },
    { why: 'both go again', method: 'DELETE', path: '/Groups/{probes}', status: 204, after: { groups: { probes: 'gone' } } },
    { why: 'both go again', method: 'DELETE', path: '/Users/{probe}', status: 204, after: { users: { probe: 'gone' } } },
    {
      why: 'is the user there?',
      method: 'GET',
      path: `/Users?filter=${filterOf('userName eq "john.doe@example.com"')}`,
      status: 200,
      answer: { totalResults: 0 },
    },
    {
      why: 'made, the extension named first and the lists empty',
      method: 'POST',
      path: '/Users',
      body: full,
      status: 201,
      keep: 'john',
      answer: { title: 'Captain', [urns.enterprise]: { department: 'C-Suite' } },
      after: {
        users: {
          john: {
            userName: 'john.doe@example.com',
            active: true,
            givenName: 'John',
            familyName: 'Doe',
            displayName: 'John Doe',
            email: 'john.doe@example.io',
          },
        },
      },
    },
    {
      why: 'changed by PUT, his id inside',
      method: 'PUT',
      path: '/Users/{john}',
      body: { ...full, id: '{john}', displayName: 'Captain Doe' },
      status: 200,
      answer: { id: '{john}', displayName: 'Captain Doe', photos: [{ value: 'https://img.example.com/2a27d237.png' }] },
      after: { users: { john: { userName: 'john.doe@example.com', active: true, displayName: 'Captain Doe' } } },
    },
    {
      why: 'an operation for each attribute',
      method: 'PATCH',
      path: '/Users/{john}',
      body: patchOf(
        { op: 'replace', path: 'name.givenName', value: 'Jon' },
        { op: 'replace', path: 'name.familyName', value: 'Dow' },
        { op: 'replace', path: 'active', value: false },
      ),
      status: 200,
      after: { users: { john: { userName: 'john.doe@example.com', active: false, givenName: 'Jon', familyName: 'Dow' } } },
    },
    {
      why: 'a group',
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], displayName: 'Crew', externalId: '664447f5c0c418f2d05e5319' },
      status: 201,
      keep: 'crew',
    },
    {
      why: 'a member, by his id and nothing else',
      method: 'PATCH',
      path: '/Groups/{crew}',
      body: patchOf({ op: 'add', path: 'members', value: [{ value: '{john}' }] }),
      status: 204,
      after: { groups: { crew: { displayName: 'Crew', members: ['john'] } } },
    },
    {
      why: 'and off again, by a list of values',
      method: 'PATCH',
      path: '/Groups/{crew}',
      body: patchOf({ op: 'remove', path: 'members', value: [{ value: '{john}' }] }),
      status: 204,
      after: {
        groups: { crew: { displayName: 'Crew', members: [] } },
        users: { john: { userName: 'john.doe@example.com', active: false } },
      },
    },
  ],
}
