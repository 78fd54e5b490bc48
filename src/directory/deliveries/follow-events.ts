import { followStreams } from '../../storage/tables/companies/event-followers.ts'
import type { App } from '../apps/app.ts'
import { companyStream } from '../events.ts'
import type { Tx } from '../session.ts'

/**
 * Has an app told of what happens from now on in every company that it is installed in, or no longer told. To be called in the transaction that
 * changes what it is subscribed to, where its events go or where it is installed. A store app is told at least its tickets, the next one now.
 */
export async function followEvents(tx: Tx, { id, kind, subscriptions }: Pick<App, 'id' | 'kind' | 'subscriptions'>): Promise<void> {
  const following = kind === 'store' || subscriptions.length > 0 ? 1 : 0
  await tx.run(followStreams, { app: id, prefix: companyStream(''), following })
}
