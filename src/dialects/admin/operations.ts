import { deleteAccessRule } from './access-rules/delete-access-rule.ts'
import { listAccessRules } from './access-rules/list-access-rules.ts'
import { putAccessRule } from './access-rules/put-access-rule.ts'
import { changeAccount } from './accounts/change-account.ts'
import { createAccount } from './accounts/create-account.ts'
import { getAccount } from './accounts/get-account.ts'
import { listAccounts } from './accounts/list-accounts.ts'
import type { AdminOperation } from './admin-operation.ts'
import { deleteEntity } from './entities/delete-entity.ts'
import { putEntity } from './entities/put-entity.ts'
import { listEvents } from './events/list-events.ts'
import { changeKey } from './keys/change-key.ts'
import { createKey } from './keys/create-key.ts'
import { deleteKey } from './keys/delete-key.ts'
import { listKeys } from './keys/list-keys.ts'
import { finishMailBinding } from './mail-bindings/finish-mail-binding.ts'
import { answerAskedPermissions } from './members/answer-asked-permissions.ts'
import { putMember } from './members/put-member.ts'
import { changeOrganization } from './organizations/change-organization.ts'
import { getOrganization } from './organizations/get-organization.ts'
import { changeDelegate } from './services/change-delegate.ts'

/** Every operation of Rollcall's own API, by resource. */
export const adminOperations: readonly AdminOperation[] = [
  createAccount,
  listAccounts,
  getAccount,
  changeAccount,
  createKey,
  listKeys,
  changeKey,
  deleteKey,
  getOrganization,
  changeOrganization,
  putMember,
  answerAskedPermissions,
  putEntity,
  deleteEntity,
  changeDelegate,
  finishMailBinding,
  listAccessRules,
  putAccessRule,
  deleteAccessRule,
  listEvents,
]
