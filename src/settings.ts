import {
  address,
  appId,
  bearerToken,
  hoursEast,
  type Kind,
  keyId,
  keyOf32Bytes,
  oneOf,
  onOff,
  path,
  rateLimits,
  text,
  wholeNumber,
} from './settings/value-kinds.ts'

/** One setting, whatever it is set through. Its names are derived from its key: `dataDir`, `ROLLCALL_DATA_DIR`, `--data-dir`. */
export interface Setting<Value> {
  readonly kind: Kind<Value>
  /** What it is when nobody sets it, as text; absent: nothing. */
  readonly default?: string
  /** What nothing means, for the documents. */
  readonly otherwise?: string
  readonly doc: string
  /** Never shown; may be given as a file too: `ROLLCALL_ADMIN_TOKEN_FILE`. */
  readonly secret?: true
}

const declare = <Value, const More extends Omit<Setting<Value>, 'kind'>>(kind: Kind<Value>, more: More) => ({ kind, ...more })

/** Every setting of the server, once. Reading, complaints, documents and types come from here. */
const settings = {
  config: declare(path, {
    otherwise: '`rollcall.json` in the working folder, where there is one',
    doc: 'A JSON file with settings by their keys, such as `dataDir`. Cannot itself stand in it.',
  }),
  host: declare(text, { default: '127.0.0.1', doc: 'The address to listen on. `0.0.0.0` is every address of the machine.' }),
  port: declare(wholeNumber('a port', 0, 65535), { default: '7470', doc: 'The port to listen on. `0` takes a free one.' }),
  dataDir: declare(path, { default: './rollcall-data', doc: 'The folder of the embedded database and the master key.' }),
  databaseUrl: declare(address('postgres', 'postgresql'), {
    otherwise: 'the SQLite file in the data folder',
    doc: 'A PostgreSQL database, or one that speaks its protocol.',
    secret: true,
  }),
  redisUrl: declare(address('redis', 'rediss'), {
    otherwise: 'none',
    doc: 'A Redis or Valkey that lets several servers share rate limits.',
    secret: true,
  }),
  secretId: declare(keyId, { otherwise: 'made on first start, shown once', doc: 'The id of the first access key of the first account.' }),
  secretKey: declare(text, {
    otherwise: 'made on first start, shown once',
    doc: 'The secret of that key. Set both or none.',
    secret: true,
  }),
  feishuAppId: declare(appId, {
    otherwise: 'made on first start, shown once',
    doc: "The id of the first company's first app on the Feishu wire.",
  }),
  feishuAppSecret: declare(text, {
    otherwise: 'made on first start, shown once',
    doc: 'The secret of that app. Set both or none.',
    secret: true,
  }),
  adminToken: declare(bearerToken, {
    otherwise: 'made on first start, shown once',
    doc: 'The bearer token of `/admin/v1`.',
    secret: true,
  }),
  masterKey: declare(keyOf32Bytes, {
    otherwise: 'a 0600 file in the data folder',
    doc: 'Encrypts the secrets that are stored.',
    secret: true,
  }),
  rateLimits: declare(rateLimits, { default: 'on', doc: 'The documented rates, none, or a multiple of them.' }),
  standin: declare(onOff, { default: 'off', doc: 'Opens the controls of the stand-in: clock and faults. For tests only.' }),
  tlsCert: declare(path, { otherwise: 'none', doc: 'A file with the certificate chain, PEM: serve HTTPS. Needs the key too.' }),
  tlsKey: declare(path, { otherwise: 'none', doc: 'A file with the private key of that certificate, PEM.' }),
  logLevel: declare(oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), {
    default: 'info',
    doc: 'What is logged. `info` writes a line for each answer.',
  }),
  timeZoneOffset: declare(hoursEast, { default: '8', doc: 'The time zone of the times that are printed on the Tencent wire.' }),
  batchedReplies: declare(onOff, {
    default: 'on',
    doc: 'Write all answers of one turn of the event loop together: nearly twice the throughput.',
  }),
} satisfies Record<string, Setting<unknown>>

type Declared = typeof settings
export type SettingKey = keyof Declared
type ValueOf<Of> = Of extends { kind: Kind<infer Value> } ? Value : never

/** The settings in force: those with a default always have a value. */
export type Settings = {
  readonly [Key in SettingKey]: Declared[Key] extends { default: string } ? ValueOf<Declared[Key]> : ValueOf<Declared[Key]> | undefined
}

export const settingKeys = Object.keys(settings) as SettingKey[]

/** The same declarations under one type, for code that goes through all of them. */
export const settingOf = (key: SettingKey): Setting<unknown> => settings[key]

function defaultOf({ kind, default: text }: Setting<unknown>): unknown {
  return text === undefined ? undefined : kind.read(text)
}

/** The settings when nobody sets any. */
export const defaultSettings = Object.fromEntries(settingKeys.map((key) => [key, defaultOf(settings[key])])) as unknown as Settings

const words = (key: string): string[] => key.split(/(?=[A-Z])/).map((word) => word.toLowerCase())
export const variableOf = (key: string): string => `ROLLCALL_${words(key).join('_').toUpperCase()}`
export const flagOf = (key: string): string => `--${words(key).join('-')}`
