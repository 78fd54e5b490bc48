import { keyPurpose } from '../directory/accounts/account.ts'
import { createAccount } from '../directory/accounts/create-account.ts'
import { createKey, type NewKey } from '../directory/accounts/create-key.ts'
import { findCaller } from '../directory/accounts/find-caller.ts'
import { accountsStream } from '../directory/events.ts'
import { adminToken, keepAdminToken, newAdminToken } from '../directory/secrets/admin-token.ts'
import type { Session } from '../directory/session.ts'
import type { Tx } from '../storage/store.ts'
import { findKey } from '../storage/tables/access-keys.ts'
import { everyOrganization } from '../storage/tables/contents.ts'
import { setSetting, settingByName } from '../storage/tables/settings.ts'
import { ensureApp, type FirstApp, type FirstAppWithSecret, type GivenApp } from './first-company.ts'

/** What may be given for the first start; the rest is made. */
export interface Given extends GivenApp {
  readonly secretId?: string
  readonly secretKey?: string
  readonly adminToken?: string
}

export interface FirstStart {
  /** The key of the first account, the token of the admin API, the first app of the first company: only what was made now, readable this once. */
  readonly made: { key?: NewKey; adminToken?: string; app?: FirstAppWithSecret }
  /** Settings that were given again and changed nothing. */
  readonly kept: string[]
  readonly adminToken: string
  readonly firstKey: { readonly secretId: string; readonly uin: number }
  readonly firstApp: FirstApp
}

/** What the steps of a first start add to as they go. */
type Told = Pick<FirstStart, 'made' | 'kept'>

export const firstKeyName = 'first_key'

async function ensureToken(tx: Tx, { vault, ports }: Session, given: Given, start: Told): Promise<string> {
  const stored = await adminToken(tx, vault)
  if (stored !== undefined) {
    if (given.adminToken !== undefined && given.adminToken !== stored) start.kept.push('ROLLCALL_ADMIN_TOKEN')
    return stored
  }
  const token = given.adminToken ?? newAdminToken(ports)
  await keepAdminToken(tx, vault, token)
  if (given.adminToken === undefined) start.made.adminToken = token
  return token
}

async function ensureKey(tx: Tx, session: Session, given: Given, start: Told): Promise<FirstStart['firstKey']> {
  const stored = await tx.first(settingByName, { name: firstKeyName })
  if (stored) {
    const first = JSON.parse(stored.value) as FirstStart['firstKey']
    if (given.secretId !== undefined && given.secretId !== first.secretId) start.kept.push('ROLLCALL_SECRET_ID')
    else if (given.secretKey !== undefined && !(await sameSecret(tx, session, first, given.secretKey)))
      start.kept.push('ROLLCALL_SECRET_KEY')
    return first
  }
  const { ports, vault } = session
  const own = given.secretId && given.secretKey ? { secretId: given.secretId, secretKey: given.secretKey } : undefined
  const seeded = own && (await findCaller(tx, own.secretId))
  const uin = seeded?.caller.account.uin ?? (await firstAccount(tx, session))
  const key = own && seeded ? own : await createKey(tx, ports, vault, uin, own)
  const first = { secretId: key.secretId, uin }
  await tx.run(setSetting, { name: firstKeyName, value: JSON.stringify(first) })
  if (!own) start.made.key = key
  else if (seeded && !(await sameSecret(tx, session, first, own.secretKey))) start.kept.push('ROLLCALL_SECRET_KEY')
  return first
}

/** In a directory that was seeded before its first start: the manager of its oldest organization. Otherwise a new account. */
async function firstAccount(tx: Tx, { ports }: Session): Promise<number> {
  const organizations = await tx.all(everyOrganization, {})
  const [oldest] = organizations.toSorted((a, b) => a.created_at - b.created_at || a.id - b.id)
  if (oldest) return oldest.manager_uin
  return (await createAccount(tx, ports, { name: 'Manager', verification: 'enterprise', entity: 'Rollcall' })).uin
}

async function sameSecret(tx: Tx, { vault }: Session, first: FirstStart['firstKey'], secretKey: string): Promise<boolean> {
  const row = await tx.first(findKey, first)
  return row !== undefined && vault.open(row.sealed_secret, keyPurpose(first.secretId)) === secretKey
}

/** Makes the first account with its key, the admin token and the first company with its app, once for ever; several servers may start at the same time. */
export function firstStart(session: Session, given: Given): Promise<FirstStart> {
  return session.write(accountsStream, async (tx) => {
    const start: Told = { made: {}, kept: [] }
    const adminToken = await ensureToken(tx, session, given, start)
    const firstKey = await ensureKey(tx, session, given, start)
    const firstApp = await ensureApp(tx, session, given, start)
    return { ...start, adminToken, firstKey, firstApp }
  })
}
