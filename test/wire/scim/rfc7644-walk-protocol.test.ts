import { describe, expect, test } from 'vitest'
import { eventsIn } from '../../kit/directory.ts'
import {
  answered,
  expectMembers,
  expectScimRefusal,
  expectUnchanged,
  newSource,
  newSyncedUser,
  patchOf,
  type Resource,
  type Source,
  scimWith,
  urns,
} from '../../kit/scim.ts'
import { sharedServer } from '../../kit/shared-server.ts'

// RFC 7644, sections 3.7, 3.11, 3.12, 3.14 and 4.

const shared = sharedServer()
const message = 'urn:ietf:params:scim:api:messages:2.0'

async function bulk(source: Source, Operations: object[], more: object = {}): Promise<Resource> {
  const body = { schemas: [`${message}:BulkRequest`], Operations, ...more }
  return (await answered(source.scim('POST', '/Bulk', body), 200)).body
}

const alice = { method: 'POST', path: '/Users', bulkId: 'qwerty', data: { schemas: [urns.user], userName: 'Alice' } }

describe('3.7 bulk operations', () => {
  test('3.7.2 a group takes in the user that the same request makes', async () => {
    const source = await newSource(shared.server)
    const data = { schemas: [urns.group], displayName: 'Tour Guides', members: [{ type: 'User', value: 'bulkId:qwerty' }] }
    const answer = await bulk(source, [alice, { method: 'POST', path: '/Groups', bulkId: 'ytrewq', data }])
    expect(answer).toMatchObject({
      schemas: [`${message}:BulkResponse`],
      Operations: [
        {
          method: 'POST',
          bulkId: 'qwerty',
          location: expect.stringContaining('/scim/v2/Users/'),
          status: '201',
          version: expect.any(String),
        },
        { method: 'POST', bulkId: 'ytrewq', location: expect.stringContaining('/scim/v2/Groups/'), status: '201' },
      ],
    })
    const [user, group] = answer.Operations.map(({ location }: { location: string }) => location.split('/').at(-1))
    await expectMembers(source, group, [user])
  })

  test('every method, each on what is there', async () => {
    const source = await newSource(shared.server)
    const [first, second] = [await newSyncedUser(source), await newSyncedUser(source)]
    const { Operations } = await bulk(source, [
      { method: 'PUT', path: `/Users/${first}`, data: { schemas: [urns.user], userName: 'Bob' } },
      { method: 'PATCH', path: `/Users/${first}`, data: patchOf({ op: 'replace', path: 'nickName', value: 'Bobby' }) },
      { method: 'DELETE', path: `/Users/${second}` },
    ])
    expect(Operations.map(({ status }: { status: string }) => status)).toEqual(['200', '200', '204'])
    expect((await answered(source.scim('GET', `/Users/${first}`), 200)).body).toMatchObject({ userName: 'Bob', nickName: 'Bobby' })
    await expectScimRefusal(source.scim('GET', `/Users/${second}`), 404, undefined, second)
  })

  test('3.7.3 failOnErrors ends it after so many errors; what was done stays done', async () => {
    const source = await newSource(shared.server)
    const bad = (bulkId: string) => ({ method: 'POST', path: '/Users', bulkId, data: { schemas: [urns.user] } })
    const last = { ...alice, bulkId: 'last', data: { schemas: [urns.user], userName: 'Zoe' } }
    const stopped = await bulk(source, [alice, bad('bad'), last], { failOnErrors: 1 })
    expect(stopped.Operations).toHaveLength(2)
    expect(stopped.Operations[1]).toMatchObject({
      bulkId: 'bad',
      status: '400',
      response: { schemas: [urns.error], scimType: 'invalidValue' },
    })
    expect((await answered(source.scim('GET', '/Users'), 200)).body).toMatchObject({ totalResults: 1, Resources: [{ userName: 'Alice' }] })
    const all = await bulk(source, [bad('bad'), last])
    expect(all.Operations.map(({ status }: { status: string }) => status)).toEqual(['400', '201'])
  })

  test('3.7.4 more than it says it takes', async () => {
    const source = await newSource(shared.server)
    const { body: config } = await answered(source.scim('GET', '/ServiceProviderConfig'), 200)
    const operations = Array.from({ length: config.bulk.maxOperations + 1 }, (_, n) => ({ method: 'DELETE', path: `/Users/u${n}` }))
    const call = () => source.scim('POST', '/Bulk', { schemas: [`${message}:BulkRequest`], Operations: operations })
    await expectUnchanged(shared.server, source, call, 413, undefined, String(config.bulk.maxOperations))
  })
})

describe('3.11 and 3.12: who I am, and errors', () => {
  test('/Me is not served', async () => {
    const { scim } = await newSource(shared.server)
    await expectScimRefusal(scim('GET', '/Me'), 501, undefined, /./)
  })

  test('401 tells how to come in', async () => {
    for (const scim of [scimWith(shared.server), scimWith(shared.server, 'wrong')]) {
      const answer = await answered(scim('GET', '/Users'), 401)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
      expect(answer.body).toMatchObject({ schemas: [urns.error], status: '401' })
    }
  })

  test('a body that is no JSON, an unknown path, a wrong method', async () => {
    const { scim } = await newSource(shared.server)
    await expectScimRefusal(scim('POST', '/Users', '{"userName":'), 400, 'invalidSyntax', /[一-鿿]/)
    await expectScimRefusal(scim('POST', '/Users', '{"userName":"a",}'), 400, 'invalidSyntax', 'not valid JSON at line 1, column 17')
    await expectScimRefusal(scim('POST', '/Users', '\uFEFF{}'), 400, 'invalidSyntax', 'byte order mark')
    await expectScimRefusal(scim('GET', '/Nothing'), 404, undefined, /./)
    const answer = await answered(scim('DELETE', '/Users'), 405)
    expect(answer.headers.get('allow')).toContain('POST')
  })

  test('a path that is none, a value of the wrong type', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source)
    const patch = (operation: object) => () => source.scim('PATCH', `/Users/${user}`, patchOf(operation))
    await expectUnchanged(shared.server, source, patch({ op: 'replace', path: 'nothing', value: 'x' }), 400, 'invalidPath', 'nothing')
    await expectUnchanged(shared.server, source, patch({ op: 'replace', path: 'emails[type eq', value: 'x' }), 400, 'invalidPath', 'emails')
    await expectUnchanged(shared.server, source, patch({ op: 'replace', path: 'active', value: 'maybe' }), 400, 'invalidValue', 'active')
    await expectUnchanged(shared.server, source, patch({ op: 'replace', path: 'meta.created', value: 'x' }), 400, 'mutability', 'meta')
  })
})

describe('3.14 versions', () => {
  test('what is known is not sent again', async () => {
    const { scim, ...rest } = await newSource(shared.server)
    const user = await newSyncedUser({ scim, ...rest })
    const etag = (await answered(scim('GET', `/Users/${user}`), 200)).headers.get('etag') as string
    expect(etag).toMatch(/^W\/".+"$/)
    const known = await answered(scim('GET', `/Users/${user}`, undefined, { 'if-none-match': etag }), 304)
    expect(known.body).toBeUndefined()
    await answered(scim('PATCH', `/Users/${user}`, patchOf({ op: 'add', path: 'nickName', value: 'New' })), 200)
    await answered(scim('GET', `/Users/${user}`, undefined, { 'if-none-match': etag }), 200)
  })

  test('a change of a version that is past is refused, and one of the present goes through', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source)
    const old = (await answered(source.scim('GET', `/Users/${user}`), 200)).headers.get('etag') as string
    const rename = (nickName: string, tag: string) =>
      source.scim('PATCH', `/Users/${user}`, patchOf({ op: 'replace', path: 'nickName', value: nickName }), { 'if-match': tag })
    const now = (await answered(rename('First', old), 200)).headers.get('etag') as string
    expect(now).not.toBe(old)
    await expectUnchanged(shared.server, source, () => rename('Second', old), 412, undefined, /./)
    const remove = (tag: string) => source.scim('DELETE', `/Users/${user}`, undefined, { 'if-match': tag })
    await expectUnchanged(shared.server, source, () => remove(old), 412, undefined, /./)
    await answered(remove(now), 204)
  })

  test('of concurrent changes of one version one goes through', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source)
    const tag = (await answered(source.scim('GET', `/Users/${user}`), 200)).headers.get('etag') as string
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        source.scim('PATCH', `/Users/${user}`, patchOf({ op: 'replace', path: 'nickName', value: `N${n}` }), { 'if-match': tag }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)])
    expect((await eventsIn(shared.server, source.zone)).filter(({ kind }) => kind === 'user_changed')).toHaveLength(1)
  })
})

describe('4 discovery', () => {
  test('what the server can do is told to anybody', async () => {
    const { body } = await answered(scimWith(shared.server)('GET', '/ServiceProviderConfig'), 200)
    const supported = { supported: true }
    expect(body).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: supported,
      bulk: { ...supported, maxOperations: 1000, maxPayloadSize: 1048576 },
      filter: { ...supported, maxResults: 100 },
      changePassword: { supported: false },
      sort: supported,
      etag: supported,
      authenticationSchemes: [{ type: 'oauthbearertoken' }],
    })
  })

  test('types and schemas, in a list and one by one', async () => {
    const { scim } = await newSource(shared.server)
    const types = (await answered(scim('GET', '/ResourceTypes'), 200)).body
    expect(types).toMatchObject({
      totalResults: 2,
      Resources: [
        { id: 'User', endpoint: '/Users' },
        { id: 'Group', endpoint: '/Groups' },
      ],
    })
    for (const { id } of types.Resources) expect((await answered(scim('GET', `/ResourceTypes/${id}`), 200)).body).toMatchObject({ id })
    const schemas = (await answered(scim('GET', '/Schemas'), 200)).body
    expect((schemas.Resources as { id: string }[]).map(({ id }) => id)).toEqual(
      expect.arrayContaining([urns.user, urns.enterprise, urns.group]),
    )
    for (const { id } of schemas.Resources) expect((await answered(scim('GET', `/Schemas/${id}`), 200)).body).toMatchObject({ id })
    await expectScimRefusal(scim('GET', '/Schemas/urn:nothing'), 404, undefined, 'urn:nothing')
  })

  test('lists of types and schemas are not filtered', async () => {
    const { scim } = await newSource(shared.server)
    for (const path of ['/ResourceTypes', '/Schemas']) {
      await expectScimRefusal(scim('GET', `${path}?filter=${encodeURIComponent('id pr')}`), 403, undefined, 'filter')
    }
  })

  test('an attribute says all of its characteristics (RFC 7643 §7)', async () => {
    const { scim } = await newSource(shared.server)
    const { attributes } = (await answered(scim('GET', `/Schemas/${urns.user}`), 200)).body
    const userName = attributes.find(({ name }: { name: string }) => name === 'userName')
    expect(userName).toMatchObject({
      type: 'string',
      multiValued: false,
      required: true,
      caseExact: false,
      mutability: 'readWrite',
      returned: 'default',
      uniqueness: 'server',
    })
    expect(attributes.find(({ name }: { name: string }) => name === 'password')).toMatchObject({
      mutability: 'writeOnly',
      returned: 'never',
    })
  })
})
