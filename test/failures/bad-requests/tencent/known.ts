import type { Seeded } from '../../../kit/seeded.ts'
import type { Familiar } from '../strange-values.ts'
import type { Started } from '../wire.ts'

/** The demo company and its keys. */
export interface Known extends Familiar, Pick<Started, 'port' | 'key' | 'adminToken' | 'demo'> {}

export function knownOf({ port, key, adminToken, demo }: Started): Known {
  const { zone, group, user } = demo
  const fitting = (random: Seeded, name: string) =>
    new Map([
      ['ZoneId', zone],
      ['GroupId', group],
      ['UserId', user],
      ['UserName', `u${random.below(400)}`],
      ['GroupName', `g${random.below(400)}`],
    ]).get(name)
  return { port, key, adminToken, demo, texts: [zone, group, user], fitting }
}
