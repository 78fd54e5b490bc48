import { expect, test } from 'vitest'
import { onEveryEngine } from '../../../kit/engines.ts'
import { feishuClient, newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { countsOf, newDepartment } from '../../../kit/feishu/departments.ts'
import { newPerson, newPhone } from '../../../kit/feishu/people.ts'
import { feishuRefusal } from '../../../kit/feishu/refusals.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { startTestServer, type TestServer } from '../../../kit/server.ts'

const callers = 10

onEveryEngine('people written by callers at the same time', (engine) => {
  /** A company, and clients on every server: two on one PostgreSQL database, one on SQLite. */
  async function place(work: (company: TestApp, client: (caller: number) => TestApp['client']) => Promise<void>) {
    const databaseUrl = await engine.newDatabase()
    const servers: TestServer[] = []
    try {
      for (let count = 0; count < (databaseUrl ? 2 : 1); count++) servers.push(await startTestServer(databaseUrl ? { databaseUrl } : {}))
      const company = await newCompany(servers[0] as TestServer)
      await setCompanyFacts(company, { mailDomains: ['corp.example'] })
      const clients = servers.map(({ url }) => feishuClient(url, company.app))
      await work(company, (caller) => clients[caller % clients.length] as TestApp['client'])
    } finally {
      for (const server of servers) await server.stop()
    }
  }

  /** How many calls were done, and with which codes the rest were refused. */
  async function outcomes(calls: readonly Promise<unknown>[]): Promise<{ done: number; codes: number[] }> {
    const codes = await Promise.all(
      calls.map((call) =>
        call.then(
          () => 0,
          async (thrown) => (await feishuRefusal(Promise.reject(thrown))).body.code,
        ),
      ),
    )
    return { done: codes.filter((code) => code === 0).length, codes: [...new Set(codes.filter((code) => code !== 0))] }
  }

  const each = <T>(work: (caller: number) => Promise<T>) => Array.from({ length: callers }, (_, caller) => work(caller))
  const unique = () => [
    { data: { mobile: newPhone() }, code: 41001 },
    { data: { email: 'same@one.example' }, code: 41002 },
    { data: { user_id: 'same' }, code: 41011 },
    { data: { enterprise_email: 'same@corp.example' }, code: 41034 },
    { data: { employee_no: 'same' }, code: 44051 },
  ]

  test('what is unique is the first one’s, and there is one person and one event of it', { timeout: 60_000 }, async () => {
    await place(async (company, client) => {
      for (const { data, code } of unique()) {
        expect(await outcomes(each((caller) => newPerson(client(caller), data)))).toEqual({ done: 1, codes: [code] })
      }
      const created = (await eventsInCompany(company)).filter(({ kind }) => kind === 'person_created')
      expect(created).toHaveLength(unique().length)
    })
  })

  test('the same when people who are there are to be given it', { timeout: 60_000 }, async () => {
    await place(async (_, client) => {
      const people = await Promise.all(each((caller) => newPerson(client(caller))))
      for (const { data, code } of unique().filter(({ data }) => !('user_id' in data))) {
        const patches = people.map(({ open_id }, caller) => client(caller).contact.user.patch({ path: { user_id: open_id }, data }))
        expect(await outcomes(patches)).toEqual({ done: 1, codes: [code] })
      }
    })
  })

  test('the last seat of a department goes to one', { timeout: 60_000 }, async () => {
    await place(async (company, client) => {
      const { open_department_id: sales } = await newDepartment(company.client)
      await setCompanyFacts(company, { limits: { peopleOfDepartment: 3 } })
      expect(await outcomes(each((caller) => newPerson(client(caller), { department_ids: [sales] })))).toEqual({ done: 3, codes: [41016] })
      expect(await countsOf(company, sales)).toEqual([3, 3])
    })
  })

  test('changes of one person all happen, one after the other, and departments count right', { timeout: 60_000 }, async () => {
    await place(async (company, client) => {
      const departments = await Promise.all(each(() => newDepartment(company.client)))
      const { open_id } = await newPerson(company.client)
      const moves = departments.map(({ open_department_id: id }, caller) =>
        client(caller).contact.user.patch({ path: { user_id: open_id }, data: { department_ids: [id] } }),
      )
      expect(await outcomes(moves)).toEqual({ done: callers, codes: [] })
      const counts = await Promise.all(departments.map(({ open_department_id: id }) => countsOf(company, id)))
      expect(counts.filter(([members]) => members === 1)).toEqual([[1, 1]])
      expect(counts.filter(([members]) => members === 0)).toHaveLength(callers - 1)
    })
  })
})
