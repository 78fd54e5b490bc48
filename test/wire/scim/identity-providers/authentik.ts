import { patchOf, urns } from '../../../kit/scim.ts'
import { type Conversation, filterOf } from './conversation.ts'

const person = (name: string) => ({
  schemas: [urns.user],
  externalId: `uid-${name}`,
  userName: name,
  name: { formatted: `${name} of authentik`, givenName: name, familyName: 'of authentik' },
  displayName: `${name} of authentik`,
  photos: [],
  locale: 'en_US',
  active: true,
  emails: [{ value: `${name}@authentik.test`, type: 'other', primary: true }],
})

/** authentik reads what the server can do, then writes users by PUT and each membership in an operation of its own. */
export const authentik: Conversation = {
  name: 'authentik: SCIM provider',
  source: [
    'https://github.com/goauthentik/authentik/blob/main/authentik/providers/scim/clients/users.py',
    'https://github.com/goauthentik/authentik/blob/main/authentik/providers/scim/clients/groups.py',
    'https://github.com/goauthentik/authentik/pull/23950',
  ],
  headers: { 'user-agent': 'authentik', accept: 'application/scim+json', 'content-type': 'application/scim+json' },
  steps: [
    {
      why: 'what the server can do',
      method: 'GET',
      path: '/ServiceProviderConfig',
      status: 200,
      answer: { patch: { supported: true }, filter: { supported: true }, bulk: { maxOperations: 1000 } },
    },
    { why: 'a user', method: 'POST', path: '/Users', body: person('akadmin'), status: 201, keep: 'admin' },
    { why: 'a user', method: 'POST', path: '/Users', body: person('jens'), status: 201, keep: 'jens' },
    {
      why: 'changed by PUT',
      method: 'PUT',
      path: '/Users/{jens}',
      body: { ...person('jens'), id: '{jens}', displayName: 'Jens L.' },
      status: 200,
      after: { users: { jens: { userName: 'jens', active: true, displayName: 'Jens L.', email: 'jens@authentik.test' } } },
    },
    {
      why: 'a group without members',
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], externalId: 'pk-1', displayName: 'authentik Admins' },
      status: 201,
      keep: 'group',
    },
    {
      why: 'each member in an operation of its own',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf(
        { op: 'add', path: 'members', value: [{ value: '{admin}' }] },
        { op: 'add', path: 'members', value: [{ value: '{jens}' }] },
      ),
      status: 204,
      after: { groups: { group: { displayName: 'authentik Admins', members: ['admin', 'jens'] } } },
    },
    {
      why: 'the same group made again is a conflict',
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], externalId: 'pk-1', displayName: 'authentik Admins' },
      status: 409,
    },
    {
      why: 'so that it looks for it by name',
      method: 'GET',
      path: `/Groups?filter=${filterOf('displayName eq "authentik Admins"')}`,
      status: 200,
      answer: { totalResults: 1, Resources: [{ id: '{group}' }] },
    },
    {
      why: 'the attributes in one value without a path: read-only id and schemas beside them',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'replace', value: { schemas: [urns.group], id: '{group}', externalId: 'pk-2', displayName: 'Admins' } }),
      status: 204,
      after: { groups: { group: { displayName: 'Admins', members: ['admin', 'jens'] } } },
    },
    {
      why: 'then the members are read to be compared',
      method: 'GET',
      path: '/Groups/{group}',
      status: 200,
      answer: { externalId: 'pk-2', displayName: 'Admins' },
    },
    {
      why: 'who is too many goes, in the form with a value',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'remove', path: 'members', value: [{ value: '{admin}' }] }),
      status: 204,
      after: { groups: { group: { displayName: 'Admins', members: ['jens'] } } },
    },
    { why: 'the group goes', method: 'DELETE', path: '/Groups/{group}', status: 204, after: { groups: { group: 'gone' } } },
    { why: 'the user goes', method: 'DELETE', path: '/Users/{admin}', status: 204, after: { users: { admin: 'gone' } } },
  ],
}
