import type { Reader } from '../../storage/store.ts'
import { findMailBinding } from '../../storage/tables/mail-bindings.ts'
import { Refused } from '../refusals.ts'
import { type MailBinding, mailBindingFrom } from './mail-binding.ts'

/** The binding of an account, the last one requested; undefined when there was none. */
export async function mailBindingOf(reader: Reader, organization: number, uin: number): Promise<MailBinding | undefined> {
  const row = await reader.first(findMailBinding, { organization, uin })
  return row && mailBindingFrom(row)
}

/** The binding with this id that still waits. Refuses with `mail_binding_not_found`, `mail_binding_replaced`, `mail_binding_finished`. */
export async function pendingBinding(reader: Reader, organization: number, uin: number, id: number): Promise<MailBinding> {
  const binding = await mailBindingOf(reader, organization, uin)
  if (!binding || id > binding.id) throw new Refused({ fact: 'mail_binding_not_found', uin, id })
  if (id < binding.id) throw new Refused({ fact: 'mail_binding_replaced', uin, id, current: binding.id })
  return requirePending(binding)
}

/** Refuses with `mail_binding_finished`. */
export function requirePending(binding: MailBinding): MailBinding {
  const { status, uin } = binding
  if (status !== 'valid') throw new Refused({ fact: 'mail_binding_finished', uin, status })
  return binding
}
