import type { AccountRow } from '../schema.ts'
import { statement } from '../statement.ts'

export const findAccount = statement((db, p: { uin: number }) => db.selectFrom('accounts').where('uin', '=', p.uin).selectAll())

/** Changes nothing when the Uin is taken. */
export const insertAccount = statement((db, p: AccountRow) =>
  db
    .insertInto('accounts')
    .values({
      uin: p.uin,
      name: p.name,
      verification: p.verification,
      entity: p.entity,
      kind: p.kind,
      created_in: p.created_in,
      facts: p.facts,
      created_at: p.created_at,
    })
    .onConflict((conflict) => conflict.column('uin').doNothing()),
)

export const updateAccount = statement((db, p: Omit<AccountRow, 'created_at'>) =>
  db
    .updateTable('accounts')
    .set({ name: p.name, verification: p.verification, entity: p.entity, kind: p.kind, created_in: p.created_in, facts: p.facts })
    .where('uin', '=', p.uin),
)

/** Accounts in the order of their Uins, behind `after`. */
export const listAccounts = statement((db, p: { after: number; limit: number }) =>
  db
    .selectFrom('accounts')
    .leftJoin('affiliations', 'affiliations.uin', 'accounts.uin')
    .where('accounts.uin', '>', p.after)
    .orderBy('accounts.uin')
    .limit(p.limit)
    .selectAll('accounts')
    .select('affiliations.organization'),
)

/** Members of an organization whose account has this name. */
export const memberAccountWithName = statement((db, p: { organization: number; name: string }) =>
  db
    .selectFrom('accounts as a')
    .where('a.name', '=', p.name)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('members as m').where('m.organization', '=', p.organization).whereRef('m.uin', '=', 'a.uin').select('m.uin')),
    )
    .select('a.uin'),
)

/** Accounts that are verified as one company. */
export const countAccountsOfEntity = statement((db, p: { entity: string }) =>
  db
    .selectFrom('accounts')
    .where('entity', '=', p.entity)
    .where('verification', '=', 'enterprise')
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

export const renameAccount = statement((db, p: { uin: number; name: string }) =>
  db.updateTable('accounts').set({ name: p.name }).where('uin', '=', p.uin),
)
