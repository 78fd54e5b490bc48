import { expect, test } from 'vitest'
import { changeApp, newApp, newCompany, sendRaw } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { userToken } from '../../../kit/feishu/user-token.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

test('what was granted is worth nothing while the app has lost it', async () => {
  const scopes = ['contact:contact.base:readonly', 'contact:user.base:readonly']
  const app = await newCompany(kit.server, { app: { scopes } })
  const { user_id } = await newPerson((await newApp(app)).client)
  const token = await userToken(app, { user_id }, scopes)
  const call = () => sendRaw(app, 'GET', `/contact/v3/users/${user_id}?user_id_type=user_id`, { token })
  expect((await call()).body.data.user).toMatchObject({ name: expect.any(String) })
  await changeApp(app, { scopes: scopes.slice(0, 1) })
  expect((await call()).body.data.user).not.toHaveProperty('name')
  await changeApp(app, { scopes: scopes.slice(1) })
  expect((await call()).body).toMatchObject({ code: 99991672, msg: expect.stringContaining('用户身份权限') })
  await changeApp(app, { scopes })
  expect((await call()).body.data.user).toMatchObject({ name: expect.any(String) })
})
