import { expect, onTestFinished, test } from 'vitest'
import { selfSigned } from '../http/self-signed.ts'
import { commandPlace } from '../kit/command-line.ts'
import type { TestEngine } from '../kit/engines.ts'
import { startTestServer } from '../kit/server.ts'

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

/** A server whose certificate nobody signed, and which is for another name than the address where the command line asks it. */
async function started() {
  const place = await commandPlace(sqlite)
  const written = (name: string, { cert, key }: ReturnType<typeof selfSigned>) => {
    const files = { tlsCert: place.file(`${name}.pem`, cert), tlsKey: place.file(`${name}.key`, key) }
    return { files, flags: ['--tls-cert', files.tlsCert, '--tls-key', files.tlsKey] }
  }
  const own = written('own', selfSigned())
  const server = await startTestServer({ demo: true, settings: { dataDir: place.folder, ...own.files, adminToken: 'pässwort' } })
  onTestFinished(async () => void (await server.stop()))
  const at = ['--port', String(server.port)]
  return { ...place, server, at, flags: [...own.flags, ...at], other: () => [...written('other', selfSigned()).flags, ...at] }
}

test('the command line knows a server by the certificate of its settings, whoever signed it and for whatever name', async () => {
  const { run, server, flags } = await started()
  const uin = String(server.start.firstKey.uin)
  expect(await run(['call', 'DescribeOrganization', ...flags])).toMatchObject({ code: 0, err: '' })
  const created = await run(['keys', 'create', uin, ...flags])
  expect(created).toMatchObject({ code: 0, err: '' })
  const [, id = ''] = /SecretId +(\S+)/.exec(created.out) ?? []
  expect(await run(['keys', 'disable', uin, id, ...flags])).toEqual({ code: 0, out: `${id}: disabled\n`, err: '' })
  expect(await run(['keys', 'delete', uin, id, ...flags])).toEqual({ code: 0, out: `${id}: deleted\n`, err: '' })
  expect((await run(['keys', ...flags])).out.split('\n')).toHaveLength(3)
  const doctor = await run(['doctor', ...flags])
  expect(doctor).toMatchObject({ code: 0, err: '' })
  expect(doctor.out).toMatch(/^ok {4}server at https:\S+: ready$/m)
  expect(doctor.out).toMatch(/^ok {4}certificate \S+own\.pem: fits its key, valid until 2049-01-01T/m)
})

test('a server that shows another certificate is told so and sent nothing', async () => {
  const { run, flags, other, at, server } = await started()
  const url = `https://127.0.0.1:${server.port}`
  const told = `it shows another certificate than the settings name; a server that was started before it was renewed must be started again`
  const err = `rollcall: the server at ${url} cannot be asked (${told}); check ROLLCALL_HOST, ROLLCALL_PORT and ROLLCALL_TLS_CERT\n`
  expect(await run(['call', 'DescribeOrganization', ...other()])).toEqual({ code: 2, out: '', err })
  expect(await run(['keys', ...other()])).toEqual({ code: 2, out: '', err })
  expect(await run(['doctor', ...other()])).toMatchObject({
    code: 1,
    out: expect.stringContaining(`BAD   server at ${url}: cannot be asked`),
  })
  const plain = await run(['keys', ...at])
  expect(plain).toMatchObject({ code: 2, err: expect.stringMatching(/cannot be asked .* check .*ROLLCALL_TLS_CERT/) })
  const torn = await run(['doctor', ...flags.with(1, other()[1] ?? '')])
  expect(torn.out).toMatch(/^BAD {3}certificate \S+other\.pem: The key in .* does not belong to the certificate/m)
})

test('what is no name of an action is refused before anybody is asked', async () => {
  const { run, at } = await started()
  for (const name of ['列表', 'a\nb'])
    expect(await run(['call', name, ...at])).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${JSON.stringify(name)} is no action`),
    })
})
