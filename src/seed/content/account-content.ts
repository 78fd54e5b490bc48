import type { Account } from '../../directory/accounts/account.ts'
import { timeText } from './times.ts'

/** An account as a document writes it, with everything that it has. */
export function accountContent({ uin, name, verification, entity, kind, createdIn, facts, createdAt }: Account) {
  return { name, uin, verification, entity, kind, createdIn: createdIn ?? undefined, facts: { ...facts }, createdAt: timeText(createdAt) }
}
