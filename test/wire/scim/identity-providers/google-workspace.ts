import { patchOf, urns } from '../../../kit/scim.ts'
import { type Conversation, filterOf } from './conversation.ts'

const body = {
  // The schema of SCIM 1.0 stands first.
  schemas: ['urn:scim:schemas:core:1.0', urns.user],
  userName: 'username@domain.com',
  emails: [{ primary: true, value: 'username@domain.com', type: 'work' }],
  displayName: 'User Name',
  name: { givenName: 'User', familyName: 'Name' },
  active: true,
}

/** Automated provisioning of Google Workspace: plain JSON as the content type, users only. */
export const googleWorkspace: Conversation = {
  name: 'Google Workspace: automated user provisioning',
  source: ['https://github.com/grokability/snipe-it/issues/12642', 'https://github.com/pond/scimitar/issues/142'],
  headers: { 'user-agent': 'Google-Auto-Provisioning', 'content-type': 'application/json' },
  steps: [
    {
      why: 'what is there',
      method: 'GET',
      path: '/Users',
      status: 200,
      answer: { totalResults: 0, startIndex: 1, Resources: [] },
    },
    {
      why: 'is this one there?',
      method: 'GET',
      path: `/Users?filter=${filterOf('userName eq "username@domain.com"')}`,
      status: 200,
      answer: { totalResults: 0 },
      inferred: 'the thread shows the list without a filter; accounts are matched by user name',
    },
    {
      why: 'made',
      method: 'POST',
      path: '/Users',
      body,
      status: 201,
      keep: 'user',
      answer: { userName: 'username@domain.com', active: true },
      after: {
        users: {
          user: {
            userName: 'username@domain.com',
            active: true,
            givenName: 'User',
            familyName: 'Name',
            displayName: 'User Name',
            email: 'username@domain.com',
          },
        },
      },
    },
    {
      why: 'changed: the whole of it again',
      method: 'PUT',
      path: '/Users/{user}',
      body: { ...body, displayName: 'Other Name', name: { givenName: 'Other', familyName: 'Name' } },
      status: 200,
      after: { users: { user: { userName: 'username@domain.com', active: true, givenName: 'Other', displayName: 'Other Name' } } },
      inferred: 'the threads show creation only; a change is either this or the next one',
    },
    {
      why: 'suspended',
      method: 'PATCH',
      path: '/Users/{user}',
      body: patchOf({ op: 'replace', path: 'active', value: false }),
      status: 200,
      answer: { active: false },
      after: { users: { user: { userName: 'username@domain.com', active: false, displayName: 'Other Name' } } },
      inferred: 'the threads show creation only',
    },
    {
      why: 'removed when the time that the administrator set is over',
      method: 'DELETE',
      path: '/Users/{user}',
      status: 204,
      after: { users: { user: 'gone' } },
      inferred: 'deprovisioning is described without its request',
    },
  ],
}
