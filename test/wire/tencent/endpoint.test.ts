import { describe, expect, test } from 'vitest'
import type { Call } from '../../../src/dialects/tencent/call.ts'
import { TencentError } from '../../../src/dialects/tencent/tencent-error.ts'
import { Refused } from '../../../src/directory/refusals.ts'
import type { Zone } from '../../../src/directory/zones/zone.ts'
import { caller, practice } from './practice-route.ts'
import { exampleKey, noon, request, tc3, v1 } from './signing/independent-signer.ts'

const good = { Name: 'abc' }
const zone = { id: 'z-1', quotas: { createUserPerSecond: 3, addMemberPerSecond: 4, removeMemberPerSecond: 5 } } as Zone

describe('the answer', () => {
  test('of a success: the output’s members and the request’s id', async () => {
    const { answer, response } = await practice(async () => ({ A: [1], B: null })).ask(tc3('Practise', good))
    expect(response).toEqual({ A: [1], B: null, RequestId: '00000000-0000-4000-8000-000000000000' })
    expect(answer).toMatchObject({ status: 200, type: 'application/json', outcome: { operation: 'tencent:Practise', code: 'OK' } })
    expect(answer.outcome.requestId).toBe(response.RequestId)
  })

  test('of a success without output: the id alone', async () => {
    const { answer } = await practice(async () => ({})).ask(tc3('Practise', good))
    expect(answer.body).toBe('{"Response":{"RequestId":"00000000-0000-4000-8000-000000000000"}}')
  })

  test('of a refusal: code, message and id, still with status 200', async () => {
    const { answer, response } = await practice().ask(tc3('Practise', { ...good, X: '"quoted"' }))
    expect(response).toEqual({ Error: { Code: 'UnknownParameter', Message: expect.any(String) }, RequestId: expect.any(String) })
    expect(answer).toMatchObject({
      status: 200,
      type: 'application/json',
      outcome: { operation: 'tencent:Practise', code: 'UnknownParameter' },
    })
  })

  test('names no operation that a stranger made up', async () => {
    const { answer } = await practice().ask(tc3('Made-up', good))
    expect(answer.outcome).toMatchObject({ operation: 'tencent:-', code: 'InvalidAction' })
  })

  test.each([
    ['zh-CN', '中文'],
    ['en-US', 'told'],
    ['fr', 'told'],
    ['', 'told'],
  ])('in the language %s', async (language, beginning) => {
    const refused = practice(async () => Promise.reject(new Refused({ fact: 'cursor_invalid' })))
    expect((await refused.ask(tc3('Practise', good, { headers: { 'x-tc-language': language } }))).message).toContain(beginning)
    expect((await refused.ask(v1('Practise', good, { common: { Language: language } }))).message).toContain(beginning)
  })
})

describe('the call that a handler is given', () => {
  test('tells who called, in which language, with what origin', async () => {
    let seen: Call | undefined
    const watching = practice(async (call) => {
      seen = call
      return {}
    })
    await watching.ask(tc3('Practise', good, { headers: { 'x-tc-language': 'zh-CN' } }))
    expect(seen?.caller).toBe(caller)
    expect(seen?.language).toBe('zh-CN')
    expect(seen?.time(0)).toBe('moment 0')
    expect(seen?.session.origin).toEqual({
      actor: `key:${exampleKey.secretId}`,
      account: 100_000_000_001,
      dialect: 'tencent',
      operation: 'Practise',
      requestId: '00000000-0000-4000-8000-000000000000',
      at: noon * 1000,
    })
  })

  test.each([
    ['create_user', 3],
    ['add_member', 4],
    ['remove_member', 5],
  ] as const)('keeps the pace %s of a zone', async (pace, perSecond) => {
    for (const answerOf of [(ok: boolean) => ok, async (ok: boolean) => ok]) {
      const asked: unknown[] = []
      const take = (key: string, most: number) => (key.startsWith('call:') ? true : answerOf(asked.push([key, most]) === 1))
      const limiter = { take, takeOf: () => 0 }
      const keeping = practice(
        async (call) => {
          await call.keepPace(pace, zone)
          return {}
        },
        { limiter },
      )
      expect((await keeping.ask(tc3('Practise', good))).code).toBe('OK')
      expect((await keeping.ask(tc3('Practise', good))).message).toBe('told pace_exceeded')
      expect(asked[0]).toEqual([`pace:${pace}:z-1`, perSecond])
    }
  })
})

describe('what a handler throws', () => {
  test('a fact is worded', async () => {
    const { ask, faults } = practice(async () => Promise.reject(new Refused({ fact: 'zone_not_open' })))
    expect(await ask(tc3('Practise', good))).toMatchObject({ code: 'FailedOperation.Practised', message: 'told zone_not_open' })
    expect(faults).toEqual([])
  })

  test('anything else is InternalError: reported, and nothing of it is told', async () => {
    const broken = new TypeError('SELECT secret FROM keys')
    const { ask, faults } = practice(async () => Promise.reject(broken))
    const { code, answer } = await ask(tc3('Practise', good))
    expect(code).toBe('InternalError')
    expect(answer.body).not.toContain('SELECT')
    expect(answer.status).toBe(200)
    expect(faults).toEqual([{ error: broken, requestId: answer.outcome.requestId, operation: 'tencent:Practise' }])
    expect(answer.outcome.fault).toBe(broken)
  })

  test('so is a failure to find the key, to word a fact, or to write the output', async () => {
    const failing = async () => Promise.reject(new Error('storage'))
    expect((await practice(undefined, { findKey: failing }).ask(tc3('Practise', good))).code).toBe('InternalError')
    const wordless = new Error('no words')
    const unworded = {
      wordRefusal: () => {
        throw wordless
      },
    }
    const refusing = practice(async () => Promise.reject(new Refused({ fact: 'zone_not_open' })), unworded)
    const { code, answer } = await refusing.ask(tc3('Practise', good))
    expect([code, answer.outcome.fact, answer.outcome.fault]).toEqual(['InternalError', 'zone_not_open', wordless])
    expect((await practice(async () => ({ A: 1n })).ask(tc3('Practise', good))).code).toBe('InternalError')
  })

  test('a code that the action does not declare is reported', async () => {
    const undeclared = async () => Promise.reject(new TencentError('FailedOperation.Undeclared', { en: 'x', zh: 'x' }))
    await expect(practice(undeclared).route.handle(tc3('Practise', good))).rejects.toThrow('FailedOperation.Undeclared')
    const seen: string[] = []
    const counting = practice(undeclared, { undocumented: (operation, code) => void seen.push(`${operation} ${code}`) })
    expect((await counting.ask(tc3('Practise', good))).code).toBe('FailedOperation.Undeclared')
    expect(seen).toEqual(['tencent:Practise FailedOperation.Undeclared'])
  })
})

describe('a browser', () => {
  const page = { method: 'GET', headers: { accept: 'text/html,application/xhtml+xml', host: 'localhost:7470' } }

  test('that opens the address is led to the documents', async () => {
    expect(await practice().route.handle(request(page))).toMatchObject({ status: 302, headers: { location: '/docs/' } })
    expect(await practice().route.handle(request({ ...page, query: 'MyAction=1' }))).toMatchObject({ status: 302 })
  })

  test('that asks for an action is answered as any client', async () => {
    expect((await practice().ask(request({ ...page, query: 'Action=Practise' }))).code).toBe('MissingParameter')
    expect(
      (await practice().ask(request({ ...page, headers: { ...page.headers, authorization: 'x', 'x-tc-action': 'Practise' } }))).code,
    ).toBe('MissingParameter')
    expect((await practice().ask(request({ ...page, headers: {} }))).code).toBe('MissingParameter')
  })
})
