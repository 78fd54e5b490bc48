import { expect, test } from 'vitest'
import { onEveryEngine } from '../../../kit/engines.ts'
import { feishuClient, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { departmentsOf, newChain, newDepartment } from '../../../kit/feishu/departments.ts'
import { feishuRefusal } from '../../../kit/feishu/refusals.ts'
import { kindsOf } from '../../../kit/feishu/unchanged.ts'
import { startTestServer, type TestServer } from '../../../kit/server.ts'

const callers = 12

onEveryEngine('departments under callers at the same time', (engine) => {
  /** A company, and clients on every server: two on one PostgreSQL database, one on SQLite. */
  async function place(work: (company: TestApp, clients: TestApp['client'][]) => Promise<void>) {
    const databaseUrl = await engine.newDatabase()
    const servers: TestServer[] = []
    try {
      for (let count = 0; count < (databaseUrl ? 2 : 1); count++) servers.push(await startTestServer(databaseUrl ? { databaseUrl } : {}))
      const company = await newCompany(servers[0] as TestServer)
      await work(
        company,
        servers.map(({ url }) => feishuClient(url, company.app)),
      )
    } finally {
      for (const server of servers) await server.stop()
    }
  }

  /** How many calls were done, and with which codes the rest were refused. */
  async function outcomes(calls: readonly Promise<unknown>[]): Promise<{ done: number; codes: number[] }> {
    const settled = await Promise.all(
      calls.map((call) =>
        call.then(
          () => 0,
          async (thrown) => (await feishuRefusal(Promise.reject(thrown))).body.code,
        ),
      ),
    )
    return { done: settled.filter((code) => code === 0).length, codes: [...new Set(settled.filter((code) => code !== 0))] }
  }

  test('one name, one id, one order: the first has it, and there is one department more and one event', { timeout: 60_000 }, async () => {
    await place(async (company, clients) => {
      const cases = [
        { data: { name: 'same' }, code: 43022 },
        { data: { department_id: 'same' }, code: 43007 },
        { data: { order: '77' }, code: 43005 },
        { data: { i18n_name: { en_us: 'same' } }, code: 43018 },
      ]
      for (const [index, { data, code }] of cases.entries()) {
        const calls = Array.from({ length: callers }, (_, caller) =>
          newDepartment(clients[caller % clients.length] as TestApp['client'], { name: `${index} ${caller}`, ...data }),
        )
        expect(await outcomes(calls)).toEqual({ done: 1, codes: [code] })
        expect(await departmentsOf(company)).toHaveLength(index + 1)
      }
      const made = await departmentsOf(company)
      const kinds = await Promise.all(made.map(({ open_department_id }) => kindsOf(company, open_department_id as string)))
      expect(kinds).toEqual(made.map(() => ['department_created']))
    })
  })

  test('a department is deleted, or gets a child, and never both', { timeout: 60_000 }, async () => {
    await place(async (company, clients) => {
      const pairs = Array.from({ length: callers }, async (_, caller) => {
        const [one, other] = [clients[0], clients.at(-1)] as [TestApp['client'], TestApp['client']]
        const { open_department_id: id } = await newDepartment(one, { name: `top ${caller}` })
        const below = () => outcomes([newDepartment(other, { name: 'below', parent_department_id: id })])
        const gone = () => outcomes([one.contact.department.delete({ path: { department_id: id } })])
        const [child, end] = caller % 2 === 0 ? await Promise.all([below(), gone()]) : (await Promise.all([gone(), below()])).reverse()
        return { child, end }
      })
      const settled = await Promise.all(pairs)
      for (const { child, end } of settled) {
        const childFirst = child?.done === 1
        expect([child, end]).toEqual(
          childFirst
            ? [
                { done: 1, codes: [] },
                { done: 0, codes: [43012] },
              ]
            : [
                { done: 0, codes: [40014] },
                { done: 1, codes: [] },
              ],
        )
      }
      expect(await departmentsOf(company)).toHaveLength(2 * settled.filter(({ child }) => child?.done === 1).length)
    })
  })

  test('two departments each moved under the other: one is, and there is no ring', { timeout: 60_000 }, async () => {
    await place(async (company, clients) => {
      const [one, other] = [clients[0], clients.at(-1)] as [TestApp['client'], TestApp['client']]
      for (let round = 0; round < 6; round++) {
        const [a] = (await newChain(one, 1)) as [string]
        const [b] = (await newChain(one, 1)) as [string]
        const move = (client: TestApp['client'], id: string, parent_department_id: string) =>
          client.contact.department.patch({ path: { department_id: id }, data: { parent_department_id } })
        expect(await outcomes([move(one, a, b), move(other, b, a)])).toEqual({ done: 1, codes: [40001] })
        expect(await departmentsOf(company)).toHaveLength(2 * (round + 1))
      }
    })
  })
})
