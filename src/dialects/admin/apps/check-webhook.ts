import type { AdminCall, VerifyWebhook } from '../admin-operation.ts'
import { problem } from '../problem.ts'

/** Refuses with `webhook_unverified` a webhook that does not repeat what it is sent. A rehearsal asks nobody. */
export async function checkWebhook(
  { session, verifyWebhook }: Pick<AdminCall, 'session' | 'verifyWebhook'>,
  url: string | null | undefined,
  keys: Parameters<VerifyWebhook>[1],
): Promise<void> {
  if (!url || session.rehearsal) return
  const reason = await verifyWebhook(url, keys)
  if (reason === undefined) return
  throw problem(
    'webhook_unverified',
    `${url} was sent a challenge (type url_verification) and did not repeat it within a second: ${reason}. Start what listens there, with the app's verification token and encrypt key, then save it again; nothing was changed.`,
    `已向 ${url} 发送验证请求（url_verification），但未在一秒内返回 challenge：${reason}。请先启动该地址的服务并配置应用的 Verification Token 与 Encrypt Key，再重新保存，未作任何变更。`,
    { pointer: '/body/webhookUrl' },
  )
}
