import { expect, test } from 'vitest'
import { statement } from '../../../../src/storage/statement.ts'
import { admin } from '../../../kit/admin.ts'
import { askForToken, authorize } from '../../../kit/feishu/authorizations.ts'
import { changeApp, newApp, newCompany } from '../../../kit/feishu/company.ts'
import { newPerson, setStanding } from '../../../kit/feishu/people.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

async function withPerson() {
  const app = await newCompany(kit.server, { app: { redirectUris: ['https://app.example/back'] } })
  const { user_id } = await newPerson(app.client)
  const ask = async (body: object = {}, path = `/companies/${app.company}/apps/${app.app.id}/authorizations`) => {
    const answer = await admin<{ type: string; detail: string; code: string; expiresAt: string }>(kit.server, 'POST', path, {
      person: user_id,
      ...body,
    })
    return { ...answer, told: [answer.status, answer.body.type] }
  }
  return { app, user_id, ask }
}

test('a code that is good for five minutes, and is no two times the same', async () => {
  const { ask } = await withPerson()
  const [one, two] = [await ask(), await ask({ redirectUri: 'https://app.example/back' })]
  expect([one.status, two.status, one.body.code === two.body.code]).toEqual([201, 201, false])
  expect(Date.parse(one.body.expiresAt) - kit.clock.now()).toBe(300_000)
})

test('the code is kept as a digest: the database holds nothing that could be exchanged', async () => {
  const { app, user_id } = await withPerson()
  const code = await authorize(app, user_id)
  const all = statement((db, _p: object) => db.selectFrom('user_grants').selectAll())
  const rows = await kit.server.store.reader.all(all, {})
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(code)
})

test('a code that is over is told apart from one that nobody was given for a week, and forgotten with the next code after it', async () => {
  const { app, user_id } = await withPerson()
  const code = await authorize(app, user_id)
  const exchanged = async () => (await askForToken(app, { grant_type: 'authorization_code', code })).body.code
  kit.clock.pass(5 * 60_000)
  expect(await exchanged()).toBe(20004)
  kit.clock.pass(7 * 24 * 60 * 60_000)
  await authorize(app, user_id)
  expect(await exchanged()).toBe(20004)
  kit.clock.pass(1)
  await authorize(app, user_id)
  expect(await exchanged()).toBe(20003)
})

test('an unknown app, one of elsewhere, and an unknown person', async () => {
  const { app, ask } = await withPerson()
  const other = await newCompany(kit.server)
  const path = (company: string, id: string) => `/companies/${company}/apps/${id}/authorizations`
  expect((await ask({}, path(app.company, 'cli_nothing'))).told).toEqual([404, 'urn:rollcall:app_not_found'])
  expect((await ask({}, path(app.company, other.app.id))).told).toEqual([409, 'urn:rollcall:app_not_installed'])
  expect((await ask({ person: 'nobody' })).told).toEqual([404, 'urn:rollcall:person_not_found'])
})

test('an address that is not registered, and scopes that the app lacks, are named', async () => {
  const { app, ask } = await withPerson()
  const uri = await ask({ redirectUri: 'https://evil.example/' })
  expect([...uri.told, uri.body.detail]).toEqual([
    409,
    'urn:rollcall:redirect_uri_unknown',
    expect.stringContaining('https://evil.example/'),
  ])
  await changeApp(app, { scopes: ['contact:group'] })
  const scopes = await ask({ scopes: ['contact:group', 'contact:contact'] })
  expect([...scopes.told, scopes.body.detail]).toEqual([409, 'urn:rollcall:app_lacks_scopes', expect.stringMatching(/contact:contact\b/)])
  expect((await ask({ codeChallenge: 'too short' })).status).toBe(400)
})

test('somebody who may not act can grant nothing', async () => {
  const { app, user_id, ask } = await withPerson()
  await setStanding(app, user_id, { unjoined: true })
  expect((await ask()).told).toEqual([409, 'urn:rollcall:grantor_not_registered'])
  await setStanding(app, user_id, { unjoined: false })
  const as = { path: { user_id }, params: { user_id_type: 'user_id' } as const }
  await app.client.contact.user.patch({ ...as, data: { is_frozen: true } })
  expect((await ask()).told).toEqual([409, 'urn:rollcall:grantor_frozen'])
  await app.client.contact.user.patch({ ...as, data: { is_frozen: false } })
  await app.client.contact.user.delete({ ...as, data: {} })
  expect((await ask()).told).toEqual([409, 'urn:rollcall:grantor_resigned'])
  const other = await newPerson((await newApp(app)).client)
  expect((await ask({ person: other.user_id })).status).toBe(201)
})
