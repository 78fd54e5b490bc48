import { expect, test } from 'vitest'
import { askForToken, authorize } from '../../../kit/feishu/authorizations.ts'
import { newCompany } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

/** Source: get-user-access-token (v2): v2 takes a code_verifier where no code_challenge was sent with the authorization, v3 refuses it. */
test('a verifier without a challenge is taken by v2 and refused by v3, and the code stays good', async () => {
  const app = await newCompany(kit.server)
  const { user_id } = await newPerson(app.client)
  const ask = (code: string, path?: string, more: Record<string, string> = { code_verifier: 'v'.repeat(43) }) =>
    askForToken(app, { grant_type: 'authorization_code', code, ...more }, path)
  expect((await ask(await authorize(app, user_id))).body.code).toBe(0)
  const code = await authorize(app, user_id)
  const refused = await ask(code, '/oauth/v3/token')
  expect([refused.status, refused.body]).toEqual([
    400,
    { code: 20049, error: 'invalid_grant', error_description: expect.stringMatching(/code_challenge.*\p{Script=Han}{2}/u) },
  ])
  const { body } = await ask(code, '/oauth/v3/token', {})
  expect(body.code).toBe(0)
  const refresh = { grant_type: 'refresh_token', refresh_token: body.refresh_token as string, code_verifier: 'v'.repeat(43) }
  expect((await askForToken(app, refresh, '/oauth/v3/token')).body.code).toBe(0)
})
