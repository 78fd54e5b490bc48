import { type Static, type TObject, Type } from 'typebox'
import { oneOf } from '../../../schemas.ts'
import type { UserBody } from './body-fields.ts'
import { malformed } from './malformed.ts'

/** How a new user is told of the invitation. Nothing is sent; what could not be sent is refused. */
export const notification = {
  need_send_notification: Type.Optional(Type.Boolean()),
  notification_option: Type.Optional(
    Type.Object({
      channels: Type.Optional(Type.Array(Type.String())),
      language: Type.Optional(oneOf(['zh-CN', 'en-US', 'ja-JP'])),
    }),
  ),
}

type Wanted = Static<TObject<typeof notification>>

/** Refuses with 41054, 41055: what was asked for needs a mail or a phone that is not there. */
export function requireReachable({ need_send_notification, notification_option, mobile, email }: Wanted & UserBody): void {
  // Without a phone and a mail the user himself is refused.
  if (!need_send_notification || (!mobile && !email)) return
  const channels = notification_option?.channels ?? []
  if (channels.includes('email') && !email)
    throw malformed(41054, 'email', email, { en: 'is needed for a notification by email', zh: '为邮件通知所必需' })
  if (channels.includes('sms') && !mobile)
    throw malformed(41055, 'mobile', mobile, { en: 'is needed for a notification by sms', zh: '为短信通知所必需' })
}
