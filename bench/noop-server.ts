import { Type } from 'typebox'
import { action } from '../src/dialects/tencent/action.ts'
import { startServer } from '../src/main.ts'
import { readSettings } from '../src/settings/read-settings.ts'

/** Passes every step that AddUserToGroup passes, signature, limits, validation, envelope, and does nothing. */
const noOperation = action({
  name: 'NoOperation',
  area: 'benchmark',
  summary: { en: 'Do nothing', zh: '不执行任何操作' },
  source: 'ours, for the benchmark',
  kind: 'read',
  input: Type.Object({ ZoneId: Type.String(), GroupId: Type.String(), UserId: Type.String() }),
  output: Type.Object({}),
  errors: [],
  handle: async () => ({}),
})

const read = readSettings({ env: process.env, args: [] })
if (read.problems) throw new Error(read.problems.join('\n'))
const server = await startServer(read.settings, { actions: [noOperation] })
process.stderr.write(`the no-op listens on ${server.url}\n`)
process.on('SIGTERM', () => {
  server.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
