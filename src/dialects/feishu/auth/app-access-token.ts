import { Type } from 'typebox'
import { sameText } from '../../../directory/secrets/same-text.ts'
import { appTicket } from '../../../directory/tokens/app-ticket.ts'
import { giveAppToken } from '../../../directory/tokens/give-app-token.ts'
import { FeishuError } from '../feishu-error.ts'
import { credentialedApp } from './app-credentials.ts'
import { authEndpoint } from './declaration.ts'
import { appIdAndSecret, credentialErrors, onlyStore } from './shared-fields.ts'

export const appAccessToken = authEndpoint({
  name: 'app_access_token.create',
  area: 'auth-v3',
  version: 'v3',
  summary: { en: 'Give the app token of a store app, which shows its ticket', zh: '商店应用凭 app_ticket 获取 app_access_token' },
  source: 'auth-v3, app_access_token',
  kind: 'write',
  method: 'POST',
  route: '/open-apis/auth/v3/app_access_token',
  form: 'flat',
  ok: 'success',
  body: { ...appIdAndSecret, app_ticket: Type.String({ minLength: 1 }) },
  output: Type.Object({ app_access_token: Type.String(), expire: Type.Integer() }),
  errors: { ...credentialErrors, 10012: [200, 'get app access token failed'] },
  invalid: 10003,
  async handle({ session }, body) {
    const { id } = onlyStore(await credentialedApp(session, body), 10003)
    const ticket = await session.read((reader) => appTicket(reader, session.vault, id))
    if (ticket === undefined || !sameText(ticket, body.app_ticket))
      throw new FeishuError(10012, {
        en: `app_ticket is not the newest one that ${id} was sent. Ask for it again with auth/v3/app_ticket/resend.`,
        zh: `app_ticket 不是最近推送给 ${id} 的，请用 auth/v3/app_ticket/resend 重新获取。`,
      })
    const { ids } = session.ports
    const { token, expires } = await giveAppToken(session, { kind: 'app', app: id, company: '', newToken: () => `a-${ids.secret(40)}` })
    return { app_access_token: token, expire: expires }
  },
})
