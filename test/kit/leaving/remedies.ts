import { expect } from 'vitest'
import { admin } from '../admin.ts'
import type { TestServer } from '../server.ts'
import type { Situation, Way } from './obstacles.ts'

export interface Told {
  readonly code: string
  readonly fact: string
  readonly explanation: { readonly en: string; readonly zh: string }
  readonly remedy: string
}

export async function exitCheck(server: TestServer, uin: number): Promise<Record<Way, Told[]>> {
  const { status, body } = await admin<Record<Way, Told[]>>(server, 'GET', `/accounts/${uin}/exit-check`)
  expect(status).toBe(200)
  return body
}

/** Sends a remedy as it is written: a call of the admin API, or an action that the manager calls. */
export async function follow(server: TestServer, { company }: Pick<Situation, 'company'>, remedy: string): Promise<void> {
  const [, method, path, body] = /^(\w+) \/admin\/v1(\S+)(?: (.*))?$/.exec(remedy) ?? []
  if (method && path) {
    const { status, body: told } = await admin(server, method, path, body ? JSON.parse(body) : undefined)
    expect([remedy, status, told]).toEqual([remedy, expect.toSatisfy((code) => code < 300), told])
    return
  }
  const [, action, parameters] = /^(\w+) (.*)$/.exec(remedy) ?? []
  await company.client.request(action as never, JSON.parse(parameters as string))
}
