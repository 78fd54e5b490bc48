import { expect, onTestFinished, test } from 'vitest'
import { finishDeletions } from '../../src/bootstrap/finish-deletions.ts'
import { openSession } from '../../src/directory/session.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { statement } from '../../src/storage/statement.ts'
import { insertAccount } from '../../src/storage/tables/accounts.ts'
import { insertDeletion } from '../../src/storage/tables/departures.ts'
import { insertMember } from '../../src/storage/tables/members.ts'
import { admin } from '../kit/admin.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { heldClock } from '../kit/held-clock.ts'
import { situation } from '../kit/leaving/obstacles.ts'
import { startTestServer } from '../kit/server.ts'
import { asked } from '../storage/settings-statements.ts'

/** Nobody can read the member any more. */
const spoil = statement((db, p: { uin: number }) => db.updateTable('members').set({ permissions: 'no JSON' }).where('uin', '=', p.uin))

const membersOf = statement((db, p: { uin: number }) => db.selectFrom('members').where('uin', '=', p.uin).selectAll())

onEveryEngine('a deletion of an account that fails again and again', (engine) => {
  test('keeps no later one from its end, and its fault is told', async () => {
    const ports = { ...systemPorts, clock: heldClock() }
    const server = await startTestServer({ engine, ports })
    onTestFinished(async () => void (await server.stop()))
    const pending = async () => {
      const { company, member } = await situation(server, 'created', new Set())
      await company.client.DeleteAccount({ MemberUin: member.uin })
      ports.clock.pass(1)
      return member.uin
    }
    const [spoiled, later] = [await pending(), await pending()]
    await server.store.write('test', asked(), async (tx) => await tx.run(spoil, { uin: spoiled }))
    ports.clock.pass(30_000)
    const status = async (uin: number) => (await admin(server, 'GET', `/accounts/${uin}`)).status
    await expect.poll(() => status(later), { timeout: 15_000 }).toBe(404)
    expect(await status(spoiled)).toBe(200)
    const directory = { store: server.store, openSession: openSession.bind(undefined, server.store, ports, server.vault) }
    await expect(finishDeletions(directory, ports)()).rejects.toThrow(SyntaxError)
  })

  const account = { verification: 'none', entity: '', kind: 'created', created_in: null, facts: '{}', created_at: 1 }

  test.each([250, 500])(
    '%i of them keep no later one from its end either',
    async (crowd) => {
      const ports = { ...systemPorts, clock: heldClock() }
      const server = await startTestServer({ engine, ports })
      onTestFinished(async () => void (await server.stop()))
      const { company, member } = await situation(server, 'created', new Set())
      await server.store.write('test', asked(), async (tx) => {
        const row = await tx.first(membersOf, { uin: member.uin })
        for (let n = 0; n < crowd && row; n++) {
          const uin = 900_000_000_000 + n
          await tx.run(insertAccount, { uin, name: `spoiled ${n}`, ...account })
          await tx.run(insertMember, { ...row, uin, name: `spoiled ${n}`, permissions: 'no JSON' })
          await tx.run(insertDeletion, { organization: row.organization, uin, requested_at: 1, due_at: 1 + (n % 3) })
        }
      })
      await company.client.DeleteAccount({ MemberUin: member.uin })
      ports.clock.pass(30_000)
      await expect.poll(async () => (await admin(server, 'GET', `/accounts/${member.uin}`)).status, { timeout: 15_000 }).toBe(404)
    },
    20_000,
  )
})
