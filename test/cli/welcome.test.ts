import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../ground/tree.ts'
import { hasAddress } from '../http/has-address.ts'
import { passingFolder } from '../kit/passing-folder.ts'
import { program } from '../kit/program.ts'

/** What a first start on this address prints, to its last line; the server runs until the test ends. */
async function welcomeAt(host: string): Promise<string> {
  const folder = passingFolder('rollcall-welcome-')
  const child = spawn(process.execPath, [program, 'serve', '--demo', '--host', host, '--port', '0', '--data-dir', join(folder, 'data')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  let said = ''
  for await (const bytes of child.stderr.iterator({ destroyOnReturn: false })) {
    said += bytes
    if (said.endsWith('.then(console.log)\n')) return said
  }
  throw new Error(`the server ended and said: ${said}`)
}

test.for([
  ['0.0.0.0', '127.0.0.1'],
  ['127.0.0.2', '127.0.0.2'],
  ['::1', '[::1]'],
] as const)('serve on %s: the snippet runs as it is printed, and the addresses can be reached', async ([host, reached], { skip }) => {
  if (!(await hasAddress(host))) skip(`this machine has no ${host}`)
  const said = await welcomeAt(host)
  const [, snippet = ''] = said.split('node try.cjs:\n')
  const env = { ...process.env, NODE_PATH: join(root, 'node_modules') }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', snippet], { env, encoding: 'utf8' })
  expect({ status, stdout, stderr }).toMatchObject({ status: 0, stdout: expect.stringContaining('GroupMembers') })
  const docs = /(http:\S+\/docs\/)/.exec(said)?.[1] ?? ''
  expect(docs).toMatch(new RegExp(`^http://${RegExp.escape(reached)}:\\d+/docs/$`))
  expect((await fetch(docs)).status).toBe(200)
})
