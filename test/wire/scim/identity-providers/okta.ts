import { patchOf, urns } from '../../../kit/scim.ts'
import type { Conversation } from './conversation.ts'

const reference = 'https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20'
const headers = {
  'user-agent': 'Okta SCIM Client 1.0.0',
  accept: 'application/scim+json',
  'content-type': 'application/scim+json; charset=utf-8',
}

const profile = (name: string) => ({
  schemas: [urns.user],
  userName: `${name}@okta.local`,
  name: { givenName: 'Test', familyName: 'User' },
  emails: [{ primary: true, value: `${name}@okta.local`, type: 'work' }],
  displayName: 'Test User',
  locale: 'en-US',
  externalId: `00ujl29u0le5${name}`,
  groups: [],
  password: 'never-kept-0',
  active: true,
})

/** The checks that Okta asks every integration to pass before it is published. */
export const oktaSpecTest: Conversation = {
  name: 'Okta: the SCIM 2.0 spec test of the integration network',
  source: [
    'https://developer.okta.com/standards/SCIM/SCIMFiles/Okta-SCIM-20-SPEC-Test.json',
    'https://developer.okta.com/docs/guides/scim-provisioning-integration-prepare/main/#test-your-scim-api',
  ],
  headers,
  steps: [
    { why: 'the test asks for somebody to be there', method: 'POST', path: '/Users', body: profile('first'), status: 201, keep: 'first' },
    {
      why: 'a first page of one',
      method: 'GET',
      path: '/Users?count=1&startIndex=1',
      status: 200,
      answer: { totalResults: 1, startIndex: 1, itemsPerPage: 1, Resources: [{ id: '{first}', userName: 'first@okta.local' }] },
    },
    { why: 'that one by its id', method: 'GET', path: '/Users/{first}', status: 200, answer: { id: '{first}', active: true } },
    {
      why: 'a user name that nobody has gives an empty list',
      method: 'GET',
      path: '/Users?filter=userName%20eq%20%22nobody%40okta.local%22&startIndex=1&count=100',
      status: 200,
      answer: { totalResults: 0, Resources: [] },
    },
    { why: 'an id that nobody has', method: 'GET', path: '/Users/010101001010101011001010101011', status: 404, answer: { status: '404' } },
    {
      why: 'a random user is made',
      method: 'POST',
      path: '/Users',
      body: profile('random'),
      status: 201,
      keep: 'random',
      after: { users: { random: { userName: 'random@okta.local', active: true, displayName: 'Test User' } } },
    },
    { why: 'and is there', method: 'GET', path: '/Users/{random}', status: 200, answer: { userName: 'random@okta.local' } },
    {
      why: 'the same once more is a conflict',
      method: 'POST',
      path: '/Users',
      body: profile('random'),
      status: 409,
      answer: { schemas: [urns.error], status: '409', scimType: 'uniqueness' },
    },
    { why: 'groups are listed', method: 'GET', path: '/Groups?startIndex=1&count=100', status: 200, answer: { totalResults: 0 } },
  ],
}

/** An integration of Okta's network: users by PUT, their standing and the groups by PATCH. */
export const okta: Conversation = {
  name: 'Okta: an integration of its network, with group push',
  source: [reference],
  headers,
  steps: [
    {
      why: 'is the user there already?',
      method: 'GET',
      path: '/Users?filter=userName%20eq%20%22test.user%40okta.local%22&startIndex=1&count=100',
      status: 200,
      answer: { totalResults: 0, startIndex: 1, Resources: [] },
    },
    {
      why: 'he is made',
      method: 'POST',
      path: '/Users',
      body: profile('test.user'),
      status: 201,
      keep: 'test',
      answer: { userName: 'test.user@okta.local', active: true, locale: 'en-US', meta: { resourceType: 'User' } },
      after: {
        users: {
          test: {
            userName: 'test.user@okta.local',
            active: true,
            givenName: 'Test',
            familyName: 'User',
            displayName: 'Test User',
            email: 'test.user@okta.local',
          },
        },
      },
    },
    { why: 'a second one', method: 'POST', path: '/Users', body: profile('other.user'), status: 201, keep: 'other' },
    { why: 'before a change he is read', method: 'GET', path: '/Users/{test}', status: 200, answer: { id: '{test}' } },
    {
      why: 'and what was read goes back with the change, read-only attributes and all',
      method: 'PUT',
      path: '/Users/{test}',
      body: {
        schemas: [urns.user],
        id: '{test}',
        userName: 'test.user@okta.local',
        name: { givenName: 'Another', middleName: 'Excited', familyName: 'User' },
        emails: [{ primary: true, value: 'test.user@okta.local', type: 'work', display: 'test.user@okta.local' }],
        active: true,
        groups: [],
        meta: { resourceType: 'User' },
      },
      status: 200,
      answer: { id: '{test}', name: { givenName: 'Another', middleName: 'Excited', familyName: 'User' } },
      after: { users: { test: { userName: 'test.user@okta.local', active: true, givenName: 'Another', familyName: 'User' } } },
    },
    {
      why: 'deactivated',
      method: 'PATCH',
      path: '/Users/{test}',
      body: patchOf({ op: 'replace', value: { active: false } }),
      status: 200,
      answer: { id: '{test}', active: false },
      after: { users: { test: { userName: 'test.user@okta.local', active: false, givenName: 'Another' } } },
    },
    {
      why: 'activated',
      method: 'PATCH',
      path: '/Users/{test}',
      body: patchOf({ op: 'replace', value: { active: true } }),
      status: 200,
      answer: { active: true },
      after: { users: { test: { userName: 'test.user@okta.local', active: true } } },
    },
    {
      why: 'a group is pushed, empty',
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], displayName: 'Test SCIMv2', members: [] },
      status: 201,
      keep: 'group',
      answer: { displayName: 'Test SCIMv2', meta: { resourceType: 'Group' } },
      after: { groups: { group: { displayName: 'Test SCIMv2', members: [] } } },
    },
    {
      why: 'its members',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'add', path: 'members', value: [{ value: '{other}', display: 'other.user@okta.local' }] }),
      status: 204,
      after: { groups: { group: { displayName: 'Test SCIMv2', members: ['other'] } } },
    },
    {
      why: 'a new name, with the id beside it',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'replace', value: { id: '{group}', displayName: 'Test SCIMv20' } }),
      status: 204,
      after: { groups: { group: { displayName: 'Test SCIMv20', members: ['other'] } } },
    },
    {
      why: 'one leaves and one comes, in one request',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf(
        { op: 'remove', path: 'members[value eq "{other}"]' },
        { op: 'add', path: 'members', value: [{ value: '{test}', display: 'test.user@okta.local' }] },
      ),
      status: 204,
      after: { groups: { group: { displayName: 'Test SCIMv20', members: ['test'] } } },
    },
    {
      why: 'a full push',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({
        op: 'replace',
        path: 'members',
        value: [
          { value: '{test}', display: 'test.user@okta.local' },
          { value: '{other}', display: 'other.user@okta.local' },
        ],
      }),
      status: 204,
      after: { groups: { group: { displayName: 'Test SCIMv20', members: ['test', 'other'] } } },
    },
    {
      why: 'unlinked, and deleted with it',
      method: 'DELETE',
      path: '/Groups/{group}',
      status: 204,
      after: { groups: { group: 'gone' }, users: { test: { userName: 'test.user@okta.local', active: true } } },
    },
  ],
}

/** An app that was made with Okta's wizard changes everything by PUT. */
export const oktaWizard: Conversation = {
  name: 'Okta: an app of its wizard, which changes by PUT',
  source: [reference, 'https://github.com/ory/polis/issues/3136', 'https://docs.tealium.com/api/v3/scim-api/patch-group-api/'],
  headers,
  steps: [
    { why: 'a user', method: 'POST', path: '/Users', body: profile('wizard'), status: 201, keep: 'wizard' },
    { why: 'another', method: 'POST', path: '/Users', body: profile('apprentice'), status: 201, keep: 'apprentice' },
    {
      why: 'a group with members from the start',
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], displayName: 'Tower', members: [{ value: '{wizard}', display: 'wizard@okta.local' }] },
      status: 201,
      keep: 'tower',
      after: { groups: { tower: { displayName: 'Tower', members: ['wizard'] } } },
    },
    {
      why: 'name and members in one PUT',
      method: 'PUT',
      path: '/Groups/{tower}',
      body: {
        schemas: [urns.group],
        id: '{tower}',
        displayName: 'High tower',
        members: [
          { value: '{wizard}', display: 'wizard@okta.local' },
          { value: '{apprentice}', display: 'apprentice@okta.local' },
        ],
      },
      status: 200,
      answer: { id: '{tower}', displayName: 'High tower' },
      after: { groups: { tower: { displayName: 'High tower', members: ['wizard', 'apprentice'] } } },
    },
    {
      why: 'one less in the next PUT',
      method: 'PUT',
      path: '/Groups/{tower}',
      body: { schemas: [urns.group], id: '{tower}', displayName: 'High tower', members: [{ value: '{apprentice}' }] },
      status: 200,
      after: { groups: { tower: { displayName: 'High tower', members: ['apprentice'] } } },
    },
    {
      why: 'the whole list inside a value without a path',
      method: 'PATCH',
      path: '/Groups/{tower}',
      body: patchOf({ op: 'replace', value: { members: [{ value: '{wizard}' }] } }),
      status: 204,
      after: { groups: { tower: { displayName: 'High tower', members: ['wizard'] } } },
    },
    {
      why: 'deactivated by PUT',
      method: 'PUT',
      path: '/Users/{wizard}',
      body: { ...profile('wizard'), id: '{wizard}', active: false },
      status: 200,
      answer: { active: false },
      after: {
        users: { wizard: { userName: 'wizard@okta.local', active: false, displayName: 'Test User' } },
        groups: { tower: { displayName: 'High tower', members: ['wizard'] } },
      },
    },
  ],
}
