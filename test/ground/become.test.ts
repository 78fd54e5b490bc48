import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, expect, test } from 'vitest'
import { root } from './tree.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollcall-become-'))
const runtime = pathToFileURL(join(root, 'bin', 'runtime.js')).href
const before = join(folder, 'before.mjs')
const after = join(folder, 'after.mjs')

writeFileSync(before, `import { become } from '${runtime}'\nbecome(process.execPath, ['${after}', ...process.argv.slice(2)])\n`)
writeFileSync(
  after,
  `import { endWithParent } from '${runtime}'
endWithParent()
const [code] = process.argv.slice(2)
if (code !== undefined) process.exit(Number(code))
const alive = setInterval(() => {}, 1000)
let signals = 0
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    signals += 1
    console.log('got ' + signal)
    if (signals > 1) return
    setImmediate(() => {
      console.log('finished')
      clearInterval(alive)
      process.exitCode = 5
    })
  })
}
console.log('ready ' + process.pid)
`,
)

const started: ChildProcess[] = []

function start(...args: string[]) {
  const child = spawn(process.execPath, [before, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => (await lines.next()).value as string | undefined
  return { child, next, ended: once(child, 'exit') as Promise<[number | null, string | null]> }
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the exit code is kept', async () => {
  expect(await start('7').ended).toEqual([7, null])
})

test.for(['SIGINT', 'SIGTERM'] as const)('%s is passed on, and the program may finish', async (signal) => {
  const { child, next, ended } = start()
  expect(await next()).toMatch('ready')
  child.kill(signal)
  expect([await next(), await next()]).toEqual([`got ${signal}`, 'finished'])
  expect(await ended).toEqual([5, null])
})

test('a closed terminal asks for a graceful end', async () => {
  const { child, next } = start()
  expect(await next()).toMatch('ready')
  child.kill('SIGHUP')
  expect([await next(), await next()]).toEqual(['got SIGTERM', 'finished'])
})

test('a program killed by a signal takes this process with it by the same signal', async () => {
  const { next, ended } = start()
  const pid = Number((await next())?.split(' ')[1])
  process.kill(pid, 'SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
})

test('when this process is killed, the program ends gracefully and is no orphan', async () => {
  const { child, next } = start()
  expect(await next()).toMatch('ready')
  child.kill('SIGKILL')
  expect([await next(), await next(), await next()]).toEqual(['got SIGTERM', 'finished', undefined])
})
