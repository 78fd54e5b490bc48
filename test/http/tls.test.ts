import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { StartError } from '../../src/contract/start-error.ts'
import { readTls } from '../../src/http/tls.ts'
import { rawClient } from './raw-client.ts'
import { selfSigned } from './self-signed.ts'
import { echo, serving } from './serving.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollcall-tls-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const [own, other] = [selfSigned(), selfSigned()]
const files = { certFile: file('cert.pem', own.cert), keyFile: file('key.pem', own.key) }

test('HTTPS answers like HTTP, and ends like it', async () => {
  const http = await serving([echo('/')], { tls: readTls(files) })
  expect(http.url).toMatch(/^https:/)
  const [silent, halfway] = [await rawClient(http.port), await rawClient(http.port, '\x16\x03\x01')]
  const status = await new Promise((resolve, reject) => {
    const call = request({ port: http.port, host: '127.0.0.1', servername: 'localhost', ca: own.cert, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    call.on('error', reject).end()
  })
  expect(status).toBe(200)
  const closed = http.close(5000)
  expect(await silent.closed()).toBe('')
  halfway.socket.destroy()
  expect(await closed).toBe(true)
})

test('a handshake that does not come to its end is cut off with the rest', async () => {
  const http = await serving([echo('/')], { tls: readTls(files) })
  const client = await rawClient(http.port, '\x16\x03\x01')
  // The server has read from it once a later connection has been through.
  await rawClient(http.port, 'not TLS\r\n\r\n').then((later) => later.closed())
  expect(await http.close(20)).toBe(false)
  expect(await client.closed()).toBe('')
})

test.for([
  [
    'a certificate file that is not there',
    { ...files, certFile: join(folder, 'none.pem') },
    /^Cannot read .*none\.pem, which ROLLCALL_TLS_CERT names: ENOENT\.$/,
  ],
  ['a key file that is a folder', { ...files, keyFile: folder }, /^Cannot read .*, which ROLLCALL_TLS_KEY names: EISDIR\.$/],
  [
    'a certificate that is none',
    { ...files, certFile: file('bad.pem', 'hello') },
    /bad\.pem \(ROLLCALL_TLS_CERT\) holds no certificate in PEM form/,
  ],
  ['a key that is none', { ...files, keyFile: file('bad.key', 'hello') }, /bad\.key \(ROLLCALL_TLS_KEY\) holds no private key in PEM form/],
  [
    'a key of another certificate',
    { ...files, keyFile: file('other.key', other.key) },
    /^The key in .*other\.key \(ROLLCALL_TLS_KEY\) does not belong to the certificate in .*cert\.pem/,
  ],
] as const)('%s: one clear line', ([, pair, message]) => {
  expect(() => readTls(pair)).toThrow(StartError)
  expect(() => readTls(pair)).toThrow(message)
})
