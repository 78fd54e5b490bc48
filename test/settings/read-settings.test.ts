import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, expectTypeOf, test } from 'vitest'
import { readSettings, type SettingsSources } from '../../src/settings/read-settings.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollcall-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const read = (sources: Partial<SettingsSources>): Settings => {
  const result = readSettings({ env: {}, args: [], ...sources })
  if (result.problems) throw new Error(result.problems.join('\n'))
  return result.settings
}
const problems = (sources: Partial<SettingsSources>) => readSettings({ env: {}, args: [], ...sources }).problems

test('with nothing set there are the documented defaults', () => {
  // Source: product.md, Settings; the last three are ours.
  expect(read({})).toEqual({
    host: '127.0.0.1',
    port: 7470,
    dataDir: './rollcall-data',
    rateLimits: 1,
    standin: false,
    logLevel: 'info',
    timeZoneOffset: 8,
    batchedReplies: true,
  })
  expect(defaultSettings).toEqual(read({}))
})

test('types follow the declarations', () => {
  expectTypeOf<Settings['port']>().toEqualTypeOf<number>()
  expectTypeOf<Settings['databaseUrl']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<Settings['rateLimits']>().toEqualTypeOf<number | 'off'>()
  expectTypeOf<Settings['standin']>().toEqualTypeOf<boolean>()
  const { port, databaseUrl, rateLimits, standin } = read({
    env: { ROLLCALL_PORT: '1', ROLLCALL_RATE_LIMITS: 'off', ROLLCALL_STANDIN: 'on' },
  })
  expect([port, databaseUrl, rateLimits, standin]).toEqual([1, undefined, 'off', true])
})

test('a flag goes before a variable, a variable before the file, the file before the default', () => {
  const config = file('rollcall.json', '{ "port": 1, "host": "file", "logLevel": "warn", "standin": true, "timeZoneOffset": 5.75 }')
  const env = { ROLLCALL_CONFIG: config, ROLLCALL_PORT: '2', ROLLCALL_HOST: 'variable', PATH: '/bin', ROLLCALL_REDIS_URL: '' }
  expect(read({ env, args: ['--port', '3'] })).toMatchObject({
    port: 3,
    host: 'variable',
    logLevel: 'warn',
    standin: true,
    timeZoneOffset: 5.75,
    dataDir: './rollcall-data',
    config,
  })
  expect(read({ env, args: [] }).redisUrl).toBeUndefined()
  expect(read({ configFile: config }).port).toBe(1)
  expect(read({ configFile: file('marked.json', '\uFEFF{ "port": 3 }') }).port).toBe(3)
  const other = file('other.json', '{ "port": 9 }')
  expect(read({ env, args: ['--config', other, '--host=flag'] })).toMatchObject({ port: 2, host: 'flag', logLevel: 'info' })
})

test('flags come with a value behind or after =, switches without; the rest is left to the command', () => {
  const result = readSettings({
    env: {},
    args: ['ListGroups', '--standin', '--demo', '--batched-replies', 'off', '{"a":1}', '--', '--port'],
    ownSwitches: ['--demo'],
  })
  expect(result).toMatchObject({ settings: { standin: true, batchedReplies: false }, rest: ['ListGroups', '{"a":1}', '--port'] })
  expect(result).toHaveProperty('switches', new Set(['--demo']))
})

test('a secret may stand in a file, without the end of its line', () => {
  const token = file('token', 'top secret\n')
  expect(read({ env: { ROLLCALL_ADMIN_TOKEN_FILE: token } }).adminToken).toBe('top secret')
  expect(read({ args: ['--admin-token-file', token] }).adminToken).toBe('top secret')
  expect(read({ configFile: file('f.json', JSON.stringify({ adminTokenFile: token })) }).adminToken).toBe('top secret')
  expect(read({ env: { ROLLCALL_ADMIN_TOKEN_FILE: token }, args: ['--admin-token', 'given'] }).adminToken).toBe('given')
})

test.for([
  [{ ROLLCALL_RATE_LIMITS: 'off' }, { rateLimits: 'off' }],
  [{ ROLLCALL_RATE_LIMITS: '10' }, { rateLimits: 10 }],
  [{ ROLLCALL_RATE_LIMITS: '0.5' }, { rateLimits: 0.5 }],
  [{ ROLLCALL_TIME_ZONE_OFFSET: '-3.5' }, { timeZoneOffset: -3.5 }],
  [{ ROLLCALL_PORT: '0' }, { port: 0 }],
  [{ ROLLCALL_DATABASE_URL: 'postgres://u:p@db/rollcall' }, { databaseUrl: 'postgres://u:p@db/rollcall' }],
  [
    { ROLLCALL_SECRET_ID: 'AKID1', ROLLCALL_SECRET_KEY: 'k' },
    { secretId: 'AKID1', secretKey: 'k' },
  ],
] as const)('%o', ([env, expected]) => {
  expect(read({ env })).toMatchObject(expected)
})

const inFile = (content: string): Partial<SettingsSources> => ({ configFile: file('bad.json', content) })
const bad = join(folder, 'bad.json')

test.for<[Partial<SettingsSources>, string]>([
  [{ env: { ROLLCALL_PROT: '1' } }, 'ROLLCALL_PROT is not a setting. Did you mean ROLLCALL_PORT?'],
  [{ env: { ROLLCALL_DATABASEURL: '1' } }, 'ROLLCALL_DATABASEURL is not a setting. Did you mean ROLLCALL_DATABASE_URL?'],
  [{ env: { ROLLCALL_ADMINTOKEN_FILE: '1' } }, 'ROLLCALL_ADMINTOKEN_FILE is not a setting. Did you mean ROLLCALL_ADMIN_TOKEN_FILE?'],
  [{ env: { ROLLCALL_PORT_FILE: '1' } }, 'ROLLCALL_PORT_FILE is not a setting. Did you mean ROLLCALL_PORT?'],
  [{ env: { ROLLCALL_XYZZY_PLUGH: '1' } }, 'ROLLCALL_XYZZY_PLUGH is not a setting. rollcall serve --help lists them all.'],
  [{ args: ['--prot', '1'] }, '--prot is not a flag. Did you mean --port?'],
  [{ args: ['--demoo'], ownSwitches: ['--demo'] }, '--demoo is not a flag. Did you mean --demo?'],
  [{ args: ['--demo=true'], ownSwitches: ['--demo'] }, '--demo takes no value: write --demo alone, or leave it out.'],
  [{ args: ['--demo'] }, '--demo is not a flag. rollcall serve --help lists them all.'],
  [{ args: ['--port'] }, '--port needs a value: a port, 0 to 65535.'],
  [{ args: ['--port', '--host', 'x'] }, '--port needs a value: a port, 0 to 65535.'],
  [{ args: ['--host='] }, '--host is "". It must be a text.'],
  [{ env: { ROLLCALL_PORT: '65536' } }, 'ROLLCALL_PORT is "65536". It must be a port, 0 to 65535.'],
  [{ env: { ROLLCALL_PORT: '7470abc' } }, 'ROLLCALL_PORT is "7470abc". It must be a port, 0 to 65535.'],
  [{ env: { ROLLCALL_STANDIN: 'true' } }, 'ROLLCALL_STANDIN is "true". It must be `on` or `off`.'],
  [{ args: ['--standin=yes'] }, '--standin is "yes". It must be `on` or `off`.'],
  [{ env: { ROLLCALL_RATE_LIMITS: '0' } }, 'ROLLCALL_RATE_LIMITS is "0". It must be `on`, `off`, or a factor above 0 such as `10`.'],
  [
    { env: { ROLLCALL_TIME_ZONE_OFFSET: '8.1' } },
    'ROLLCALL_TIME_ZONE_OFFSET is "8.1". It must be hours east of UTC, -12 to 14, by quarters of an hour.',
  ],
  ...['a b', 'a/b', 'a,b', '名', 'x'.repeat(129)].map((id): [Partial<SettingsSources>, string] => [
    { env: { ROLLCALL_SECRET_ID: id, ROLLCALL_SECRET_KEY: 'k' } },
    `ROLLCALL_SECRET_ID is ${JSON.stringify(id)}. It must be 1 to 128 ASCII characters without spaces, \`/\` and \`,\`.`,
  ]),
  ...[' hunter2', 'hunter2 ', 'hunter2\nx', ' '].map((token): [Partial<SettingsSources>, string] => [
    { args: ['--admin-token', token] },
    '--admin-token cannot be used as it is. It must be a text without control characters, and without spaces at its ends.',
  ]),
  [
    { env: { ROLLCALL_LOG_LEVEL: 'INFO' } },
    'ROLLCALL_LOG_LEVEL is "INFO". It must be one of `trace`, `debug`, `info`, `warn`, `error`, `fatal`, `silent`.',
  ],
  [
    { env: { ROLLCALL_DATABASE_URL: 'mysql://u:hunter2@db/x' } },
    'ROLLCALL_DATABASE_URL cannot be used as it is. It must be `postgres://…` or `postgresql://…`.',
  ],
  [
    { env: { ROLLCALL_MASTER_KEY: 'hunter2' } },
    'ROLLCALL_MASTER_KEY cannot be used as it is. It must be 32 bytes in Base64, as `openssl rand -base64 32` makes them.',
  ],
  [{ env: { ROLLCALL_TLS_CERT: 'c.pem' } }, 'ROLLCALL_TLS_CERT is set without ROLLCALL_TLS_KEY. Set both or none.'],
  [{ args: ['--tls-key', 'k.pem'] }, '--tls-key is set without ROLLCALL_TLS_CERT. Set both or none.'],
  [{ env: { ROLLCALL_SECRET_KEY: 'hunter2' } }, 'ROLLCALL_SECRET_KEY is set without ROLLCALL_SECRET_ID. Set both or none.'],
  [
    { env: { ROLLCALL_ADMIN_TOKEN: 'hunter2', ROLLCALL_ADMIN_TOKEN_FILE: bad } },
    'ROLLCALL_ADMIN_TOKEN and ROLLCALL_ADMIN_TOKEN_FILE are both set. Keep one of them.',
  ],
  [{ env: { ROLLCALL_ADMIN_TOKEN_FILE: '/nowhere/token' } }, 'Cannot read /nowhere/token, which ROLLCALL_ADMIN_TOKEN_FILE names: ENOENT.'],
  [{ env: { ROLLCALL_ADMIN_TOKEN_FILE: folder } }, `Cannot read ${folder}, which ROLLCALL_ADMIN_TOKEN_FILE names: EISDIR.`],
  [
    { env: { ROLLCALL_ADMIN_TOKEN_FILE: file('empty', '\n') } },
    `The content of ${join(folder, 'empty')} (ROLLCALL_ADMIN_TOKEN_FILE) cannot be used as it is. It must be a text without control characters, and without spaces at its ends.`,
  ],
  [
    { args: ['--config', '/nowhere.json'] },
    'Cannot read the configuration file /nowhere.json: ENOENT. Correct ROLLCALL_CONFIG or --config.',
  ],
])('%o', ([sources, expected]) => {
  const found = problems(sources)
  expect(found).toEqual([expected])
  expect(found?.join()).not.toMatch(/hunter2|\n/)
})

test.for([
  ['[1]', `The configuration file ${bad} must hold one JSON object, such as {"port": 7470}.`],
  [
    '{"adminToken": "hunter2"',
    `The configuration file ${bad} is not JSON (line 1, column 25). It must hold one JSON object, such as {"port": 7470}.`,
  ],
  [
    '{\n  "port": 7470,\n}',
    `The configuration file ${bad} is not JSON (line 3, column 1). It must hold one JSON object, such as {"port": 7470}.`,
  ],
  ['', `The configuration file ${bad} is not JSON. It must hold one JSON object, such as {"port": 7470}.`],
  ['{"prot": 1}', `"prot" in ${bad} is not a setting. Did you mean port?`],
  ['{"config": "x"}', `"config" in ${bad} is not a setting. rollcall serve --help lists them all.`],
  ['{"port": {"a": 1}}', `"port" in ${bad} must be a text, a number, true or false.`],
  ['{"port": 1.5}', `"port" in ${bad} is "1.5". It must be a port, 0 to 65535.`],
] as const)('a configuration file of %s', ([content, expected]) => {
  expect(problems(inFile(content))).toEqual([expected])
})

test('everything that is wrong is told at once', () => {
  const found = problems({ env: { ROLLCALL_PORT: 'x', ROLLCALL_HOTS: 'y' }, args: ['--log-level', 'loud', '--tls-cert', 'c'] })
  expect(found?.map((line) => line.split(' ')[0])).toEqual(['ROLLCALL_HOTS', 'ROLLCALL_PORT', '--log-level', '--tls-cert'])
})

test('a bad value of a higher source is not passed over for a good one below', () => {
  expect(problems({ env: { ROLLCALL_PORT: '80' }, args: ['--port', 'x'] })).toEqual(['--port is "x". It must be a port, 0 to 65535.'])
})
