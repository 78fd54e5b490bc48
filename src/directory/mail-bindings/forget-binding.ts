import type { Tx } from '../../storage/store.ts'
import { deleteMailBinding } from '../../storage/tables/mail-bindings.ts'
import { letGo } from './claims.ts'

/** For an account that is no more: its address and phone are free for others. An account that only leaves keeps what it has proven. */
export async function forgetBinding(tx: Tx, organization: number, uin: number): Promise<void> {
  await tx.run(deleteMailBinding, { organization, uin })
  await letGo(tx, { organization, uin })
}
