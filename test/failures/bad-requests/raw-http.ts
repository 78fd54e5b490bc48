import type { Seeded } from '../../kit/seeded.ts'
import { strangeObject } from './strange-values.ts'
import type { Bad } from './wire.ts'

/** What is sent, before anybody judges what comes back. */
export type Sent = Omit<Bad, 'judge'>

/** Header values that HTTP can carry. */
export const carried = (text: string) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')

function head(method: string, target: string, headers: Record<string, string>): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${carried(value)}\r\n`)
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
}

export function whole(kind: string, method: string, target: string, headers: Record<string, string>, body: Buffer): Sent {
  const all = { ...headers, ...(method !== 'GET' || body.length > 0 ? { 'content-length': String(body.length) } : {}), connection: 'close' }
  return { kind, complete: true, pieces: [Buffer.concat([head(method, target, all), body])] }
}

export function oddType(random: Seeded): string {
  return random.pick([
    '',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
    ';',
    'APPLICATION/JSON',
    'a'.repeat(2000),
  ])
}

/** UTF-8, mostly. */
export function bytesOf(random: Seeded, text: string): Buffer {
  if (random.chance(0.94)) return Buffer.from(text)
  const bytes = Buffer.from(text, random.pick(['utf16le', 'latin1']))
  if (bytes.length > 0) bytes[random.below(bytes.length)] = random.below(256)
  return bytes
}

export function garbage(random: Seeded): Sent {
  const bytes = Buffer.from(Array.from({ length: random.between(1, 3000) }, () => random.below(256)))
  const start = random.pick([
    '',
    'GET / HTTP/1.1\r\n',
    'POST / HTTP/9.9\r\n\r\n',
    'GET  /\r\n\r\n',
    '\x16\x03\x01',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n: x\r\n\r\n',
  ])
  return { kind: 'garbage', complete: false, pieces: [Buffer.concat([Buffer.from(start, 'latin1'), bytes])] }
}

/** The beginning of a request. */
export function cutShort(random: Seeded, { pieces }: Sent): Sent {
  const bytes = pieces[0] as Buffer
  return { kind: 'cut-short', complete: false, pieces: [bytes.subarray(0, random.below(bytes.length))] }
}

/** A body in chunks, mostly broken ones. */
export function chunked(random: Seeded, target: string, host: string, names: readonly string[]): Sent {
  const body = strangeObject(random, { texts: ['x'] }, names)
  const chunk = random.pick([
    `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    `zz\r\n${body}\r\n`,
    `fffffffffffffffff\r\n${body}`,
    `5;${'x'.repeat(20_000)}\r\nhello\r\n0\r\n\r\n`,
    `-1\r\n`,
  ])
  const headers = {
    host,
    'content-type': 'application/json',
    'transfer-encoding': random.pick(['chunked', 'gzip, chunked', 'chunked, chunked', 'x']),
    ...(random.chance(0.3) && { 'content-length': '5' }),
    connection: 'close',
  }
  return { kind: 'chunked', complete: false, pieces: [head('POST', target, headers), Buffer.from(chunk)] }
}

/** Several requests at once over one connection. */
export function pipelined(several: readonly Sent[]): Sent {
  const pieces = several.map(({ pieces }) =>
    Buffer.from((pieces[0] as Buffer).toString('latin1').replace('connection: close', 'connection: keep-alive'), 'latin1'),
  )
  return { kind: 'pipelined', complete: false, pieces }
}

/** A body that is large, and often past every limit. */
export function largeFill(random: Seeded): Buffer {
  const size = random.chance(0.05)
    ? random.pick([1_048_577, 10_485_759, 10_485_761, 11_000_000])
    : random.pick([100_000, 300_000, 1_000_000])
  return Buffer.alloc(size, random.pick(['a', '[', '{"a":', ' ', '"', '1', '\\u0000', '\0', '😀', '%41=1&']))
}
