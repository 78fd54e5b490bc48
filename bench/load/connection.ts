import { connect, type Socket } from 'node:net'

/** One keep-alive connection that sends its next request when the last one is answered. */
export interface Connection {
  /** Resolves when all its requests are answered; rejects on a refusal or a broken connection. */
  run(requests: readonly Buffer[], answered: (milliseconds: number) => void): Promise<void>
  /** Whether the server has let go of it, as servers do with idle connections. */
  closed(): boolean
  close(): void
}

const headEnd = Buffer.from('\r\n\r\n')
const refused = Buffer.from('"Error":')
const ok = Buffer.from('HTTP/1.1 200')
const noContent = Buffer.from('HTTP/1.1 204')

/** How many bytes an answer has, from its first piece; every server measured here sends Content-Length where there is content. */
function lengthOf(piece: Buffer): number {
  const end = piece.indexOf(headEnd)
  if (end < 0) throw new Error('the head of an answer came in pieces')
  if (noContent.compare(piece, 0, noContent.length) === 0) return end + headEnd.length
  const head = piece.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)
  if (!length || ok.compare(piece, 0, ok.length) !== 0) throw new Error(`unexpected answer: ${head}`)
  const body = end + headEnd.length
  if (piece.subarray(body, body + 32).indexOf(refused) >= 0) throw new Error(`refused: ${piece.subarray(body, body + 400)}`)
  return body + Number(length[1])
}

interface Turn {
  readonly requests: readonly Buffer[]
  readonly answered: (milliseconds: number) => void
  readonly done: PromiseWithResolvers<void>
  next: number
  startedAt: number
  missing: number
}

/** Opens a connection. Reading goes into one buffer for good: the driver must cost less than what it measures. */
export async function openConnection(port: number): Promise<Connection> {
  let turn: Turn | undefined
  const fail = (error: Error) => turn?.done.reject(error)
  const read = (size: number, buffer: Uint8Array): boolean => {
    try {
      if (turn) received(turn, size, buffer as Buffer, socket)
    } catch (error) {
      fail(error as Error)
    }
    return true
  }
  const socket = connect({ host: '127.0.0.1', port, noDelay: true, onread: { buffer: Buffer.allocUnsafe(65_536), callback: read } })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the server closed a connection')))
  return {
    run(requests, answered) {
      const done = Promise.withResolvers<void>()
      turn = { requests, answered, done, next: 0, startedAt: 0, missing: 0 }
      send(turn, socket)
      return done.promise
    },
    closed: () => socket.destroyed || socket.readyState !== 'open',
    close: () => void socket.destroy(),
  }
}

function send(turn: Turn, socket: Socket): void {
  const request = turn.requests[turn.next++]
  if (!request) {
    turn.done.resolve()
    return
  }
  turn.startedAt = performance.now()
  socket.write(request)
}

function received(turn: Turn, size: number, buffer: Buffer, socket: Socket): void {
  if (turn.missing === 0) turn.missing = lengthOf(buffer.subarray(0, size))
  turn.missing -= size
  if (turn.missing > 0) return
  turn.answered(performance.now() - turn.startedAt)
  send(turn, socket)
}
