import { expect, test } from 'vitest'
import { contactV3 } from '../../../src/dialects/feishu/contact-v3.ts'
import type { SharedServer } from '../shared-server.ts'
import { type AppOptions, newApp, newCompany, setCompanyFacts, type TestApp } from './company.ts'
import { type MadeDepartment, newDepartment } from './departments.ts'
import { type MadePerson, newPerson, newPhone } from './people.ts'
import { expectNothingDone } from './unchanged.ts'

/** The calls that write a user. */
export const writingCalls = ['create', 'patch', 'update'] as const
export type WritingCall = (typeof writingCalls)[number]

/** A company with two departments, and two people in the first of them. */
export interface Scene extends TestApp {
  readonly sales: MadeDepartment
  readonly support: MadeDepartment
  /** Whom `patch` and `update` are to change. */
  readonly target: MadePerson
  readonly other: MadePerson
}

export async function newScene({ server }: SharedServer, app?: AppOptions): Promise<Scene> {
  const place = await newCompany(server)
  const { client } = place
  const sales = await newDepartment(client)
  const support = await newDepartment(client)
  const department_ids = [sales.open_department_id]
  const target = await newPerson(client, { department_ids, email: 'target@one.example', user_id: 'target' })
  const other = await newPerson(client, { department_ids, email: 'other@one.example', user_id: 'other', employee_no: 'E-2' })
  const acting = app ? await newApp(place, app) : place
  return { ...acting, sales, support, target, other }
}

/** A body that the call takes, with some members other than usual; undefined leaves one out. */
export function bodyOf(call: WritingCall, { sales, target }: Scene, body: object): object {
  const usual = { name: 'Ada', department_ids: [sales.open_department_id], employee_type: 1 }
  const created = { ...usual, mobile: newPhone() }
  const replaced = { ...usual, mobile: target.mobile, email: target.email }
  const whole = { create: created, patch: {}, update: replaced }[call]
  return Object.fromEntries(Object.entries({ ...whole, ...body }).filter(([, value]) => value !== undefined))
}

/** Sends the call through the official client. */
export function write(
  call: WritingCall,
  scene: Scene,
  body: object,
  params: object = {},
): Promise<{ code?: number; data?: { user?: MadePerson } }> {
  const { user } = scene.client.contact
  const data = bodyOf(call, scene, body) as never
  const path = { user_id: scene.target.open_id }
  const answer = call === 'create' ? user.create({ data, params }) : user[call]({ path, data, params })
  return answer as Promise<{ code?: number; data?: { user?: MadePerson } }>
}

export interface Case {
  readonly what: string
  /** The code of each call that refuses it. */
  readonly codes: Readonly<Partial<Record<WritingCall, number>>>
  /** What the refusal names. */
  readonly words: string | RegExp
  readonly facts?: Record<string, unknown>
  /** The app that calls; one that may do everything when absent. */
  readonly app?: AppOptions
  readonly params?: object
  prepare?(scene: Scene): Promise<void>
  body(scene: Scene): object | Promise<object>
}

/** The same for all calls. */
export const byAll = (code: number) => ({ create: code, patch: code, update: code })
export const byChange = (code: number) => ({ patch: code, update: code })

/** HTTP status and text of a code. Source: the pages of user/create, user/patch, user/update. */
function declared(call: WritingCall, code: number): { http: number; msg: string } {
  const [http, msg] = contactV3.find(({ name }) => name === `user.${call}`)?.texts.get(code) ?? []
  expect([http, msg], `user.${call} lists ${code}`).toEqual([expect.any(Number), expect.any(String)])
  return { http: http as number, msg: msg as string }
}

/** A test for each case and call: the refusal, and that nothing was changed. */
export function refuses(shared: SharedServer, cases: readonly Case[]): void {
  const rows = cases.flatMap(({ codes, ...each }) =>
    writingCalls.flatMap((call) => (codes[call] === undefined ? [] : [{ ...each, call, code: codes[call] }])),
  )
  test.each(rows)('$call refuses with $code: $what', async ({ call, code, words, facts, app, params, prepare, body }) => {
    const scene = await newScene(shared, app)
    await prepare?.(scene)
    const sent = await body(scene)
    if (facts) await setCompanyFacts(scene, facts)
    const { server, company, client, target } = scene
    const state = async () => (await client.contact.user.get({ path: { user_id: target.open_id } }).catch(() => undefined))?.data
    await expectNothingDone({ server, company }, () => write(call, scene, sent, params), { code, words, ...declared(call, code) }, state)
  })
}
