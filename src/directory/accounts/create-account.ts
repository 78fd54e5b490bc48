import type { Tx } from '../../storage/store.ts'
import { findAccount, insertAccount } from '../../storage/tables/accounts.ts'
import { accountsStream } from '../events.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { type Account, accountFrom, entityOf, type Verification } from './account.ts'
import { type AccountFacts, factsTextOf } from './facts.ts'

export interface NewAccount {
  readonly name: string
  readonly verification: Verification
  readonly entity?: string
  readonly kind?: Account['kind']
  readonly createdIn?: number | null
  /** What is absent has its default. */
  readonly facts?: Partial<AccountFacts>
}

/** Makes an account with a Uin of twelve digits. */
export async function createAccount(tx: Tx, ports: Ports, account: NewAccount): Promise<Account> {
  const facts = factsTextOf(account.facts ?? {})
  const row = {
    name: account.name,
    verification: account.verification,
    entity: entityOf(account),
    kind: account.kind ?? 'standard',
    created_in: account.createdIn ?? null,
    facts,
  }
  for (let attempt = 0; attempt < 20; attempt++) {
    const uin = 100_000_000_000 + ports.ids.number(11)
    if ((await tx.run(insertAccount, { uin, ...row, created_at: tx.origin.at })) === 0) continue
    const made = await tx.first(findAccount, { uin })
    if (!made) throw new Error('an account that was made is not there')
    const created = accountFrom(made)
    const { facts: all, ...told } = created
    const after = facts === '{}' ? told : { ...told, facts: all }
    record(tx, { tenant: accountsStream, kind: 'account_created', subject: String(uin), after })
    return created
  }
  throw new Error('no free Uin in 20 attempts')
}
