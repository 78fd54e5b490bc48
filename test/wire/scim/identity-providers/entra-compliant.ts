import { patchOf, urns } from '../../../kit/scim.ts'
import type { Conversation } from './conversation.ts'
import { entraHeaders, entraPages, entraPerson } from './entra-person.ts'

/** The shapes behind the flag aadOptscim062020, which will be the usual ones. */
export const entraCompliant: Conversation = {
  name: 'Microsoft Entra ID: with the flag aadOptscim062020',
  source: [entraPages.compliance],
  headers: entraHeaders,
  steps: [
    {
      why: 'the flag stands in the address that the service was given',
      method: 'POST',
      path: '/Users?aadOptscim062020=true',
      body: entraPerson('ada'),
      status: 201,
      keep: 'ada',
      inferred: 'the page has the flag in the tenant URL; whether it travels with each request is not said',
    },
    { why: 'a user', method: 'POST', path: '/Users', body: entraPerson('bob'), status: 201, keep: 'bob' },
    {
      why: 'one value is added',
      method: 'PATCH',
      path: '/Users/{ada}',
      body: patchOf({ op: 'add', path: 'nickName', value: 'Babs' }),
      status: 200,
      answer: { nickName: 'Babs' },
    },
    {
      why: 'several attributes in one value, whose keys are paths',
      method: 'PATCH',
      path: '/Users/{ada}',
      body: patchOf(
        { op: 'replace', path: 'emails[type eq "work"].value', value: 'TestMhvaes@test.microsoft.com' },
        {
          op: 'replace',
          value: {
            displayName: 'Bjfe',
            'name.givenName': 'Kkom',
            'name.familyName': 'Unua',
            [`${urns.enterprise}:employeeNumber`]: 'Aklq',
          },
        },
      ),
      status: 200,
      answer: { displayName: 'Bjfe', name: { givenName: 'Kkom', familyName: 'Unua' }, [urns.enterprise]: { employeeNumber: 'Aklq' } },
      after: {
        users: {
          ada: {
            userName: 'Test_User_ada',
            active: true,
            givenName: 'Kkom',
            familyName: 'Unua',
            displayName: 'Bjfe',
            email: 'TestMhvaes@test.microsoft.com',
          },
        },
      },
    },
    {
      why: 'disabled',
      method: 'PATCH',
      path: '/Users/{ada}',
      body: patchOf({ op: 'replace', path: 'active', value: false }),
      status: 200,
      after: { users: { ada: { userName: 'Test_User_ada', active: false } } },
    },
    {
      why: 'a group',
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], externalId: 'e1', displayName: 'Designers' },
      status: 201,
      keep: 'group',
    },
    {
      why: 'its members',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'add', path: 'members', value: [{ value: '{ada}' }, { value: '{bob}' }] }),
      status: 204,
      after: { groups: { group: { displayName: 'Designers', members: ['ada', 'bob'] } } },
    },
    {
      why: 'one is removed by a filter',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'remove', path: 'members[value eq "{ada}"]' }),
      status: 204,
      after: { groups: { group: { displayName: 'Designers', members: ['bob'] } } },
    },
  ],
}
