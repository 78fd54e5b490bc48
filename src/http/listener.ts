import { createServer, type IncomingMessage, type Server, type ServerOptions } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { TlsPair } from './tls.ts'

/** Bounds on what a client may take of the server. */
export interface Limits {
  /** A request line with its headers; a larger one gets 431. Above the 32 KiB that a signed GET may have. */
  readonly headerBytes: number
  /** A client that has not sent its headers by then gets 408. */
  readonly headersMs: number
  /** A client that has not sent its whole request by then gets 408. */
  readonly requestMs: number
  /** An idle connection is closed after this. */
  readonly keepAliveMs: number
  /** A client that takes nothing of its answers for so long is let go of. */
  readonly unreadMs: number
  /** How often slow clients are looked for. */
  readonly checkMs: number
  /** How much of an oversized body is read and thrown away, so that the client gets to reading its answer. */
  readonly drainBytes: number
}

export const defaultLimits: Limits = {
  headerBytes: 64 * 1024,
  headersMs: 20_000,
  requestMs: 60_000,
  keepAliveMs: 72_000,
  unreadMs: 120_000,
  checkMs: 5_000,
  drainBytes: 64 * 1024 * 1024,
}

/** A node:http or node:https server with our limits, not yet listening. `upgrades` says which requests for another protocol are to have it. */
export function createListener(limits: Limits, tls: TlsPair | undefined, upgrades: (req: IncomingMessage) => boolean): Server {
  const options: ServerOptions = {
    shouldUpgradeCallback: upgrades,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.checkMs,
    // A header that was sent twice arrives joined: Node would drop the second one, and a signature must see what was sent.
    joinDuplicateHeaders: true,
    // Ours to refuse, in words.
    requireHostHeader: false,
  }
  return tls ? createTlsServer({ ...options, ...tls }) : createServer(options)
}
