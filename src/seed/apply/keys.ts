import { keyPurpose } from '../../directory/accounts/account.ts'
import { isAddressOrRange } from '../../directory/accounts/address-range.ts'
import { changeKey } from '../../directory/accounts/change-key.ts'
import { createKey } from '../../directory/accounts/create-key.ts'
import { findCaller } from '../../directory/accounts/find-caller.ts'
import { shown } from '../read/finding.ts'
import type { SeedAccount } from '../schema/account.ts'
import { type Entry, uinOf } from './account-book.ts'
import { compare } from './compare.ts'
import type { Planning } from './plan.ts'
import { givenOf } from './replayed.ts'
import type { Task } from './task.ts'

type SeedKey = NonNullable<SeedAccount['keys']>[number]

/** Tasks for the access keys that are missing. */
export async function planKeys(planning: Planning): Promise<Task[]> {
  const { findings, book, document } = planning
  findings.twice(
    (document.accounts ?? []).flatMap(({ keys = [] }) => keys),
    'secretId',
    ({ secretId }) => secretId,
  )
  const tasks: Task[] = []
  for (const entry of book.ofDocument) {
    for (const key of entry.given?.keys ?? []) {
      requireAddresses(planning, key)
      if (!(await isThere(planning, entry, key))) tasks.push(makeKey(entry, key))
    }
  }
  return tasks
}

function requireAddresses({ findings }: Planning, key: SeedKey): void {
  for (const list of [key.ipAllow ?? [], key.ipDeny ?? []]) {
    list.forEach((entry, index) => {
      if (!isAddressOrRange(entry)) findings.add(list, index, `${shown(entry)} is no IPv4 or IPv6 address and no CIDR range.`)
    })
  }
}

async function isThere({ tx, vault, findings }: Planning, entry: Entry, key: SeedKey): Promise<boolean> {
  const holder = await findCaller(tx, key.secretId)
  if (!holder) return false
  const { uin } = holder.caller.account
  if (uin !== entry.uin) findings.add(key, 'secretId', `account ${uin} has this key. Give it another id.`)
  else if (vault.open(holder.sealedSecret, keyPurpose(key.secretId)) !== key.secretKey)
    findings.add(key, 'secretKey', 'the directory has this key with another secret. Give the key another id.')
  else compare(findings, key, { status: holder.enabled ? 'enabled' : 'disabled', ipAllow: holder.ipAllow, ipDeny: holder.ipDeny })
  return true
}

function makeKey(entry: Entry, key: SeedKey): Task {
  const { secretId, secretKey, status, ipAllow, ipDeny } = key
  const changes = givenOf({ status, ipAllow, ipDeny })
  return {
    makes: 'key',
    holder: key,
    async run({ tx, ports, vault }) {
      await createKey(tx, ports, vault, uinOf(entry), { secretId, secretKey })
      if (Object.keys(changes).length > 0) await changeKey(tx, uinOf(entry), secretId, changes)
    },
  }
}
