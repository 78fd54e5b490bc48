import { Type } from 'typebox'
import { companyStream } from '../../../directory/events.ts'
import { askForTicket } from '../../../directory/tokens/app-ticket.ts'
import { credentialedApp } from './app-credentials.ts'
import { authEndpoint } from './declaration.ts'
import { appIdAndSecret, credentialErrors, onlyStore } from './shared-fields.ts'

export const appTicketResend = authEndpoint({
  name: 'app_ticket.resend',
  area: 'auth-v3',
  version: 'v3',
  summary: { en: 'Have the ticket of a store app sent at once', zh: '重新推送商店应用的 app_ticket' },
  source: 'auth-v3, app_ticket_resend',
  kind: 'write',
  method: 'POST',
  route: '/open-apis/auth/v3/app_ticket/resend',
  form: 'flat',
  ok: 'success',
  body: appIdAndSecret,
  output: Type.Object({}),
  errors: { ...credentialErrors, 10016: [200, 'resend app ticket failed'] },
  invalid: 10003,
  async handle({ session }, body) {
    const app = onlyStore(await credentialedApp(session, body), 10016)
    await session.write(companyStream(app.company), (tx) => askForTicket(tx, session, app))
    return {}
  },
})
