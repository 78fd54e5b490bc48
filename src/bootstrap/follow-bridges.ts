import { dueBridges, followEvents } from '../directory/bridges/follow-events.ts'
import { holderName } from '../directory/deliveries/hold-follower.ts'
import type { Ports } from '../directory/ports.ts'
import type { OpenDirectory } from './open-directory.ts'

/** Bridges that one server takes up at once. */
const most = 20

export interface BridgeFollowing {
  /** Does in zones what has happened in their companies. */
  look(): Promise<void>
  /** Begins nothing more; what is not done by then is done by the next server. */
  stop(): void
}

/** How zones are kept as their companies are, by whichever server comes first. */
export function bridgeFollowing({ store, openSession }: Pick<OpenDirectory, 'store' | 'openSession'>, ports: Ports): BridgeFollowing {
  const holder = holderName(store.engine, ports.ids.uuid)
  let ended = false
  const stopped = () => ended
  const sessionFor = (id: string) => {
    const origin = { actor: `bridge:${id}`, account: 0, dialect: 'admin', operation: 'FollowBridge', requestId: ports.ids.uuid() }
    return openSession({ ...origin, at: ports.clock.now() })
  }
  return {
    async look() {
      for (const key of await store.read((reader) => dueBridges(reader, holder, ports.clock.now(), most))) {
        while (!ended && (await followEvents({ session: sessionFor(key.id), holder, stopped }, key)));
      }
    },
    stop() {
      ended = true
    },
  }
}
