import { patchOf, urns } from '../../../kit/scim.ts'
import { type Conversation, filterOf } from './conversation.ts'

const person = {
  schemas: [urns.user, urns.enterprise],
  userName: 'stella@onelogin.test',
  name: { givenName: 'Stella', familyName: 'Reyes' },
  // One object where the schema has a list.
  emails: { value: 'stella@onelogin.test', primary: true, type: 'work' },
  active: true,
  [urns.enterprise]: { department: 'Observatory' },
}

/** The calls that OneLogin asks of an app, in the order of its example flow. */
export const onelogin: Conversation = {
  name: 'OneLogin: SCIM Provisioner with SAML',
  source: [
    'https://developers.onelogin.com/scim/implement-scim-api',
    // A PATCH of 165 bytes: one addition by a list of one value, which is what stands below.
    'https://github.com/goauthentik/authentik/issues/11249',
    // emails as one object.
    'https://github.com/15five/django-scim2/blob/master/src/django_scim/adapters.py',
  ],
  headers: { 'user-agent': '', 'content-type': 'application/scim+json' },
  steps: [
    {
      why: 'the connection is tried with a name that cannot be there',
      method: 'GET',
      path: `/Users?filter=${filterOf('userName eq "nobody-at-all"')}`,
      status: 200,
      answer: { totalResults: 0, Resources: [] },
    },
    {
      why: 'is she there?',
      method: 'GET',
      path: `/Users?filter=${filterOf('userName eq "stella@onelogin.test"')}`,
      status: 200,
      answer: { totalResults: 0, Resources: [] },
    },
    {
      why: 'made',
      method: 'POST',
      path: '/Users',
      body: person,
      status: 201,
      keep: 'stella',
      answer: { [urns.enterprise]: { department: 'Observatory' } },
      after: {
        users: {
          stella: {
            userName: 'stella@onelogin.test',
            active: true,
            givenName: 'Stella',
            familyName: 'Reyes',
            email: 'stella@onelogin.test',
          },
        },
      },
    },
    { why: 'by id', method: 'GET', path: '/Users/{stella}', status: 200, answer: { id: '{stella}' } },
    {
      why: 'changed by PUT',
      method: 'PUT',
      path: '/Users/{stella}',
      body: { ...person, id: '{stella}', name: { givenName: 'Stella', familyName: 'Reyes-Okafor' } },
      status: 200,
      after: { users: { stella: { userName: 'stella@onelogin.test', active: true, familyName: 'Reyes-Okafor' } } },
    },
    { why: 'which groups are there', method: 'GET', path: '/Groups', status: 200, answer: { totalResults: 0 } },
    {
      why: 'a group',
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], displayName: 'Stargazers' },
      status: 201,
      keep: 'group',
      after: { groups: { group: { displayName: 'Stargazers', members: [] } } },
    },
    {
      why: 'she joins it',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'add', path: 'members', value: [{ value: '{stella}' }] }),
      status: 204,
      after: { groups: { group: { displayName: 'Stargazers', members: ['stella'] } } },
    },
    {
      why: 'and leaves it',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'remove', path: 'members', value: [{ value: '{stella}' }] }),
      status: 204,
      after: { groups: { group: { displayName: 'Stargazers', members: [] } } },
      inferred: 'the length of an addition fits this form; a removal in the same form is the nearest guess',
    },
    {
      why: 'or by one object instead of a list',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'add', path: 'members', value: { value: '{stella}' } }),
      status: 204,
      after: { groups: { group: { displayName: 'Stargazers', members: ['stella'] } } },
      inferred: 'as its e-mail addresses come',
    },
    {
      why: 'deleted',
      method: 'DELETE',
      path: '/Users/{stella}',
      status: 204,
      after: { users: { stella: 'gone' }, groups: { group: { displayName: 'Stargazers', members: [] } } },
    },
    { why: 'who is left', method: 'GET', path: '/Users', status: 200, answer: { totalResults: 0 } },
  ],
}
