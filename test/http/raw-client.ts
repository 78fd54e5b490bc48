import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A client that sends exactly the bytes it is told to, for what no HTTP library would send. */
export interface RawClient {
  readonly socket: Socket
  /** All that came in so far. */
  received(): string
  send(bytes: string | Buffer): void
  /** Waits until what came in matches; fails after a bound. */
  until(pattern: RegExp): Promise<string>
  /** Waits until the server has ended the connection; fails after a bound. */
  closed(): Promise<string>
}

const patienceMs = 8000

export async function rawClient(port: number, first?: string | Buffer): Promise<RawClient> {
  const socket = connect({ port, host: '127.0.0.1' })
  let received = ''
  let ended = false
  let look = () => {}
  socket.on('data', (data) => {
    received += data.toString('latin1')
    look()
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    ended = true
    look()
  })
  await once(socket, 'connect')
  const wait = (found: () => boolean, what: string) =>
    new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${what} did not come; got ${JSON.stringify(received.slice(0, 500))}`)), patienceMs)
      look = () => {
        if (!found() && !ended) return
        clearTimeout(timer)
        if (found()) resolve(received)
        else reject(new Error(`closed before ${what}; got ${JSON.stringify(received.slice(0, 500))}`))
      }
      look()
    })
  const client: RawClient = {
    socket,
    received: () => received,
    send: (bytes) => void socket.write(bytes),
    until: (pattern) => wait(() => pattern.test(received), String(pattern)),
    closed: () => wait(() => ended, 'the end'),
  }
  if (first !== undefined) client.send(first)
  return client
}

/** Sends one piece and gives all that the server said until it ended the connection. */
export async function exchange(port: number, bytes: string | Buffer): Promise<string> {
  return (await rawClient(port, bytes)).closed()
}

/** The status lines in what came in. */
export const statuses = (received: string): number[] => [...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]))
