import { beforeAll, describe, expect, test } from 'vitest'
import { switchScim } from '../../../kit/directory.ts'
import { answered, expectScimRefusal, newCredential, newSource, newSyncedUser, type Source, scimWith, urns } from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
let source: Source

beforeAll(async () => {
  source = await newSource(shared.server)
})

describe('who may come in', () => {
  test('a credential that is disabled, and enabled again', async () => {
    const { scim, credential } = await newCredential(shared.server, source.place)
    const set = (NewStatus: string) =>
      source.identity.UpdateSCIMCredentialStatus({ ZoneId: source.zone, CredentialId: credential, NewStatus })
    await answered(scim('GET', '/Users'), 200)
    await set('Disabled')
    await expectScimRefusal(scim('GET', '/Users'), 401, undefined, credential)
    await set('Enabled')
    await answered(scim('GET', '/Users'), 200)
    await source.identity.DeleteSCIMCredential({ ZoneId: source.zone, CredentialId: credential })
    const gone = await answered(scim('GET', '/Users'), 401)
    expect(gone.headers.get('www-authenticate')).toBe('Bearer realm="scim", error="invalid_token"')
  })

  test('a credential that has expired, by the clock', async () => {
    const { scim, credential } = await newCredential(shared.server, source.place, 3600)
    shared.clock.pass(3_599_000)
    await answered(scim('GET', '/Users'), 200)
    shared.clock.pass(1000)
    await expectScimRefusal(scim('GET', '/Users'), 401, undefined, 'expired')
    // The official client signs with the machine's time.
    shared.clock.pass(-3_600_000)
    await source.identity.DeleteSCIMCredential({ ZoneId: source.zone, CredentialId: credential })
  })

  test.each(['', 'Bearer', 'Bearer  ', 'Basic abc', 'Bearer a b', `Bearer ${'x'.repeat(600)}`])('no token in %j', async (authorization) => {
    const answer = await answered(scimWith(shared.server)('GET', '/Users', undefined, { authorization }), 401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="scim"')
  })

  test('while synchronization is off, only discovery is answered', async () => {
    const off = await newSource(shared.server)
    const user = await newSyncedUser(off)
    await switchScim(off.place, 'Disabled')
    const calls: [string, string, object?][] = [
      ['GET', '/Users'],
      ['GET', `/Users/${user}`],
      ['POST', '/.search', {}],
      ['POST', '/Bulk', { Operations: [] }],
      ['DELETE', `/Users/${user}`],
    ]
    for (const [method, path, body] of calls) await expectScimRefusal(off.scim(method, path, body), 403, undefined, off.zone)
    for (const path of ['/ResourceTypes', '/Schemas', '/ServiceProviderConfig']) await answered(off.scim('GET', path), 200)
    await switchScim(off.place, 'Enabled')
    await answered(off.scim('GET', `/Users/${user}`), 200)
  })

  test('no zone sees what another one holds', async () => {
    const other = await newSource(shared.server)
    const user = await newSyncedUser(other)
    await expectScimRefusal(source.scim('GET', `/Users/${user}`), 404, undefined, user)
    const { body } = await answered(source.scim('GET', `/Users?filter=${encodeURIComponent(`id eq "${user}"`)}`), 200)
    expect(body).toMatchObject({ totalResults: 0, Resources: [] })
  })
})

describe('what a body may be', () => {
  const send = (body: string, type = 'application/scim+json') => source.scim('POST', '/Users/.search', body, { 'content-type': type })

  test.each(['application/scim+json', 'application/json', 'Application/JSON; charset=UTF-8'])('%s', async (type) => {
    const answer = await answered(send('{}', type), 200)
    expect(answer.headers.get('content-type')).toBe('application/scim+json; charset=utf-8')
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test.each([
    ['another type', '{}', 'text/plain'],
    ['another character set', '{}', 'application/json; charset=gbk'],
    ['nothing', '', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['null', 'null', 'application/json'],
    ['half of one', '{"filter":', 'application/json'],
    ['a name twice', '{"count":1,"count":2}', 'application/json'],
    ['a name twice, in other letters', '{"count":1,"co\\u0055nt":2}', 'application/json'],
    ['a name twice, within', '{"x":[{"a":{"b":1,"b":1}}]}', 'application/json'],
    ['too many levels', `{"x":${'['.repeat(32)}${']'.repeat(32)}}`, 'application/json'],
    ['very many levels', `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'application/json'],
    ['U+0000', '{"filter":"\\u0000"}', 'application/json'],
    ['half of a surrogate pair', '{"x":"\\ud800"}', 'application/json'],
  ])('refused: %s', async (_, body, type) => {
    await expectScimRefusal(send(body, type), 400, 'invalidSyntax', /请求正文/)
  })

  test('the same name in two objects, and in a text, is none twice', async () => {
    await answered(send('{"x":[{"a":1},{"a":"{\\"a\\":1,\\"a\\":2}"}],"y":{"a":[{"a":1}]}}'), 200)
  })

  test('more than 4 MiB', async () => {
    await expectScimRefusal(send(`{"filter":"${'x'.repeat(4 * 1024 * 1024)}"}`), 413, undefined, '4194304')
  })
})

describe('where nothing is', () => {
  test.each(['', '/', '/users', '/Users/a/b', '/Nothing', `/Users/${'x'.repeat(3000)}/y`])('404 for %j', async (path) => {
    await expectScimRefusal(scimWith(shared.server)('GET', path), 404, undefined, /./)
  })

  test.each(['', '%00', 'x'.repeat(300), '%ED%A0%80', "'", '%25'])('no user has the id %j', async (id) => {
    const answer = await source.scim('GET', `/Users/${id}`)
    expect(answer.status).toBe(404)
  })

  test('/Me is not to be had, and GET brings HEAD', async () => {
    await expectScimRefusal(source.scim('PATCH', '/Me/x', {}), 501, undefined, '/Users')
    const head = await answered(source.scim('HEAD', '/Users'), 200)
    expect(head.body).toBeUndefined()
    const wrong = await answered(source.scim('PUT', '/ServiceProviderConfig', {}), 405)
    expect(wrong.headers.get('allow')).toBe('GET, HEAD')
    expect(wrong.body).toMatchObject({ schemas: [urns.error], status: '405' })
  })
})

test('a rehearsed creation tells what it would write and writes nothing; an unclear wish is refused', async () => {
  const body = { schemas: [urns.user], userName: 'rehearsed' }
  const rehearsed = await answered(source.scim('POST', '/Users', body, { 'x-rollcall-dry-run': 'true' }), 201)
  expect(JSON.parse(rehearsed.headers.get('x-rollcall-changes') as string)).toMatchObject([{ kind: 'user_created' }])
  await expectScimRefusal(source.scim('GET', `/Users/${rehearsed.body.id}`), 404, undefined, rehearsed.body.id)
  await expectScimRefusal(source.scim('POST', '/Users', body, { 'x-rollcall-dry-run': 'yes' }), 400, 'invalidValue', 'Dry-Run')
})
