import type { Session } from '../../../../directory/session.ts'

type Vault = Session['vault']

/** What the address of a connection proves: which app may open it. Any server with the same master key can tell. */
export interface Ticket {
  readonly app: string
  readonly service: number
}

/** How long an address may be used. */
const ticketLifeMs = 5 * 60_000

const purpose = 'long connection'

export function writeTicket(vault: Vault, { app, service }: Ticket, now: number): string {
  return vault.seal(JSON.stringify([app, service, now + ticketLifeMs]), purpose)
}

/** What a ticket says; undefined for one that is not ours, or too old. */
export function readTicket(vault: Vault, text: string, now: number): Ticket | undefined {
  try {
    const [app, service, until] = JSON.parse(vault.open(text, purpose)) as [string, number, number]
    return until > now ? { app, service } : undefined
  } catch {
    return undefined
  }
}
