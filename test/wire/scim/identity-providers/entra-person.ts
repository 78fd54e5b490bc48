import { urns } from '../../../kit/scim.ts'

/** Where Microsoft writes down what its provisioning service sends. */
export const entraPages = {
  develop: 'https://learn.microsoft.com/en-us/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups',
  compliance:
    'https://learn.microsoft.com/en-us/entra/identity/app-provisioning/application-provisioning-config-problem-scim-compatibility',
}

export const entraHeaders = { accept: 'application/scim+json', 'content-type': 'application/scim+json; charset=utf-8' }

/** A user as Entra ID makes him. */
export const entraPerson = (name: string) => ({
  schemas: [urns.user, urns.enterprise],
  externalId: `0a21f0f2-8d2a-4f8e-bf98-${name}`,
  userName: `Test_User_${name}`,
  active: true,
  emails: [{ primary: true, type: 'work', value: `${name}@testuser.com` }],
  meta: { resourceType: 'User' },
  name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
  roles: [],
})
