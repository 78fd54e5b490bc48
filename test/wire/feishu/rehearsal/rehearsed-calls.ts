import { createHash } from 'node:crypto'
import type { HttpInstance } from '@larksuiteoapi/node-sdk'
import { expect } from 'vitest'
import type { Ports } from '../../../../src/directory/ports.ts'
import { admin } from '../../../kit/admin.ts'
import type { Watched } from '../../../kit/content.ts'
import { feishuClient, type TestApp } from '../../../kit/feishu/company.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import type { TestServer } from '../../../kit/server.ts'
import { type Change, repeatablePorts } from '../../rehearsing.ts'

/** What a call of the official client takes. */
export interface Asked {
  readonly path?: object
  readonly params?: object
  readonly data?: object
}

/** What came over the wire, headers included, which the official client keeps to itself. */
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  // biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as there are endpoints
  readonly body: any
}

/** The official client of an app; with `asked`, each of its calls says so in `X-Rollcall-Dry-Run`. */
export interface Caller {
  /** The endpoint by its name, `group_member.batch_add`. */
  send(endpoint: string, asked: Asked, options?: object): Promise<Answered>
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

export function callerOf({ server, app }: Pick<TestApp, 'server' | 'app'>, asked?: string): Caller {
  const client = feishuClient(server.url, app)
  const inner = client.httpInstance
  let last: Answered | undefined
  const note = ({ status, headers, data: body }: { status: number; headers: Answered['headers']; data: unknown }) => {
    last = { status, headers, body }
  }
  const request: HttpInstance['request'] = async (options) => {
    const headers = { ...options.headers, ...(asked !== undefined && { 'X-Rollcall-Dry-Run': asked }) }
    try {
      const answer = await inner.request({ ...options, headers, $return_headers: true })
      note({ status: 200, ...answer })
      return answer.data
    } catch (error) {
      const { response } = error as { response?: Parameters<typeof note>[0] }
      if (response) note(response)
      throw error
    }
  }
  client.httpInstance = Object.assign(Object.create(inner) as HttpInstance, { request })
  return {
    async send(endpoint, wanted, options) {
      const [resource, verb] = endpoint.split('.').map(camel) as [string, string]
      const contact = client.contact as unknown as Record<string, Record<string, (...sent: object[]) => Promise<unknown>>>
      last = undefined
      const failure = await contact[resource]?.[verb]?.(wanted, options ?? {}).then(
        () => undefined,
        (error: unknown) => error,
      )
      if (!last) throw failure ?? new Error(`the official client has no ${endpoint}`)
      return last
    },
  }
}

/** `repeatablePorts`, with ids of requests that come again too. */
export function repeatableIds() {
  const repeatable = repeatablePorts()
  const { ids } = repeatable.ports
  const uuid = () =>
    createHash('md5')
      .update(ids.text(32))
      .digest('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  const ports: Ports = { ...repeatable.ports, ids: { ...ids, uuid } }
  return { ...repeatable, ports }
}

/** What a rehearsed call told that it would have written. */
export async function toldBy(server: Pick<TestServer, 'url' | 'adminToken'>, { headers }: Answered): Promise<Change[]> {
  const told = headers['x-rollcall-changes']
  if (told === undefined) throw new Error('the call was not rehearsed')
  if (!told.startsWith('/')) return JSON.parse(told) as Change[]
  const { body } = await admin<{ changes: Change[] }>(server, 'GET', told.slice('/admin/v1'.length))
  return body.changes
}

/** A company of a server with repeatable ids, every call of whose app is rehearsed before it is made. */
export interface Stage {
  readonly place: TestApp
  /** Rehearses and makes a call that changes something; answers the `data` of it. With `code`, one that is told with it all the same. */
  done(endpoint: string, asked: Asked, code?: number): Promise<Answered['body']>
  /** Rehearses and makes a call that is refused with `code` and changes nothing. */
  refused(endpoint: string, code: number, asked: Asked): Promise<void>
  /** Names of the endpoints that were called. */
  readonly called: { readonly done: Set<string>; readonly refused: Set<string> }
}

interface StageOf {
  readonly server: TestServer
  readonly content: Watched['content']
  readonly ids: Pick<ReturnType<typeof repeatableIds>, 'mark' | 'rewind'>
  readonly place: TestApp
}

export async function stageOf({ server, content, ids, place }: StageOf): Promise<Stage> {
  const [rehearsing, earnest] = [callerOf(place, 'true'), callerOf(place)]
  // Each has its token from here on: the calls themselves draw the same ids.
  for (const { send } of [rehearsing, earnest]) await send('unit.list', {})

  async function both(endpoint: string, asked: Asked, between?: () => Promise<void>) {
    ids.mark()
    const rehearsed = await rehearsing.send(endpoint, asked)
    await between?.()
    ids.rewind()
    const real = await earnest.send(endpoint, asked)
    expect([endpoint, rehearsed.status, rehearsed.body]).toEqual([endpoint, real.status, real.body])
    expect([endpoint, real.headers['x-rollcall-changes']]).toEqual([endpoint, undefined])
    const changes = await toldBy(server, rehearsed)
    expect([endpoint, changes]).toEqual([endpoint, await writtenBy(place, real)])
    return { real, changes }
  }

  const called = { done: new Set<string>(), refused: new Set<string>() }
  return {
    place,
    called,
    async done(endpoint, asked, code = 0) {
      const before = await content()
      const unchanged = async () => expect(await content(), `${endpoint} was rehearsed`).toEqual(before)
      const { real, changes } = await both(endpoint, asked, unchanged)
      expect([endpoint, real.body.code, real.body.error?.message]).toEqual([endpoint, code, code === 0 ? undefined : expect.any(String)])
      expect([endpoint, changes.length]).not.toEqual([endpoint, 0])
      called.done.add(endpoint)
      return real.body.data
    },
    async refused(endpoint, code, asked) {
      const before = await content()
      const { real, changes } = await both(endpoint, asked)
      expect([endpoint, real.body.code, real.body.error?.message]).toEqual([endpoint, code, expect.any(String)])
      expect([endpoint, changes]).toEqual([endpoint, []])
      expect(await content(), `${endpoint} was refused`).toEqual(before)
      called.refused.add(endpoint)
    },
  }
}

/** The events of one call, as a rehearsal tells them. */
async function writtenBy(place: TestApp, { headers }: Answered): Promise<Change[]> {
  const events = (await eventsInCompany(place)).filter(({ requestId }) => requestId === headers['x-tt-logid'])
  return events.map(({ tenant, kind, subject, before, after }) => ({ tenant, kind, subject, before, after }))
}
