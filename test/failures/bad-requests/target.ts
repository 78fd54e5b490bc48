import { systemPorts } from '../../../src/directory/system-ports.ts'
import { startServer } from '../../../src/main.ts'
import { defaultSettings } from '../../../src/settings.ts'

/**
 * A whole server in a process of its own that tells its parent what must not happen: an answer with a code that is not documented,
 * a fault, a rejection that nobody handled. Run with --expose-gc: it says how much memory is really held.
 */
const [dataDir, databaseUrl] = process.argv.slice(2) as [string, string | undefined]
const tell = (message: object) => void process.send?.(message)

process.on('unhandledRejection', (reason) => tell({ complaint: `unhandled rejection: ${(reason as Error)?.stack ?? reason}` }))
process.on('uncaughtException', (error) => tell({ complaint: `uncaught exception: ${error.stack}` }))

let ahead = 0
const clock = { now: () => Date.now() + ahead }

const server = await startServer(
  { ...defaultSettings, port: 0, dataDir, databaseUrl, rateLimits: 'off', logLevel: 'silent' },
  {
    demo: true,
    ports: { ...systemPorts, clock },
    undocumented: (operation, code) => tell({ complaint: `${operation} answered ${code}, which it does not declare` }),
    observe: ({ operation, code, fault }) => {
      if (fault !== undefined) tell({ complaint: `${operation} answered ${code}: ${(fault as Error)?.stack ?? fault}` })
    },
  },
)

process.on('message', (question: 'stop' | 'memory' | { turn: number }) => {
  if (typeof question === 'object') {
    ahead = question.turn
    tell({ turned: ahead })
    return
  }
  if (question === 'stop') {
    void server.stop().then((end) => {
      tell({ stopped: end })
      process.disconnect?.()
    })
    return
  }
  for (let turn = 0; turn < 3; turn++) (globalThis as { gc?: () => void }).gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  tell({ memory: { rss, held: heapUsed + external } })
})

tell({
  ready: { port: server.port, url: server.url, key: await server.firstKey(), adminToken: server.start.adminToken, demo: server.demo },
})
