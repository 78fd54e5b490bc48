import { join } from 'node:path'
import { everyScope } from '../../src/dialects/feishu/every-scope.ts'
import { createApp } from '../../src/directory/apps/create-app.ts'
import { companyStream } from '../../src/directory/events.ts'
import { openSession } from '../../src/directory/session.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { startServer as startHere } from '../../src/main.ts'
import { defaultSettings } from '../../src/settings.ts'
import { account } from '../data/data-set.ts'
import { type CompanySize, companyGroupId, companySizes, departmentCode, fillCompany, memberOf, personCode } from '../data/fill-company.ts'
import { median, rounded } from '../report/statistics.ts'
import { atMost, targets, type Verdict } from '../report/targets.ts'
import { type MeasuredServer, startServer } from '../servers/rollcall-server.ts'

export interface CompanyFigures {
  /** Median ms of one call at a time, by call and size. */
  readonly medians: Readonly<Record<string, { readonly small: number; readonly large: number }>>
  readonly verdicts: Verdict[]
}

interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: object
}

const company = 'bench00000000000'
const app = { id: 'cli_be9c00000000000f', secret: 'benchmark0000000000000000000000f' }
const ids = 'user_id_type=user_id&department_id_type=department_id'

/** The calls that joiner, mover and leaver automation makes, the `turn`th time; every second turn undoes the one before. */
const calls: Readonly<Record<string, (size: CompanySize, turn: number) => Asked>> = {
  'group_member.batch_remove and batch_add, ten of the big group': (size, turn) => {
    const members = Array.from({ length: 10 }, (_, n) => ({
      member_id: personCode(memberOf(0, Math.floor(turn / 2) * 10 + n, size)),
      member_type: 'user',
      member_id_type: 'user_id',
    }))
    const verb = turn % 2 === 0 ? 'batch_remove' : 'batch_add'
    return { method: 'POST', path: `group/${companyGroupId(0)}/member/${verb}`, body: { members } }
  },
  'group_member.simplelist, fifty of the big group': () => ({
    method: 'GET',
    path: `group/${companyGroupId(0)}/member/simplelist?page_size=50&member_id_type=user_id`,
  }),
  'group.member_belong': (size, turn) => ({
    method: 'GET',
    path: `group/member_belong?member_id=${personCode((turn * 31) % size.people)}&member_id_type=user_id`,
  }),
  'user.get': (size, turn) => ({ method: 'GET', path: `users/${personCode((turn * 37) % size.people)}?${ids}` }),
  'user.patch': (size, turn) => ({
    method: 'PATCH',
    path: `users/${personCode((turn * 41) % size.people)}?${ids}`,
    body: { nickname: `turn ${turn}` },
  }),
  'user.find_by_department': (size, turn) => ({
    method: 'GET',
    path: `users/find_by_department?department_id=${departmentCode(turn % size.departments)}&page_size=10&${ids}`,
  }),
  'department.get': (size, turn) => ({ method: 'GET', path: `departments/${departmentCode((turn * 7) % size.departments)}?${ids}` }),
  'department.children of a department with ten, its subtree': () => ({
    method: 'GET',
    path: `departments/${departmentCode(2)}/children?fetch_child=true&page_size=10&${ids}`,
  }),
}

/** Fills an empty folder with a company and an app that sees all of it. */
async function filled(dataDir: string, size: CompanySize): Promise<void> {
  const { secretId, secretKey, adminToken, masterKey } = account
  const server = await startHere({ ...defaultSettings, secretId, secretKey, adminToken, masterKey, dataDir, port: 0, logLevel: 'silent' })
  await fillCompany(server, company, size)
  const origin = { actor: 'benchmark', account: 0, dialect: 'admin', operation: 'Fill', requestId: 'fill', at: Date.now() }
  await openSession(server.store, systemPorts, server.vault, origin).write(companyStream(company), (tx) =>
    createApp(tx, systemPorts, server.vault, company, { ...app, name: 'Benchmark', scopes: everyScope() }),
  )
  await server.stop()
}

async function asker({ port }: MeasuredServer): Promise<(asked: Asked) => Promise<number>> {
  const base = `http://127.0.0.1:${port}/open-apis`
  const send = async (url: string, method: string, body: object | undefined, token = '') => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const answer = (await response.json()) as { code: number; tenant_access_token?: string }
    if (answer.code !== 0) throw new Error(`${method} ${url} was refused: ${JSON.stringify(answer)}`)
    return answer
  }
  const credentials = { app_id: app.id, app_secret: app.secret }
  const { tenant_access_token: token } = await send(`${base}/auth/v3/tenant_access_token/internal`, 'POST', credentials)
  return async ({ method, path, body }) => {
    const startedAt = performance.now()
    await send(`${base}/contact/v3/${path}`, method, body, token)
    return performance.now() - startedAt
  }
}

/** Calls of each kind in a round; each is sent when the last one is answered. */
const perRound = 200

interface Place {
  readonly program: readonly string[]
  readonly folder: string
  readonly logLevel: string
}

/** Whether calls cost the same in a company of a hundred thousand as in one of a thousand: one at a time, the sizes taking turns. */
export async function measureCompany({ program, folder, logLevel }: Place, rounds: number): Promise<CompanyFigures> {
  const servers: MeasuredServer[] = []
  const ask: Partial<Record<'small' | 'large', (asked: Asked) => Promise<number>>> = {}
  for (const name of ['small', 'large'] as const) {
    const dataDir = join(folder, `company-${name}`)
    await filled(dataDir, companySizes[name])
    const server = await startServer({ program, dataDir, logLevel })
    servers.push(server)
    ask[name] = await asker(server)
  }
  const medians: Record<string, { small: number; large: number }> = {}
  for (const [call, make] of Object.entries(calls)) {
    const taken = { small: [] as number[], large: [] as number[] }
    for (let round = 0; round <= rounds; round++) {
      for (const name of ['small', 'large'] as const) {
        for (let turn = 0; turn < perRound; turn++) {
          const ms = (await ask[name]?.(make(companySizes[name], turn))) ?? Number.NaN
          // The first round warms up.
          if (round > 0) taken[name].push(ms)
        }
      }
    }
    medians[call] = { small: rounded(median(taken.small)), large: rounded(median(taken.large)) }
  }
  for (const server of servers) await server.stop()
  const verdicts = Object.entries(medians).map(([call, { small, large }]) =>
    atMost(`${call}: 100000 people over 1000`, rounded(large / small), targets.largeToSmallCompany, '×'),
  )
  return { medians, verdicts }
}
