import type { Answer, Request } from './exchange.ts'

/** A connection on which both ends send messages whenever they like. */
export interface MessageSocket {
  /** A message that the connection can no longer take is lost. */
  send(message: Uint8Array): void
  close(): void
}

/** What a dialect does with a connection that it accepted. */
export interface SocketUser {
  message(bytes: Buffer): void
  /** Called once, however it ended. */
  closed(): void
}

/** A connection that a dialect accepts: one of the two is called, once. */
export interface Accepted {
  readonly operation: string
  open(socket: MessageSocket): SocketUser
  /** Its handshake was none after all, or its client is gone. */
  notTaken(): void
}

/** What a dialect says to who wants such a connection: why not, or who is going to use it. */
export type UpgradeReply = { readonly refused: Answer } | Accepted

/** A path at which a dialect takes WebSockets. */
export interface Upgrade {
  readonly path: string
  /** The longest message that a client may send, in bytes; a longer one ends its connection. */
  readonly messageLimit: number
  handle(request: Request): Promise<UpgradeReply>
}
