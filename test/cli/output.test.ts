import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { commandPlace } from '../kit/command-line.ts'
import type { TestEngine } from '../kit/engines.ts'
import { program } from '../kit/program.ts'

const nowhere: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

test('a reader that has read enough is nobody’s fault', async () => {
  // Far more than a pipe holds.
  const child = spawn(process.execPath, [program, 'seed', '--generate', '5000'])
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  child.stdout.once('data', () => child.stdout.destroy())
  const [code] = await once(child, 'close')
  expect({ code, err }).toEqual({ code: 0, err: '' })
})

test('an output that takes nothing is told in one line', async () => {
  const child = spawn(process.execPath, [program, '--help'], { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] })
  let err = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  const [code] = await once(child, 'close')
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^rollcall: cannot write to standard output \(ENOSPC\): .*\n$/) })
})

test('a verdict is one whether or not it is read', async () => {
  const place = await commandPlace(nowhere)
  await place.run(['seed', '-'], 'rollcall: 1')
  const env = { ...process.env, ROLLCALL_DATA_DIR: place.folder, ROLLCALL_MASTER_KEY: Buffer.alloc(32, 8).toString('base64') }
  const child = spawn(process.execPath, [program, 'verify'], { env })
  child.stdout.destroy()
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
})

test('a server serves on when nobody takes what it says', async () => {
  const { folder } = await commandPlace(nowhere)
  const full = openSync('/dev/full', 'w')
  const port = await freePort()
  const args = [program, 'serve', '--port', String(port), '--data-dir', folder]
  const child = spawn(process.execPath, args, { stdio: ['ignore', full, full] })
  const ended = once(child, 'exit')
  while (child.exitCode === null && (await statusOf(port)) !== 200);
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

const statusOf = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status,
    () => undefined,
  )

test.for([
  [['doctor', 'data'], 'doctor takes no data: '],
  [['keys', 'list', 'all'], 'keys list takes no all: '],
  [['keys', 'show', 'AKID1'], 'keys show takes no AKID1: '],
  [['keys', 'create', '1', '2'], 'keys create takes no 2: '],
  [['keys', 'disable', '1', 'AKID1', 'AKID2'], 'keys disable takes no AKID2: '],
] as const)('%j: a word too many is refused, and not passed over', async ([args, told]) => {
  const { run } = await commandPlace(nowhere)
  expect(await run(args)).toEqual({ code: 2, out: '', err: expect.stringContaining(`rollcall: ${told}`) })
})
