import { expect } from 'vitest'
import { authEndpoints } from '../../../src/dialects/feishu/auth.ts'
import { contactV3 } from '../../../src/dialects/feishu/contact-v3.ts'

export interface FeishuRefusal {
  readonly code: number
  readonly msg: string
  // biome-ignore lint/suspicious/noExplicitAny: some refusals tell more, each in its own shape
  readonly data?: any
  readonly error: {
    readonly message: string
    readonly log_id: string
    readonly troubleshooter: string
    readonly field_violations?: { field: string; value: string; description: string }[]
    readonly permission_violations?: { type: string; subject: string }[]
    readonly helps?: { url: string; description: string }[]
  }
}

interface Refused {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly body: FeishuRefusal
}

/** What a call through the official client was refused with, whatever the HTTP status; a success fails the test. */
export async function feishuRefusal(call: Promise<unknown>): Promise<Refused> {
  const answered = await call.then(
    (answer) => ({ status: 200, headers: {}, body: answer as FeishuRefusal }),
    (error: { response?: { status: number; headers: Record<string, unknown>; data: FeishuRefusal } }) => {
      if (!error.response) throw error
      return { status: error.response.status, headers: error.response.headers, body: error.response.data }
    },
  )
  if (answered.body?.code === 0 || answered.body?.code === undefined)
    throw new Error(`answered instead of refused: ${JSON.stringify(answered.body)}`)
  return answered
}

/** Every status and text with which some endpoint declares a code. */
function declared(code: number): string[] {
  const texts = [...contactV3, ...authEndpoints].map(({ texts }) => texts.get(code)).filter((text) => text !== undefined)
  return texts.map(([http, msg]) => `${http} ${msg}`)
}

/**
 * The refusal with this code: with HTTP status and `msg` that an endpoint declares for it (or those given in `text`), a log id, and words in English and
 * Chinese, which hold `words`. Answers the body.
 */
export async function expectFeishuRefusal(
  call: Promise<unknown>,
  code: number,
  words?: string | RegExp,
  text?: { readonly http?: number; readonly msg?: string | RegExp },
): Promise<FeishuRefusal> {
  const { status, body } = await feishuRefusal(call)
  expect([body.code, body.msg, body.error?.message]).toEqual([code, expect.any(String), expect.any(String)])
  if (text?.http !== undefined) expect(status).toBe(text.http)
  if (text?.msg !== undefined) expect(body.msg).toEqual(typeof text.msg === 'string' ? text.msg : expect.stringMatching(text.msg))
  const known = declared(code)
  if (!text && known.length > 0) expect(known).toContain(`${status} ${body.msg}`)
  const { message, log_id } = body.error
  expect(log_id).toMatch(/^\d{14}[0-9A-F]{20}$/)
  expect(message).toMatch(/[A-Za-z]{3}/)
  expect(message).toMatch(/\p{Script=Han}{2}/u)
  expect(message).not.toMatch(/undefined|\[object/)
  if (words !== undefined)
    expect(message).toEqual(typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words))
  return body
}
