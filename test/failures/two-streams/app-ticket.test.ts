import { expect, test } from 'vitest'
import { companyStream } from '../../../src/directory/events.ts'
import type { Tx } from '../../../src/directory/session.ts'
import { appTicket, ticketToSend } from '../../../src/directory/tokens/app-ticket.ts'
import { findAppTicket } from '../../../src/storage/tables/companies/app-tickets.ts'
import { onPostgres } from '../../kit/engines.ts'
import { heldClock } from '../../kit/held-clock.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { openTestStore } from '../../storage/open-test-store.ts'
import { overlapping } from './overlapping.ts'

onPostgres('the ticket of an app that two companies have sent at the same time', (engine) => {
  test('is one, whether there was none or an old one: what is sent is what holds', async () => {
    const { store } = await openTestStore(engine)
    const { vault, ports } = callerOn(store)
    const clock = heldClock()
    const sentIn = (company: string) => ({
      stream: companyStream(company),
      work: (tx: Tx) => ticketToSend(tx, { vault, ports: { ...ports, clock } }, 'app'),
    })
    const sent = async () => {
      const outcomes = await overlapping(store, sentIn('maker'), sentIn('receiver'), [findAppTicket])
      return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason))
    }
    const held = () => appTicket(store.reader, vault, 'app')

    const first = await sent()
    expect(first).toEqual([await held(), await held()])
    clock.pass(24 * 60 * 60_000)
    const second = await sent()
    expect(second).toEqual([await held(), await held()])
    expect(second[0]).not.toBe(first[0])
    clock.pass(24 * 60 * 60_000 - 1)
    expect(await sent()).toEqual(second)
  })
})
