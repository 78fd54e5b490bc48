import { patchOf, urns } from '../../../kit/scim.ts'
import { type Conversation, filterOf } from './conversation.ts'
import { entraHeaders, entraPages, entraPerson } from './entra-person.ts'

/** Groups: asked for without their members, which are added and removed by lists. */
export const entraGroups: Conversation = {
  name: 'Microsoft Entra ID: groups',
  source: [entraPages.develop, 'https://stratsys-platform-docs.readthedocs.io/en/latest/azure_ad_sync/supported_endpoints.html'],
  headers: entraHeaders,
  steps: [
    { why: 'a user', method: 'POST', path: '/Users', body: entraPerson('ada'), status: 201, keep: 'ada' },
    { why: 'a user', method: 'POST', path: '/Users', body: entraPerson('bob'), status: 201, keep: 'bob' },
    { why: 'a user', method: 'POST', path: '/Users', body: entraPerson('cyd'), status: 201, keep: 'cyd' },
    {
      why: 'is the group there?',
      method: 'GET',
      path: `/Groups?excludedAttributes=members&filter=${filterOf('displayName eq "displayName"')}`,
      status: 200,
      answer: { totalResults: 0, Resources: [] },
    },
    {
      why: 'a group without members, with a schema of their own',
      method: 'POST',
      path: '/Groups',
      body: {
        schemas: [urns.group, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
        externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
        displayName: 'displayName',
        meta: { resourceType: 'Group' },
      },
      status: 201,
      keep: 'group',
      answer: { externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159', displayName: 'displayName' },
      after: { groups: { group: { displayName: 'displayName', members: [] } } },
    },
    {
      why: 'by id',
      method: 'GET',
      path: '/Groups/{group}?excludedAttributes=members',
      status: 200,
      answer: { id: '{group}', displayName: 'displayName' },
    },
    {
      why: 'by name',
      method: 'GET',
      path: `/Groups?excludedAttributes=members&filter=${filterOf('displayName eq "displayName"')}`,
      status: 200,
      answer: { totalResults: 1, Resources: [{ id: '{group}' }] },
    },
    {
      why: 'another name',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'Replace', path: 'displayName', value: '1879db59-3bdf-4490-ad68-ab880a269474updatedDisplayName' }),
      status: 204,
      after: { groups: { group: { displayName: '1879db59-3bdf-4490-ad68-ab880a269474updatedDisplayName', members: [] } } },
    },
    {
      why: 'members are added, with a reference that is null',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({
        op: 'Add',
        path: 'members',
        value: [
          { $ref: null, value: '{ada}' },
          { $ref: null, value: '{bob}' },
          { $ref: null, value: '{cyd}' },
        ],
      }),
      status: 204,
      after: {
        groups: { group: { displayName: '1879db59-3bdf-4490-ad68-ab880a269474updatedDisplayName', members: ['ada', 'bob', 'cyd'] } },
      },
    },
    {
      why: 'is this user a member?',
      method: 'GET',
      path: `/Groups?filter=${filterOf('id eq "{group}" and members eq "{ada}"')}&attributes=id`,
      status: 200,
      answer: { totalResults: 1, Resources: [{ id: '{group}' }] },
    },
    {
      why: 'members are removed by a list of values: these and no others',
      method: 'PATCH',
      path: '/Groups/{group}',
      body: patchOf({ op: 'Remove', path: 'members', value: [{ $ref: null, value: '{ada}' }] }),
      status: 204,
      after: { groups: { group: { displayName: '1879db59-3bdf-4490-ad68-ab880a269474updatedDisplayName', members: ['bob', 'cyd'] } } },
    },
    {
      why: 'is he one still?',
      method: 'GET',
      path: `/Groups?filter=${filterOf('id eq "{group}" and members eq "{ada}"')}&attributes=id`,
      status: 200,
      answer: { totalResults: 0 },
    },
    { why: 'the group goes', method: 'DELETE', path: '/Groups/{group}', status: 204, after: { groups: { group: 'gone' } } },
  ],
}
