import { patchOf, urns } from '../../../kit/scim.ts'
import type { Conversation } from './conversation.ts'

/** A directory behind Keycloak, pushed on by its SCIM plugin: users by PUT, addresses without a type. */
export const keycloak: Conversation = {
  name: 'Keycloak: SCIM for Keycloak',
  source: ['https://github.com/Captain-P-Goldfish/scim-for-keycloak/issues/126'],
  headers: { 'content-type': 'application/scim+json; charset=UTF-8' },
  steps: [
    {
      why: 'a user',
      method: 'POST',
      path: '/Users',
      body: { schemas: [urns.user], userName: 'test-user', externalId: 'kc-1', active: true },
      status: 201,
      keep: 'user',
      inferred: 'the thread begins with the change of a user that is there',
    },
    {
      why: 'changed; the extension is there though the schemas do not name it',
      method: 'PUT',
      path: '/Users/{user}',
      body: {
        schemas: [urns.user],
        locale: 'en_us',
        emails: [{ primary: true, value: 'test@example.com' }],
        name: { givenName: 'test', familyName: 'user' },
        timezone: 'America/Chicago',
        [urns.enterprise]: { division: 'executive', organization: 'example, LLC', department: 'management' },
        title: 'CTO',
        externalId: 'VXNlcjo6ODQwMTYx',
        userName: 'test-user',
        active: true,
      },
      status: 200,
      answer: {
        externalId: 'VXNlcjo6ODQwMTYx',
        timezone: 'America/Chicago',
        [urns.enterprise]: { organization: 'example, LLC', department: 'management' },
      },
      after: {
        users: { user: { userName: 'test-user', active: true, givenName: 'test', familyName: 'user', email: 'test@example.com' } },
      },
    },
  ],
}

/** A connector that fills groups by values without a path, each member in full. */
export const wso2: Conversation = {
  name: 'WSO2 Identity Server: outbound provisioning',
  source: ['https://github.com/wso2/product-is/issues/5333', 'https://github.com/wso2/product-is/issues/12439'],
  headers: { 'content-type': 'application/scim+json' },
  steps: [
    { why: 'a user', method: 'POST', path: '/Users', body: { schemas: [urns.user], userName: 'admin' }, status: 201, keep: 'admin' },
    {
      why: 'a group',
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], displayName: 'PRIMARY/admin' },
      status: 201,
      keep: 'group',
    },
    ...['he joins', 'and is told to join once more, which changes nothing'].map((why) => ({
      why,
      method: 'PATCH' as const,
      path: '/Groups/{group}',
      body: patchOf({
        op: 'add',
        value: { members: [{ display: 'PRIMARY/admin', value: '{admin}', $ref: 'https://localhost:9443/scim2/Users/{admin}' }] },
      }),
      status: 204,
      after: { groups: { group: { displayName: 'PRIMARY/admin', members: ['admin'] } } },
    })),
    {
      why: 'an operation for each part of the name',
      method: 'PATCH',
      path: '/Users/{admin}',
      body: patchOf(
        { op: 'replace', value: { name: { givenName: 'Anuradha' } } },
        { op: 'replace', value: { name: { familyName: 'Karunarathna' } } },
        { op: 'replace', value: { 'urn:scim:wso2:schema': { attribute1: 'abcd' } } },
      ),
      status: 200,
      after: { users: { admin: { userName: 'admin', active: true, givenName: 'Anuradha', familyName: 'Karunarathna' } } },
    },
  ],
}

/** A Chinese cloud's single sign-on as its guide has it, for the directories of Feishu and its like that are pushed by a script. */
export const ctyun: Conversation = {
  name: 'A script after the guide of a Chinese cloud (eSurf Cloud SSO)',
  source: ['https://www.ctyun.cn/qzdh/143539_42', 'https://www.ctyun.cn/qzdh/143496_240'],
  headers: { 'content-type': 'application/scim+json' },
  steps: [
    {
      why: 'a user whose name is one word',
      method: 'POST',
      path: '/Users',
      body: {
        schemas: [urns.user],
        externalId: 'external001',
        userName: 'user01',
        displayName: '张三',
        name: { formatted: '张三', givenName: '张三' },
        emails: [{ value: 'newemail@example.com', type: 'work', primary: true }],
        phoneNumbers: [{ value: '13800138000', type: 'work' }],
        active: true,
      },
      status: 201,
      keep: 'user',
      after: {
        users: { user: { userName: 'user01', active: true, givenName: '张三', displayName: '张三', email: 'newemail@example.com' } },
      },
    },
    {
      why: 'one part of all numbers, without saying which',
      method: 'PATCH',
      path: '/Users/{user}',
      body: patchOf({ op: 'replace', path: 'phoneNumbers.value', value: '13900139000' }),
      status: 200,
      answer: { phoneNumbers: [{ value: '13900139000', type: 'work' }] },
    },
    {
      why: 'disabled',
      method: 'PATCH',
      path: '/Users/{user}',
      body: patchOf({ op: 'replace', path: 'active', value: false }),
      status: 200,
      after: { users: { user: { userName: 'user01', active: false, displayName: '张三' } } },
    },
    {
      why: 'a group',
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], displayName: '开发组', externalId: 'externalgroup001' },
      status: 201,
      keep: 'group',
    },
    {
      why: 'replaced, its members named with their kind',
      method: 'PUT',
      path: '/Groups/{group}',
      body: {
        schemas: [urns.group],
        displayName: '开发组更新',
        externalId: 'externalgroup001',
        members: [{ value: '{user}', $ref: '/scim/v2/Users/{user}', type: 'User' }],
      },
      status: 200,
      after: { groups: { group: { displayName: '开发组更新', members: ['user'] } } },
    },
  ],
}
