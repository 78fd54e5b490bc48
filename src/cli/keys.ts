import { storedApp, storedKey, storedToken } from '../bootstrap/stored-credentials.ts'
import { isJsonObject, parsedJson } from '../contract/json/parse-json.ts'
import { named } from '../contract/shown.ts'
import type { NewKey } from '../directory/accounts/create-key.ts'
import type { Settings } from '../settings.ts'
import { askServer, withoutAnswer } from './ask-server.ts'
import { notRollcall } from './foreign-answer.ts'
import { type LocalDirectory, openLocalDirectory } from './local-directory.ts'
import { readCommandLine } from './read-settings.ts'
import { baseUrl } from './server-address.ts'
import { UsageError } from './usage-error.ts'

const usage = 'rollcall keys [list] | keys show | keys create <uin> | keys enable|disable|delete <uin> <SecretId>'

/** The verbs, each with how many words it is said in. */
const wordsOf = { list: 1, show: 1, create: 2, enable: 3, disable: 3, delete: 3 }

interface Listed<Item> {
  readonly items: Item[]
  readonly cursor: string | null
}

interface AdminCall {
  readonly method: string
  readonly path: string
  readonly body?: object
  /** A member that the answer has. */
  readonly has?: string
}

type Admin = <Answer>(call: AdminCall) => Promise<Answer>

/** Calls the admin API of the running server with the token of the data folder. */
function adminClient(settings: Settings, token: string): Admin {
  const url = baseUrl(settings)
  return async ({ method, path, body, has }) => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
    const asked = { method, path: `/admin/v1${path}`, headers, ...(body && { body: JSON.stringify(body) }) }
    const { status, text } = await askServer(settings, asked).catch((error) => {
      throw withoutAnswer(url, error)
    })
    const answer = text === '' ? {} : parsedJson(text)
    if (!isJsonObject(answer)) throw notRollcall(url, status)
    if (status < 200 || status > 299) throw refusalIn(answer) ?? notRollcall(url, status)
    if (has !== undefined && !Object.hasOwn(answer, has)) throw notRollcall(url, status)
    return answer as never
  }
}

/** What the admin API refuses, or the server itself; undefined where another program does. */
function refusalIn({ type, detail, requestId, message }: Record<string, unknown>): UsageError | undefined {
  if (typeof type === 'string' && type.startsWith('urn:rollcall:')) return new UsageError(String(detail))
  return typeof requestId === 'string' ? new UsageError(`${message} requestId: ${requestId}`) : undefined
}

async function everyPage<Item>(admin: Admin, path: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const after = cursor ? `&after=${encodeURIComponent(cursor)}` : ''
    const page: Listed<Item> = await admin({ method: 'GET', path: `${path}?limit=1000${after}`, has: 'items' })
    items.push(...page.items)
    cursor = page.cursor
  }
  return items
}

async function list(admin: Admin): Promise<void> {
  const rows: string[][] = [['UIN', 'ACCOUNT', 'SECRET ID', 'STATUS', 'CREATED']]
  for (const { uin, name } of await everyPage<{ uin: number; name: string }>(admin, '/accounts')) {
    const keys = await everyPage<{ secretId: string; status: string; createdAt: string }>(admin, `/accounts/${uin}/keys`)
    for (const key of keys) rows.push([String(uin), named(name), named(key.secretId), key.status, key.createdAt])
  }
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

async function change(admin: Admin, verb: string, uin: string | undefined, secretId: string | undefined): Promise<void> {
  if (!uin || !/^\d+$/.test(uin)) throw new UsageError(`say whose key, by the number of the account: ${usage}`)
  if (verb === 'create') {
    const call: AdminCall = { method: 'POST', path: `/accounts/${uin}/keys`, body: {}, has: 'secretId' }
    const key = await admin<NewKey>(call)
    console.log(`Shown once, keep it:\n  SecretId   ${key.secretId}\n  SecretKey  ${key.secretKey}`)
    return
  }
  if (!secretId) throw new UsageError(`say which key: ${usage}`)
  const path = `/accounts/${uin}/keys/${encodeURIComponent(secretId)}`
  if (verb === 'delete') {
    // Its answer is empty, as that of any other program could be: who answers shows it first.
    await admin({ method: 'GET', path: `/accounts/${uin}/keys?limit=1`, has: 'items' })
    await admin({ method: 'DELETE', path })
  } else await admin({ method: 'PATCH', path, body: { status: verb === 'enable' ? 'enabled' : 'disabled' }, has: 'secretId' })
  console.log(`${secretId}: ${verb}d`)
}

/** Who can read the data folder and its master key can read what they hold: so what the first start showed is never lost. */
async function show({ reader, vault }: LocalDirectory): Promise<void> {
  const key = await storedKey(reader, vault)
  const app = await storedApp(reader, vault)
  const token = await storedToken(reader, vault)
  if (!token) throw new UsageError('no keys yet: they are made by the first start of the server (rollcall serve)')
  if (key) console.log(`SecretId     ${key.secretId}\nSecretKey    ${key.secretKey}`)
  else console.log('The first key was deleted; rollcall keys create <uin> makes another one.')
  console.log(`Admin token  ${token}`)
  if (app) console.log(`App ID       ${app.id}\nApp Secret   ${app.secret}\nTenant key   ${app.company}`)
}

/** Lists and changes access keys through the admin API of the running server; shows the first ones from the data folder itself. */
export async function run(args: string[]): Promise<number> {
  const { settings, words } = readCommandLine(args)
  const [verb = 'list', uin, secretId] = words
  if (!Object.hasOwn(wordsOf, verb)) throw new UsageError(`no such verb ${verb}: ${usage}`)
  const surplus = words[wordsOf[verb as keyof typeof wordsOf]]
  if (surplus !== undefined) throw new UsageError(`keys ${verb} takes no ${surplus}: ${usage}`)
  const directory = await openLocalDirectory(settings)
  if (verb === 'show') {
    await show(directory).finally(() => directory.close())
    return 0
  }
  const token = await storedToken(directory.reader, directory.vault).finally(() => directory.close())
  if (!token) throw new UsageError('no admin token yet: it is made by the first start of the server (rollcall serve)')
  const admin = adminClient(settings, token)
  if (verb === 'list') await list(admin)
  else await change(admin, verb, uin, secretId)
  return 0
}
