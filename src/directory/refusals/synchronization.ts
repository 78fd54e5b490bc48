/** About what a source of synchronization asks, beside what a zone refuses anyway. */
export type SynchronizationRefusal =
  | { fact: 'synchronization_off'; zone: string }
  | { fact: 'user_kept_by_hand'; user: string; attempted: 'update' | 'delete' }
  | { fact: 'group_kept_by_hand'; group: string; attempted: 'update' | 'delete' }
  | { fact: 'version_differs'; subject: string; version: number }
  | { fact: 'users_not_found'; users: readonly string[] }
  | { fact: 'adopted_user_in_groups'; user: string; name: string; groups: readonly { readonly id: string; readonly name: string }[] }
