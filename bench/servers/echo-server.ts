import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The floor under everything: bare `node:http` that sends back what it got, all answers of one loop turn together. */
let waiting: { res: ServerResponse; body: Buffer }[] = []

function flush(): void {
  const turn = waiting
  waiting = []
  for (const { res, body } of turn) {
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    res.end(body)
  }
}

const server = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => {
    const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
    if (waiting.push({ res, body }) === 1) setImmediate(flush)
  })
})

server.keepAliveTimeout = 72_000
server.listen(0, '127.0.0.1', () => {
  process.stderr.write(`echo listens on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
