import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Redis } from 'ioredis'
import { expect, onTestFinished } from 'vitest'
import { commandPlace } from '../kit/command-line.ts'
import type { TestEngine } from '../kit/engines.ts'
import { program } from '../kit/program.ts'
import { endRedis, freePort, redisAt, withRedis } from '../kit/redis.ts'

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

withRedis('the program as it is started counts rates in Redis', async () => {
  const [port, redisPort] = [await freePort(), await freePort()]
  const redis = await redisAt(redisPort)
  onTestFinished(() => endRedis(redis))
  const { run, folder, masterKey } = await commandPlace(sqlite)
  const url = `redis://127.0.0.1:${redisPort}`
  const flags = ['--port', String(port), '--redis-url', url, '--data-dir', folder, '--master-key', masterKey]
  const child = spawn(process.execPath, [program, 'serve', '--demo', ...flags], { stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  })
  let said = ''
  for await (const bytes of child.stderr.iterator({ destroyOnReturn: false })) {
    said += bytes
    if (said.includes('Rollcall listens on')) break
  }
  expect(said).toContain('Rollcall listens on')

  expect(await run(['call', 'DescribeIdentityCenter', '--port', String(port)])).toMatchObject({ code: 0, err: '' })
  const asked = new Redis(url)
  onTestFinished(() => void asked.disconnect())
  const counted = await asked.keys('rollcall:rate*')
  expect(counted).toEqual([expect.stringContaining('DescribeIdentityCenter')])
})
