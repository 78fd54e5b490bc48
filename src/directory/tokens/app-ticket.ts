import type { Reader, Tx } from '../../storage/store.ts'
import { findAppTicket, putAppTicket } from '../../storage/tables/companies/app-tickets.ts'
import type { Vault } from '../../storage/vault.ts'
import { type App, appPurposes } from '../apps/app.ts'
import { companyStream } from '../events.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { sealSecret } from '../secrets/seal-secret.ts'

/** After so long a new ticket takes the place of the old one, in ms; until then the same is sent again. */
const ticketLife = 24 * 60 * 60 * 1000

interface Means {
  readonly vault: Vault
  readonly ports: Ports
}

/** The ticket with which a store app proves that it receives its events; undefined before the first was sent. */
export async function appTicket(reader: Reader, vault: Vault, app: string): Promise<string | undefined> {
  const row = await reader.first(findAppTicket, { app })
  return row && vault.open(row.sealed, appPurposes.ticket(app))
}

/**
 * The ticket to send to a store app now: makes one when there is none, or only an old one. Companies have it sent in their own streams: whoever
 * is second to make one sends what the first made, or an app would be told of a ticket that does not hold.
 */
export async function ticketToSend(tx: Tx, { vault, ports }: Means, app: string): Promise<string> {
  const at = ports.clock.now()
  const row = await tx.first(findAppTicket, { app })
  if (row && at < row.at + ticketLife) return vault.open(row.sealed, appPurposes.ticket(app))
  const made = ports.ids.secret(40)
  const sealed = await sealSecret(tx, vault, 'app_tickets.sealed', app, made)
  if ((await tx.run(putAppTicket, { app, sealed, at, before: at - ticketLife })) === 1) return made
  const present = await appTicket(tx, vault, app)
  if (present === undefined) throw new Error(`app ${app} has no ticket, and takes none`)
  return present
}

/** Notes that a store app wants its ticket; whoever sends its events sends it. Runs in the stream of the company that made the app. */
export async function askForTicket(tx: Tx, means: Means, { id, company }: Pick<App, 'id' | 'company'>): Promise<void> {
  await ticketToSend(tx, means, id)
  record(tx, { tenant: companyStream(company), kind: 'app_ticket_asked', subject: id, after: { app: id } })
}
