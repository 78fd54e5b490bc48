import type { Route } from '../contract/exchange.ts'
import type { Upgrade } from '../contract/upgrade.ts'
import { connectionEndpoint } from '../dialects/feishu/events/long-connection/endpoint.ts'
import { Hub } from '../dialects/feishu/events/long-connection/hub.ts'
import { connectionUpgrade } from '../dialects/feishu/events/long-connection/open-connection.ts'
import { Presence } from '../dialects/feishu/events/long-connection/presence.ts'
import type { Sender } from '../dialects/feishu/events/sender.ts'
import { dueFollowers, holderName } from '../directory/deliveries/hold-follower.ts'
import type { Ports } from '../directory/ports.ts'
import type { OpenDirectory } from './open-directory.ts'

/** Apps that are told at the same time by one server. */
const most = 100

/** How apps are told of events: where they hold connections open, and what looks for news. */
export interface EventSending {
  readonly routes: readonly Route[]
  readonly upgrades: readonly Upgrade[]
  /** Begins to tell whom something is to be told. What sends is loaded when that is so for the first time. */
  look(): Promise<void>
  stop(): Promise<void>
}

export function eventSending(
  { store, openSession }: Pick<OpenDirectory, 'store' | 'openSession'>,
  ports: Ports,
  { secure, failed }: { readonly secure: boolean; failed(error: unknown): void },
): EventSending {
  const holder = holderName(store.engine, ports.ids.uuid)
  const hub = new Hub((count) => ports.ids.number(9) % count, ports.clock.now)
  const forWork = (operation: string) =>
    openSession({ actor: 'events', account: 0, dialect: 'feishu', operation, requestId: ports.ids.uuid(), at: ports.clock.now() })
  const server = store.engine === 'sqlite' ? undefined : holder
  const presence = new Presence({ hub, clock: ports.clock, server, openSession: forWork, failed })
  const connections = { ports, hub, presence, openSession, secure }
  let sender: Sender | undefined
  let stopped = false
  return {
    routes: [connectionEndpoint(connections)],
    upgrades: [connectionUpgrade(connections)],
    async look() {
      await presence.sayAgain()
      const followers = await store.read((reader) => dueFollowers(reader, holder, ports.clock.now(), most))
      if (followers.length === 0) return
      const loaded = await import('../dialects/feishu/events/sender.ts')
      if (stopped) return
      sender ??= new loaded.Sender({ ports, hub, presence, holder, openSession: forWork, failed })
      sender.tell(followers)
    },
    async stop() {
      stopped = true
      await sender?.stop()
    },
  }
}
