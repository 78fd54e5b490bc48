import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Stands between a store and its database, and cuts the connection when a text goes by. */
export interface SeveringProxy {
  readonly url: string
  /** From now on the connection that carries this text is cut: before the database gets it, or just after. */
  cutAt(text: string, when: 'before' | 'after'): void
  heal(): void
  stop(): void
}

/** Starts to pass bytes on to the database of this address. */
export async function startSeveringProxy(databaseUrl: string): Promise<SeveringProxy> {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  let cut: { text: string; when: 'before' | 'after' } | undefined
  const server: Server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname)
    const end = () => {
      client.destroy()
      database.destroy()
    }
    for (const socket of [client, database]) {
      open.add(socket)
      socket.on('error', end)
      socket.on('close', end)
    }
    database.on('data', (bytes) => void client.write(bytes))
    client.on('data', (bytes) => {
      const hit = cut && bytes.includes(cut.text) ? cut : undefined
      if (!hit || hit.when === 'after') database.write(bytes, () => hit && end())
      else end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.port = String((server.address() as { port: number }).port)
  return {
    url: url.toString(),
    cutAt: (text, when) => {
      cut = { text, when }
    },
    heal: () => {
      cut = undefined
    },
    stop() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
