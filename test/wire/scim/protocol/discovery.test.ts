import { expect, test } from 'vitest'
import { answered, expectScimRefusal, newSource, scimWith, urns } from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

// Members and texts: product page of the interface, 1031/66370. What differs is what this server can do and the vendor's cannot: bulk, sort, etag, the extension.
test('what the server can do, member for member', async () => {
  const { body } = await answered(scimWith(shared.server)('GET', '/ServiceProviderConfig'), 200)
  expect(body).toEqual({
    authenticationSchemes: [
      {
        description: 'Authentication scheme using the OAuth Bearer Token Standard',
        documentationUri: '',
        name: 'OAuth Bearer Token',
        primary: true,
        specUri: '',
        type: 'oauthbearertoken',
      },
    ],
    bulk: { maxOperations: 1000, maxPayloadSize: 1048576, supported: true },
    changePassword: { supported: false },
    documentationUri: '',
    etag: { supported: true },
    filter: { maxResults: 100, supported: true },
    patch: { supported: true },
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    sort: { supported: true },
  })
})

test('the kinds of resources, member for member', async () => {
  const { scim } = await newSource(shared.server)
  const type = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'] }
  const user = {
    ...type,
    id: 'User',
    name: 'User',
    description: 'User Account',
    endpoint: '/Users',
    schema: urns.user,
    schemaExtensions: [{ schema: urns.enterprise, required: false }],
  }
  const group = { ...type, id: 'Group', name: 'Group', description: 'Group', endpoint: '/Groups', schema: urns.group, schemaExtensions: [] }
  expect((await answered(scim('GET', '/ResourceTypes'), 200)).body).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 2,
    itemsPerPage: 100,
    startIndex: 1,
    Resources: [user, group],
  })
  expect((await answered(scim('GET', '/ResourceTypes/Group'), 200)).body).toEqual(group)
  await expectScimRefusal(scim('GET', '/ResourceTypes/Device'), 404, undefined, 'Device')
  await expectScimRefusal(scimWith(shared.server)('GET', '/ResourceTypes'), 401, undefined, 'credential')
})

interface Shown {
  readonly name: string
  readonly type: string
  readonly subAttributes?: readonly Shown[]
}

// RFC 7643 §8.7.1 lists the attributes of the core schemas.
test('every attribute of the standard is in the schemas, each with all of its characteristics', async () => {
  const { scim } = await newSource(shared.server)
  const { body } = await answered(scim('GET', `/Schemas/${urns.user}`), 200)
  const attributes = body.attributes as Shown[]
  const core =
    'userName name displayName nickName profileUrl title userType preferredLanguage locale timezone active password emails phoneNumbers ims photos addresses groups entitlements roles x509Certificates'
  expect(attributes.map(({ name }) => name)).toEqual(core.split(' '))
  const characteristics = ['name', 'type', 'multiValued', 'description', 'required', 'caseExact', 'mutability', 'returned', 'uniqueness']
  const all = attributes.flatMap((each) => [each, ...(each.subAttributes ?? [])])
  for (const each of all) expect(Object.keys(each)).toEqual(expect.arrayContaining(characteristics))
  for (const each of attributes) expect(each.type === 'complex').toBe(each.subAttributes !== undefined)
  const enterprise = (await answered(scim('GET', `/Schemas/${urns.enterprise.toUpperCase()}`), 200)).body
  expect(enterprise).toMatchObject({ id: urns.enterprise, meta: { location: `${shared.server.url}/scim/v2/Schemas/${urns.enterprise}` } })
  expect((enterprise.attributes as Shown[]).map(({ name }) => name)).toEqual(
    'employeeNumber costCenter organization division department manager'.split(' '),
  )
})

test('addresses are those by which the client came', async () => {
  const { scim } = await newSource(shared.server)
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'sync.example.com, inner' }
  const { body } = await answered(scim('GET', `/Schemas/${urns.group}`, undefined, headers), 200)
  expect(body.meta.location).toBe(`https://sync.example.com/scim/v2/Schemas/${urns.group}`)
})
