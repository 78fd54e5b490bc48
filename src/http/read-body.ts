import type { IncomingMessage, ServerResponse } from 'node:http'

const nothing = Buffer.alloc(0)

/** How reading a body ended. `complete`: nothing more of this request will come, the connection can carry another one. */
export interface ReadBody {
  readonly body: Buffer
  readonly oversized: boolean
  readonly complete: boolean
}

export const noBody: ReadBody = { body: nothing, oversized: false, complete: true }

/** Whether a request announces a body. */
export function hasBody(req: IncomingMessage): boolean {
  const length = req.headers['content-length']
  return (length !== undefined && length !== '0') || req.headers['transfer-encoding'] !== undefined
}

/**
 * Reads a body of at most `limit` bytes. A larger one is thrown away as it comes, up to `drain` bytes, so that a client which writes
 * before it reads still sees its answer; memory stays flat. A client that asked with `Expect: 100-continue` is told to go on only when
 * what it announces fits. Calls back once, or never when the client goes away first.
 */
export function readBody(
  req: IncomingMessage,
  res: ServerResponse,
  bounds: { readonly limit: number; readonly drain: number; readonly waits: boolean },
  done: (read: ReadBody) => void,
): void {
  const announced = Number(req.headers['content-length'] ?? 0)
  if (bounds.waits) {
    if (announced > bounds.limit) {
      done({ body: nothing, oversized: true, complete: false })
      return
    }
    res.writeContinue()
  }
  let chunks: Buffer[] | undefined = announced > bounds.limit ? undefined : []
  let received = 0
  const onData = (chunk: Buffer) => {
    received += chunk.length
    if (received > bounds.limit) chunks = undefined
    chunks?.push(chunk)
    if (received > bounds.drain && received > bounds.limit) finish(false)
  }
  const onEnd = () => finish(true)
  const finish = (complete: boolean) => {
    req.off('data', onData)
    req.off('end', onEnd)
    if (!complete) req.pause()
    const body = chunks === undefined ? nothing : chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
    done({ body, oversized: chunks === undefined, complete })
  }
  req.on('data', onData)
  req.on('end', onEnd)
}
