import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect } from 'node:tls'
import type { Settings } from '../../settings.ts'
import { UsageError } from '../usage-error.ts'
import { baseUrl } from './server-address.ts'

export interface Asked {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** After which nobody waits any more. */
  readonly timeoutMs?: number
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Nobody answered, or not in HTTP; the message says why. */
export class NoAnswer extends Error {
  readonly notRunning: boolean

  constructor({ message, code }: NodeJS.ErrnoException) {
    super(message || code)
    this.notRunning = code === 'ECONNREFUSED'
  }
}

/** What a person is told when nobody answered. */
export function withoutAnswer(url: string, error: unknown): unknown {
  if (!(error instanceof NoAnswer)) return error
  return new UsageError(
    error.notRunning
      ? `no server answers at ${url} (${error.message}): start it with rollcall serve`
      : `the server at ${url} ${cannotBeAsked(error)}`,
  )
}

export function cannotBeAsked({ message }: NoAnswer): string {
  return `cannot be asked (${message}); check ROLLCALL_HOST, ROLLCALL_PORT and ROLLCALL_TLS_CERT`
}

/** Asks the running server of these settings. Throws `NoAnswer`. */
export async function askServer(settings: Settings, asked: Asked): Promise<Answered> {
  const url = new URL(asked.path, baseUrl(settings))
  const own = settings.tlsCert === undefined ? undefined : certificateIn(settings.tlsCert)
  const signal = asked.timeoutMs === undefined ? undefined : AbortSignal.timeout(asked.timeoutMs)
  try {
    const socket = own && (await connectTo(url, own, signal))
    return await exchange(url, asked, { socket, signal })
  } catch (error) {
    throw new NoAnswer((signal?.aborted ? signal.reason : error) as Error)
  }
}

function certificateIn(file: string): X509Certificate {
  try {
    return new X509Certificate(readFileSync(file))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new UsageError(`cannot read a certificate from ${file}, which ROLLCALL_TLS_CERT names (${code ?? message})`)
  }
}

/**
 * A connection to whoever has the certificate of the settings, and its key: the server is known by these, at whatever address it is asked and
 * whoever signed the certificate. Nothing is sent to anybody else.
 */
async function connectTo(url: URL, own: X509Certificate, signal: AbortSignal | undefined): Promise<Socket> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const socket = connect({ host, port: Number(url.port || 443), rejectUnauthorized: false })
  try {
    await once(socket, 'secureConnect', { signal })
  } catch (error) {
    socket.destroy()
    throw error
  }
  if (socket.getPeerX509Certificate()?.raw.equals(own.raw)) return socket
  socket.destroy()
  throw new Error(
    'it shows another certificate than the settings name; a server that was started before it was renewed must be started again',
  )
}

async function exchange(
  url: URL,
  { method, headers, body }: Asked,
  { socket, signal }: { socket: Socket | undefined; signal: AbortSignal | undefined },
): Promise<Answered> {
  const sent = request({
    method,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || 80,
    path: url.pathname + url.search,
    // Bytes beyond ASCII go out as they are in UTF-8: Node writes headers as Latin-1, if no text comes with them.
    headers: Object.fromEntries(
      Object.entries({ ...headers, host: url.host }).map(([name, value]) => [name, Buffer.from(value).toString('latin1')]),
    ),
    ...(socket && { createConnection: () => socket }),
    ...(signal && { signal }),
  })
  // What goes wrong once the answer has begun is told where it is read.
  sent.on('error', () => {})
  sent.end(body === undefined ? undefined : Buffer.from(body))
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) }
}
