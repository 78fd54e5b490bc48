import { changeKey } from '../../storage/master-key.ts'
import { StoreError } from '../../storage/start-error.ts'
import type { Tx } from '../../storage/store.ts'
import { type SealedColumn, type SealedValue, sealedColumn } from '../../storage/tables/secrets/sealed-values.ts'
import type { Vault } from '../../storage/vault.ts'
import { accountsStream } from '../events.ts'
import { record } from '../record.ts'
import { type SecretPlace, storedSecrets } from './stored-secrets.ts'

/** Rows that are sealed anew at a time. */
const pageSize = 1000

interface Place {
  readonly name: SecretPlace
  readonly statements: SealedColumn
  purpose(id: string): string | undefined
}

const places = Object.entries(storedSecrets).map(([name, { key, purpose }]): Place => {
  const [table = '', column = ''] = name.split('.')
  return { name: name as SecretPlace, statements: sealedColumn(table, key, column), purpose }
})

/** Seals everything that is kept sealed anew, for another master key; answers how many secrets that were. All of it or, when one can't be opened, nothing. */
export async function changeMasterKey(tx: Tx, from: Vault, to: Vault): Promise<number> {
  await changeKey(tx, from, to)
  let secrets = 0
  for (const place of places) secrets += await sealAnew(tx, place, from, to)
  record(tx, { tenant: accountsStream, kind: 'master_key_changed', subject: 'master_key', after: { secrets } })
  return secrets
}

async function sealAnew(tx: Tx, { name, statements, purpose }: Place, from: Vault, to: Vault): Promise<number> {
  let done = 0
  for (let after = '', full = true; full; ) {
    const page = await tx.all(statements.page, { after, limit: pageSize })
    const rows = page.flatMap((value) => {
      const text = opened(name, from, value, purpose(value.id))
      return text === undefined ? [] : [[value.id, to.seal(text.text, text.purpose)] as const]
    })
    if ((await tx.run(statements.replace, { rows })) !== rows.length) throw new Error(`${name}: not every row was changed`)
    done += rows.length
    full = page.length === pageSize
    after = page.at(-1)?.id ?? after
  }
  return done
}

function opened(name: SecretPlace, vault: Vault, { id, sealed }: SealedValue, purpose: string | undefined) {
  if (purpose === undefined) return undefined
  try {
    return { text: vault.open(sealed, purpose), purpose }
  } catch {
    throw new StoreError(`What ${name} holds for ${id} is damaged: the master key in force does not open it. Nothing was changed.`)
  }
}
