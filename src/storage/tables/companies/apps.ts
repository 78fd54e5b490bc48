import type { AppRow, InstallationRow } from '../../schemas/apps.ts'
import { statement } from '../../statement.ts'

/** Changes nothing when the id is taken. */
export const insertApp = statement((db, p: AppRow) =>
  db
    .insertInto('apps')
    .values({
      id: p.id,
      company: p.company,
      name: p.name,
      kind: p.kind,
      developer: p.developer,
      sealed_secret: p.sealed_secret,
      sealed_id_key: p.sealed_id_key,
      scopes: p.scopes,
      redirect_uris: p.redirect_uris,
      ip_allow: p.ip_allow,
      status: p.status,
      webhook_url: p.webhook_url,
      sealed_encrypt_key: p.sealed_encrypt_key,
      sealed_verification_token: p.sealed_verification_token,
      subscriptions: p.subscriptions,
      created_at: p.created_at,
      updated_at: p.updated_at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing()),
)

export const findApp = statement((db, p: { id: string }) => db.selectFrom('apps').where('id', '=', p.id).selectAll())

export const appsOfCompany = statement((db, p: { company: string; after: string; limit: number }) =>
  db.selectFrom('apps').where('company', '=', p.company).where('id', '>', p.after).orderBy('id').limit(p.limit).selectAll(),
)

export const updateApp = statement((db, p: Omit<AppRow, 'company' | 'kind' | 'developer' | 'sealed_id_key' | 'created_at'>) =>
  db
    .updateTable('apps')
    .set({
      name: p.name,
      sealed_secret: p.sealed_secret,
      scopes: p.scopes,
      redirect_uris: p.redirect_uris,
      ip_allow: p.ip_allow,
      status: p.status,
      webhook_url: p.webhook_url,
      sealed_encrypt_key: p.sealed_encrypt_key,
      sealed_verification_token: p.sealed_verification_token,
      subscriptions: p.subscriptions,
      updated_at: p.updated_at,
    })
    .where('id', '=', p.id),
)

export const insertInstallation = statement((db, p: InstallationRow) =>
  db.insertInto('installations').values({ company: p.company, app: p.app, range: p.range, created_at: p.created_at }),
)

export const findInstallation = statement((db, p: { company: string; app: string }) =>
  db.selectFrom('installations').where('company', '=', p.company).where('app', '=', p.app).selectAll(),
)

export const installationsOfCompany = statement((db, p: { company: string }) =>
  db.selectFrom('installations').where('company', '=', p.company).orderBy('app').selectAll(),
)

export const updateInstallation = statement((db, p: Pick<InstallationRow, 'company' | 'app' | 'range'>) =>
  db.updateTable('installations').set({ range: p.range }).where('company', '=', p.company).where('app', '=', p.app),
)

export const findDeveloper = statement((db, p: { id: string }) => db.selectFrom('developers').where('id', '=', p.id).selectAll())

/** Changes nothing when there is one of that id. */
export const insertDeveloper = statement((db, p: { id: string; sealed_id_key: string; created_at: number }) =>
  db
    .insertInto('developers')
    .values({ id: p.id, sealed_id_key: p.sealed_id_key, created_at: p.created_at })
    .onConflict((conflict) => conflict.column('id').doNothing()),
)

export const deleteInstallation = statement((db, p: { company: string; app: string }) =>
  db.deleteFrom('installations').where('company', '=', p.company).where('app', '=', p.app),
)

/** The keys of people's ids of the other apps that act in a company; some hundred at most, so that a wrong id costs no more than that. */
export const otherIdKeys = statement((db, p: { company: string; app: string; most: number }) =>
  db
    .selectFrom('installations as i')
    .innerJoin('apps as a', 'a.id', 'i.app')
    .where('i.company', '=', p.company)
    .where('i.app', '!=', p.app)
    .orderBy('i.app')
    .limit(p.most)
    .select(['a.id', 'a.sealed_id_key']),
)
