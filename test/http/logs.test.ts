import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, constants, existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { LogWriter } from '../../src/http/log-writer.ts'
import { createLogs, type LogOptions, type Logs } from '../../src/http/logs.ts'
import { createMetrics } from '../../src/http/metrics.ts'
import { observeAnswers } from '../../src/http/observe-answers.ts'
import { echo, serving, text } from './serving.ts'

const line = { requestId: 'r-1', operation: 'tencent:GetGroup', code: 'OK', ms: 1.23456, ip: '127.0.0.1' }

async function logged(
  write: (logs: Logs) => void | Promise<void>,
  level: LogOptions['level'] = 'info',
): Promise<Record<string, unknown>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-logs-'))
  const file = join(folder, 'log')
  const fd = openSync(file, 'w')
  try {
    const logs = createLogs({ level, to: fd })
    await write(logs)
    await logs.close()
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((entry) => JSON.parse(entry))
  } finally {
    closeSync(fd)
    rmSync(folder, { recursive: true })
  }
}

test('one line an answer, in the order of all entries', async () => {
  const entries = await logged((logs) => {
    logs.info('listening', { port: 7470 })
    logs.answered(line)
    logs.answered({ ...line, code: 'a "quoted"\ncode' })
    logs.answered({ ...line, code: 'InvalidParameter.GroupNotExist', fact: 'group_not_found' })
    logs.warn('last')
  })
  expect(entries).toEqual([
    { level: 30, time: expect.any(Number), msg: 'listening', port: 7470 },
    { level: 30, time: expect.any(Number), msg: 'answered', ...line, ms: 1.235 },
    { level: 30, time: expect.any(Number), msg: 'answered', ...line, ms: 1.235, code: 'a "quoted"\ncode' },
    {
      level: 30,
      time: expect.any(Number),
      msg: 'answered',
      ...line,
      ms: 1.235,
      code: 'InvalidParameter.GroupNotExist',
      fact: 'group_not_found',
    },
    { level: 40, time: expect.any(Number), msg: 'last' },
  ])
})

test.for([
  ['silent', []],
  ['error', ['fault']],
  ['warn', ['careful', 'fault']],
  ['info', ['hello', 'answered', 'careful', 'fault']],
] as const)('level %s', async ([level, expected]) => {
  const entries = await logged((logs) => {
    logs.info('hello')
    logs.answered(line)
    logs.warn('careful')
    logs.error('fault', new Error('x'))
  }, level)
  expect(entries.map(({ msg }) => msg)).toEqual(expected)
})

test.for([0, 1, 40, 97, 130, 190, 1000])('none of %d lines at once is lost', async (count) => {
  const entries = await logged((logs) => {
    for (let n = 0; n < count; n++) logs.answered(line)
  })
  expect(entries).toHaveLength(count)
})

test('the end waits until everything is written, and no longer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-logs-'))
  const to = openSync(join(folder, 'log'), 'w')
  onTestFinished(() => {
    closeSync(to)
    rmSync(folder, { recursive: true })
  })
  const writer = new LogWriter({ to, pieceLength: 1024, mostWaiting: 1024 * 1024 })
  // Longer than a test may take.
  const anHour = 3_600_000
  writer.write('one\n')
  await writer.end(anHour)
  writer.write('two\n')
  writer.flush()
  writer.write('three\n')
  await writer.end(anHour)
  expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('one\ntwo\nthree\n')
})

test('what can no longer wait is dropped, whole lines of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-logs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'log')
  const to = openSync(file, 'w')
  onTestFinished(() => closeSync(to))
  const writer = new LogWriter({ to, pieceLength: 1024, mostWaiting: 10 })
  for (const text of ['first\n', 'beyond\n', 'and\n', 'more\n']) writer.write(text)
  await writer.end(1000)
  expect(readFileSync(file, 'utf8')).toBe('first\nand\n')
  // There is room again.
  writer.write('later\n')
  await writer.end(1000)
  expect(readFileSync(file, 'utf8')).toBe('first\nand\nlater\n')
})

test('nothing of many lines is lost', async () => {
  const entries = await logged(async (logs) => {
    for (let n = 0; n < 20_000; n++) {
      logs.answered({ ...line, requestId: String(n) })
      if (n % 500 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
  })
  expect(entries.map(({ requestId }) => requestId)).toEqual(Array.from({ length: 20_000 }, (_, n) => String(n)))
})

test('a fault is told with kind, message, stack and causes, and without what a driver hung on it', async () => {
  const fault = Object.assign(new Error('statement failed', { cause: new TypeError('inner') }), {
    code: '23505',
    detail: 'Key (secret)=(hunter2)',
  })
  const [entry] = await logged((logs) => logs.error('fault', fault, { requestId: 'r-2' }))
  expect(entry).toMatchObject({
    level: 50,
    requestId: 'r-2',
    err: { type: 'Error', message: 'statement failed', code: '23505', cause: { type: 'TypeError' } },
  })
  expect(entry).toHaveProperty('err.stack', expect.stringContaining('logs.test.ts'))
  expect(JSON.stringify(entry)).not.toContain('hunter2')
})

test('of a request only who, what and how it ended is told: no header, query, body or signature', async () => {
  const entries = await logged(async (logs) => {
    const answer = text('the answer body', { headers: { 'x-secret': 'in-an-answer-header' } })
    await using http = await serving([{ ...echo('/'), handle: async () => answer }], { observe: observeAnswers(createMetrics(), logs) })
    await fetch(`${http.url}/?Signature=in-the-query`, { method: 'POST', body: 'in-the-body', headers: { authorization: 'in-a-header' } })
  })
  expect(entries).toEqual([
    {
      level: 30,
      time: expect.any(Number),
      requestId: 'r-1',
      operation: 'test:Echo',
      code: 'OK',
      ms: expect.any(Number),
      ip: '127.0.0.1',
      msg: 'answered',
    },
  ])
})

/** What a process of its own is to run that logs 300 answers to its output. */
function logging(then: string): string[] {
  const logs = JSON.stringify(new URL('../../src/http/logs.ts', import.meta.url).href)
  const script = `const { createLogs } = await import(${logs}); const l = createLogs(); for (let n = 0; n < 300; n++) l.answered(${JSON.stringify(line)}); ${then}`
  return ['--input-type=module', '-e', script]
}

test('a process that ends in order writes what it has buffered', () => {
  const { stdout } = spawnSync(process.execPath, logging(`l.info('bye')`), { encoding: 'utf8' })
  const entries = stdout.trim().split('\n')
  expect(entries).toHaveLength(301)
  expect(JSON.parse(entries.at(-1) ?? '')).toMatchObject({ msg: 'bye' })
})

const full = '/dev/full'

test.skipIf(!existsSync(full)).for(['', 'await l.close()'])('a log on a full disk ends no process, and holds up no end: %s', (then) => {
  const fd = openSync(full, 'w')
  try {
    const { status, stderr } = spawnSync(process.execPath, logging(then), {
      stdio: ['ignore', fd, 'pipe'],
      encoding: 'utf8',
      timeout: 10_000,
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  } finally {
    closeSync(fd)
  }
})

/** The same behind a limit on how long its files may grow: writing fails there as it does on a full disk, and not before. */
function limited(script: string[]) {
  const args = ['-c', `trap '' XFSZ; ulimit -f 4; exec "$0" "$@"`, process.execPath, ...script]
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-logs-'))
  const fd = openSync(join(folder, 'log'), 'w')
  try {
    const { status, signal, stderr } = spawnSync('/bin/sh', args, { stdio: ['ignore', fd, 'pipe'], encoding: 'utf8', timeout: 10_000 })
    const lines = readFileSync(join(folder, 'log'), 'utf8').split('\n')
    return { status, signal, stderr, first: JSON.parse(lines[0] ?? '') as unknown, written: lines.length }
  } finally {
    closeSync(fd)
    rmSync(folder, { recursive: true })
  }
}

test.skipIf(process.platform === 'win32').for([
  ['at once', ''],
  [
    'behind lines that were written',
    `const { fstatSync } = await import('node:fs'); while (fstatSync(1).size === 0) await new Promise(setImmediate); for (let n = 0; n < 40; n++) l.warn('more');`,
  ],
  ['in order', 'await l.close();'],
])('a disk that fills before the end holds up no end: %s', ([, then]) => {
  const ended = limited(logging(`${then} process.exit(3)`))
  expect(ended).toMatchObject({ status: 3, signal: null, stderr: '', first: { msg: 'answered' } })
  expect(ended.written).toBeGreaterThan(5)
})

/** A pipe of which nobody reads but the test, and a text that does not fit into it. */
function fullPipe() {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-logs-'))
  const fifo = join(folder, 'pipe')
  execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', fifo])
  const reading = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK)
  const to = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK)
  onTestFinished(() => {
    closeSync(to)
    closeSync(reading)
    rmSync(folder, { recursive: true })
  })
  const writer = new LogWriter({ to, pieceLength: 1024, mostWaiting: 1024 * 1024 })
  const all = Array.from({ length: 20_000 }, (_, n) => `${n}\n`).join('')
  writer.write(all)
  const read = Buffer.alloc(256 * 1024)
  return { writer, all, read: () => read.toString('utf8', 0, readSync(reading, read)) }
}

test('a reader who is busy is asked again, in order', async () => {
  const { writer, all, read } = fullPipe()
  await writer.end(100)
  let told = read()
  expect(told.length).toBeGreaterThan(0)
  expect(told.length).toBeLessThan(all.length)
  while (told.length < all.length) {
    await writer.end(1000)
    told += read()
  }
  expect(told).toBe(all)
})

test('a reader who is busy is waited for at the end, and only for so long', async () => {
  const { writer, all, read } = fullPipe()
  await writer.end(100)
  writer.endSync(100)
  const told = read()
  expect(told.length).toBeLessThan(all.length)
  expect(all.startsWith(told)).toBe(true)
})
