import { expect, test } from 'vitest'
import { askForToken, authorize } from '../../../kit/feishu/authorizations.ts'
import { changeApp, newApp, newCompany } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const exchange = (code: string, more: Record<string, string> = {}) => ({ grant_type: 'authorization_code', code, ...more })
const refresh = (token: string) => ({ grant_type: 'refresh_token', refresh_token: token })

async function withPerson() {
  const app = await newCompany(kit.server)
  const { user_id } = await newPerson(app.client)
  return { app, user_id, code: (scopes: readonly string[]) => authorize(app, user_id, { scopes }) }
}

test('what a person grants accumulates: the newest token has all of it, whichever code or chain it comes from', async () => {
  // Source: obtain-oauth-code, "what a user grants an app accumulates; the newest user_access_token holds all that was ever granted".
  const { app, code } = await withPerson()
  const base = 'contact:contact.base:readonly'
  const first = (await askForToken(app, exchange(await code([base, 'offline_access'])))).body
  expect(first.scope).toBe(`${base} offline_access`)
  const second = (await askForToken(app, exchange(await code(['contact:user.base:readonly'])))).body
  expect(second).toMatchObject({ scope: `${base} contact:user.base:readonly offline_access`, refresh_token: expect.any(String) })
  const third = await askForToken(app, refresh(first.refresh_token as string))
  expect(third.body.scope).toBe(second.scope)
  const narrow = await askForToken(app, exchange(await code(['contact:user.base:readonly']), { scope: base }))
  expect(narrow.body.scope).toBe(base)
})

test('what one person grants, or to one app, is not granted by another or to another', async () => {
  const { app, user_id, code } = await withPerson()
  await code(['contact:contact.base:readonly'])
  const scopes = ['contact:user.base:readonly']
  const other = await newApp(app)
  const elsewhere = await authorize(other, user_id, { scopes })
  expect((await askForToken(other, exchange(elsewhere))).body.scope).toBe(scopes[0])
  const somebody = await newPerson(app.client)
  expect((await askForToken(app, exchange(await authorize(app, somebody.user_id, { scopes })))).body.scope).toBe(scopes[0])
})

test('an app that has lost offline_access gets no further refresh token, and one again when it has it back', async () => {
  // Source: refresh-user-access-token, "refresh_token is only returned to whoever has offline_access".
  const { app, code } = await withPerson()
  const scopes = ['contact:contact.base:readonly', 'offline_access']
  const [one, two] = [await askForToken(app, exchange(await code(scopes))), await askForToken(app, exchange(await code(scopes)))]
  const given = await code(scopes)
  await changeApp(app, { scopes: scopes.slice(0, 1) })
  for (const asked of [exchange(given), refresh(one.body.refresh_token as string)]) {
    const { body } = await askForToken(app, asked)
    expect(body).toMatchObject({ code: 0, scope: scopes[0] })
    expect(body).not.toHaveProperty('refresh_token')
  }
  await changeApp(app, { scopes })
  const { body } = await askForToken(app, refresh(two.body.refresh_token as string))
  expect(body).toMatchObject({ scope: scopes.join(' '), refresh_token: expect.any(String) })
})
