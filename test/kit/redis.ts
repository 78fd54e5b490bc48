import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { test } from 'vitest'

const program = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0)
if (!program) console.warn('Skipped: no redis-server or valkey-server on this machine, so shared rate limits are not tested.')

/** A test that needs a Redis of its own. */
export const withRedis: ReturnType<typeof test.skipIf> = test.skipIf(!program)
export const hasRedis: boolean = program !== undefined

/** A Redis on this port that keeps nothing, once it answers. */
export async function redisAt(port: number): Promise<ChildProcess> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const started = spawn(program ?? '', options, { stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const output of started.stdout ?? []) if (/ready to accept connections/i.test(String(output))) return started
  throw new Error('Redis did not start')
}

export async function endRedis(redis: ChildProcess | undefined): Promise<void> {
  if (!redis || redis.exitCode !== null) return
  redis.kill('SIGKILL')
  await once(redis, 'exit')
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
