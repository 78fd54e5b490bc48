import { request as open } from 'node:http'
import type { Request } from '../../src/contract/exchange.ts'

export interface RawAnswer {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly requestId: string
}

/** Sends a request as it stands, Host header and all: for what no official client would send. */
export function sendRaw(
  port: number,
  { method, query, headers, body }: Pick<Request, 'method' | 'query' | 'headers' | 'body'>,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const path = query === '' ? '/' : `/?${query}`
    const sent = open(
      { host: '127.0.0.1', port, method, path, headers: { ...headers, 'content-length': String(body.length) } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (piece) => {
          text += piece
        })
        response.on('error', reject).on('end', () => resolve(answerOf(response.statusCode ?? 0, text)))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

function answerOf(status: number, text: string): RawAnswer {
  const { Response } = JSON.parse(text) as { Response: { Error?: { Code: string; Message: string }; RequestId: string } }
  return { status, code: Response.Error?.Code ?? 'OK', message: Response.Error?.Message ?? '', requestId: Response.RequestId }
}
