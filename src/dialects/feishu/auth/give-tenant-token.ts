import type { Session } from '../../../directory/session.ts'
import { giveAppToken } from '../../../directory/tokens/give-app-token.ts'
import type { GivenToken } from '../../../directory/tokens/token.ts'

/** The token of an app in a company: `t-` and 40 letters and digits. */
export function giveTenantToken(session: Session, app: string, company: string): Promise<GivenToken> {
  return giveAppToken(session, { kind: 'tenant', app, company, newToken: () => `t-${session.ports.ids.secret(40)}` })
}
