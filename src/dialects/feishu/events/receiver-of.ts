import type { ReceivingApp } from '../../../directory/deliveries/find-receiver.ts'
import { idKey } from '../ids.ts'
import type { Receiver } from './receiver.ts'

/** An app that is told of events, as this wire needs it. */
export function receiverOf({ app, company, range, secrets, idKeys, ticket }: ReceivingApp): Receiver {
  return {
    company,
    app: app.id,
    enabled: app.status === 'enabled',
    scopes: new Set(app.scopes),
    range,
    idKeys: { open: idKey(idKeys.app), union: idKey(idKeys.developer) },
    subscriptions: new Set(app.subscriptions),
    webhookUrl: app.webhookUrl,
    ticket,
    keys: { verificationToken: secrets.verificationToken, encryptKey: secrets.encryptKey },
  }
}
