import { named } from '../../../contract/shown.ts'
import { type App, appCredentials } from '../../../directory/apps/app-credentials.ts'
import { sameText } from '../../../directory/secrets/same-text.ts'
import { FeishuError } from '../feishu-error.ts'
import type { AuthCall } from './declaration.ts'

interface Sent {
  readonly client_id?: string
  readonly client_secret?: string
}

/** The app that proves itself in one of two ways: in the body, or with Basic authentication. Refuses with 20001, 20002, 20048, 20069, 20070. */
export async function oauthClient({ session, authorization }: AuthCall, sent: Sent): Promise<App> {
  const basic = basicOf(authorization)
  if (basic && sent.client_secret !== undefined)
    throw new FeishuError(20070, {
      en: 'The secret was sent twice: with Basic authentication and as client_secret. Send it once.',
      zh: '同时使用了 Basic 认证和 client_secret，请只使用一种。',
    })
  const id = sent.client_id ?? basic?.id
  const secret = sent.client_secret ?? basic?.secret
  if (!id || !secret) {
    const name = id ? 'client_secret' : 'client_id'
    throw new FeishuError(20001, { en: `${name} is missing. Send it.`, zh: `缺少参数 ${name}，请补充。` })
  }
  const found = await session.read((reader) => appCredentials(reader, session.vault, id))
  if (!found)
    throw new FeishuError(20048, {
      en: `There is no app ${named(id)}. Check client_id.`,
      zh: `没有应用 ${named(id)}，请检查 client_id。`,
    })
  if (!sameText(found.secret, secret))
    throw new FeishuError(20002, {
      en: `The secret is not that of the app ${found.app.id}.`,
      zh: `client_secret 与应用 ${found.app.id} 不符。`,
    })
  if (found.app.status !== 'enabled')
    throw new FeishuError(20069, { en: `The app ${found.app.id} is disabled. Enable it.`, zh: `应用 ${found.app.id} 已停用，请启用。` })
  return found.app
}

function basicOf(header: string | undefined): { id: string; secret: string } | undefined {
  const sent = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1]
  if (sent === undefined) return undefined
  const [id = '', ...secret] = Buffer.from(sent, 'base64').toString('utf8').split(':')
  return { id, secret: secret.join(':') }
}
