import { storedApp, storedKey } from '../bootstrap/stored-credentials.ts'
import { named } from '../contract/shown.ts'
import type { NewKey } from '../directory/accounts/create-key.ts'
import { adminToken } from '../directory/secrets/admin-token.ts'
import { newTokenOption, rotateAdminToken } from './keys/rotate-admin-token.ts'
import { newKeyOption, rotateMasterKey } from './keys/rotate-master-key.ts'
import { type LocalDirectory, openLocalDirectory } from './local-directory.ts'
import { takeOption } from './own-options.ts'
import { readCommandLine } from './read-settings.ts'
import { type Admin, type AdminCall, openAdmin } from './server/ask-admin.ts'
import { UsageError } from './usage-error.ts'

const usage =
  'rollcall keys [list] | keys show | keys create <uin> | keys enable|disable|delete <uin> <SecretId>' +
  ` | keys rotate-admin-token [${newTokenOption} <file>] | keys rotate-master-key [${newKeyOption} <file>]`

/** The verbs, each with how many words it is said in. */
const wordsOf = { list: 1, show: 1, create: 2, enable: 3, disable: 3, delete: 3, 'rotate-admin-token': 1, 'rotate-master-key': 1 }

interface Listed<Item> {
  readonly items: Item[]
  readonly cursor: string | null
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
  const token = await adminToken(reader, vault)
  if (!token) throw new UsageError('no keys yet: they are made by the first start of the server (rollcall serve)')
  if (key) console.log(`SecretId     ${key.secretId}\nSecretKey    ${key.secretKey}`)
  else console.log('The first key was deleted; rollcall keys create <uin> makes another one.')
  console.log(`Admin token  ${token}`)
  if (app) console.log(`App ID       ${app.id}\nApp Secret   ${app.secret}\nTenant key   ${app.company}`)
}

/** Lists and changes access keys and the admin token through the admin API of the running server; the first ones are shown, and the master key is changed, in the data folder itself. */
export async function run(given: string[]): Promise<number> {
  const args = [...given]
  const newToken = takeOption(args, newTokenOption)
  const newKey = takeOption(args, newKeyOption)
  const { settings, words } = readCommandLine(args)
  const [verb = 'list', uin, secretId] = words
  if (!Object.hasOwn(wordsOf, verb)) throw new UsageError(`no such verb ${verb}: ${usage}`)
  const surplus = words[wordsOf[verb as keyof typeof wordsOf]]
  if (surplus !== undefined) throw new UsageError(`keys ${verb} takes no ${surplus}: ${usage}`)
  for (const [option, value, own] of [
    [newTokenOption, newToken, 'rotate-admin-token'],
    [newKeyOption, newKey, 'rotate-master-key'],
  ])
    if (value !== undefined && verb !== own) throw new UsageError(`keys ${verb} takes no ${option}: ${usage}`)
  if (verb === 'rotate-admin-token') return rotateAdminToken(settings, newToken)
  if (verb === 'rotate-master-key') return rotateMasterKey(settings, newKey)
  if (verb === 'show') {
    const directory = await openLocalDirectory(settings)
    await show(directory).finally(() => directory.close())
    return 0
  }
  const admin = await openAdmin(settings)
  if (verb === 'list') await list(admin)
  else await change(admin, verb, uin, secretId)
  return 0
}
