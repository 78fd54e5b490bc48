import { Agent, request } from 'node:http'
import { signTc3 } from '../../../src/dialects/tencent/signing/sign-tc3.ts'
import { firstKey } from './server-process.ts'

export interface Answered {
  /** `OK` or the code. */
  readonly code: string
  readonly requestId: string
  readonly output: Record<string, unknown>
}

/** Calls actions over one connection that is kept open; rejects when it breaks before the answer. */
export class SignedCaller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #port: number
  readonly #key: { readonly secretId: string; readonly secretKey: string }

  constructor(port: number, key = firstKey) {
    this.#port = port
    this.#key = key
  }

  call(action: string, input: object): Promise<Answered> {
    const body = JSON.stringify(input)
    const host = `127.0.0.1:${this.#port}`
    const timestamp = Math.floor(Date.now() / 1000)
    const signed = { ...this.#key, host, service: 'organization', action, version: '2021-03-31', timestamp, body }
    const options = { agent: this.#agent, host: '127.0.0.1', port: this.#port, method: 'POST', timeout: 15_000 }
    return new Promise((resolve, reject) => {
      const sent = request({ ...options, headers: { ...signTc3(signed), host, 'content-length': Buffer.byteLength(body) } }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece) => {
          text += piece
        })
        response.on('error', reject)
        response.on('aborted', () => reject(new Error('the answer broke off')))
        response.on('end', () => resolve(answerOf(text)))
      })
      sent.on('timeout', () => sent.destroy(new Error(`${action} hangs: no answer in 15 s`)))
      sent.on('error', reject)
      sent.end(body)
    })
  }

  /** As `call`, for what must succeed. */
  async must(action: string, input: object): Promise<Record<string, unknown>> {
    const { code, output } = await this.call(action, input)
    if (code !== 'OK') throw new Error(`${action} answered ${code}: ${JSON.stringify(output)}`)
    return output
  }

  close(): void {
    this.#agent.destroy()
  }
}

function answerOf(text: string): Answered {
  const { Response } = JSON.parse(text) as { Response: { RequestId: string; Error?: { Code: string } } & Record<string, unknown> }
  return { code: Response.Error?.Code ?? 'OK', requestId: Response.RequestId, output: Response }
}
