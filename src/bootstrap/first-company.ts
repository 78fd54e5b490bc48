import { everyScope } from '../dialects/feishu/every-scope.ts'
import { appCredentials } from '../directory/apps/app-credentials.ts'
import { createApp } from '../directory/apps/create-app.ts'
import { createCompany, newCompanyId } from '../directory/companies/create-company.ts'
import { oldestCompany } from '../directory/companies/find-company.ts'
import type { Session } from '../directory/session.ts'
import type { Reader, Tx } from '../storage/store.ts'
import { setSetting, settingByName } from '../storage/tables/settings.ts'
import type { Vault } from '../storage/vault.ts'

/** The first app of the first company; other apps are made through the administration. */
export interface FirstApp {
  readonly id: string
  readonly company: string
}

export interface GivenApp {
  readonly feishuAppId?: string
  readonly feishuAppSecret?: string
}

export interface FirstAppWithSecret extends FirstApp {
  readonly secret: string
}

interface Start {
  /** Only what was made now and was not given. */
  readonly made: { app?: FirstAppWithSecret }
  readonly kept: string[]
}

export const firstAppName = 'first_app'

/** The first company and its first app, which has every scope and sees everything; made once for ever, in a folder of before too. */
export async function ensureApp(tx: Tx, session: Session, given: GivenApp, start: Start): Promise<FirstApp> {
  const stored = await tx.first(settingByName, { name: firstAppName })
  const own = given.feishuAppId && given.feishuAppSecret ? { id: given.feishuAppId, secret: given.feishuAppSecret } : undefined
  if (stored) {
    const first = JSON.parse(stored.value) as FirstApp
    if (own && own.id !== first.id) start.kept.push('ROLLCALL_FEISHU_APP_ID')
    else if (own && !(await hasSecret(tx, session.vault, own))) start.kept.push('ROLLCALL_FEISHU_APP_SECRET')
    return first
  }
  const seeded = own && (await appCredentials(tx, session.vault, own.id))
  if (own && seeded && seeded.secret !== own.secret) start.kept.push('ROLLCALL_FEISHU_APP_SECRET')
  const first = seeded ? { id: seeded.app.id, company: seeded.app.company } : await makeApp(tx, session, own, start)
  await tx.run(setSetting, { name: firstAppName, value: JSON.stringify(first) })
  return first
}

async function makeApp(
  tx: Tx,
  { ports, vault }: Session,
  own: { id: string; secret: string } | undefined,
  start: Start,
): Promise<FirstApp> {
  const company = (await oldestCompany(tx)) ?? (await createCompany(tx, { id: newCompanyId(ports), name: 'Rollcall' }))
  const id = own?.id ?? `cli_${ports.ids.hex(16)}`
  const { secrets } = await createApp(tx, ports, vault, company.id, {
    id,
    name: 'First app',
    scopes: everyScope(),
    ...(own && { secret: own.secret }),
  })
  const first = { id, company: company.id }
  if (!own) start.made.app = { ...first, secret: secrets.secret }
  return first
}

async function hasSecret(reader: Reader, vault: Vault, { id, secret }: { id: string; secret: string }): Promise<boolean> {
  return (await appCredentials(reader, vault, id))?.secret === secret
}
