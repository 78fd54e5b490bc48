import { startServer } from '../main.ts'
import { readCommandLine } from './read-settings.ts'
import { baseUrl } from './server/server-address.ts'
import { UsageError } from './usage-error.ts'
import { welcome } from './welcome.ts'

/** Starts the server and serves until a signal asks for the end: SIGINT or SIGTERM finish what was accepted, a second one ends at once. */
export async function run(args: string[]): Promise<number> {
  const { settings, words, switches } = readCommandLine(args, ['--demo'])
  if (words.length > 0)
    throw new UsageError(`serve takes no ${words[0]}. Settings are --flags, ROLLCALL_ variables or a file: see rollcall help.`)
  const server = await startServer(settings, { demo: switches.has('--demo') })
  const ended = Promise.withResolvers<number>()
  const stop = () => {
    server.stop().then(
      (end) => ended.resolve(end === 'clean' ? 0 : 1),
      (error) => ended.reject(error),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.stderr.write(welcome(server, baseUrl({ ...settings, port: server.port })))
  const code = await ended.promise
  process.exit(code)
}
