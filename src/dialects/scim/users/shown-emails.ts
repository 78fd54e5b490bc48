/** An e-mail address as the source sent it. */
export interface Email {
  readonly value?: string
  readonly type?: string
  readonly primary?: boolean
  readonly [member: string]: unknown
}

/**
 * Which of several addresses is the user's: the preferred one, else the first one for work, else the first. -1 when there is none. An entry without a
 * value is no address, whatever it is preferred for.
 */
export function mainEmail(emails: readonly Email[]): number {
  const first = (is: (email: Email) => boolean) => emails.findIndex((email) => email.value !== undefined && email.value !== '' && is(email))
  const preferred = first(({ primary }) => primary === true)
  if (preferred >= 0) return preferred
  const forWork = first(({ type }) => type?.toLowerCase() === 'work')
  return forWork >= 0 ? forWork : first(() => true)
}

/**
 * The addresses of a user: the ones that its source keeps with it, among which the directory's own address stands in the place of the main one. So a
 * change of the address that was made elsewhere is seen here, and one that was cleared there is gone.
 */
export function shownEmails(email: string, kept: unknown): Email[] {
  const emails = Array.isArray(kept) ? (kept as Email[]) : []
  const main = mainEmail(emails)
  if (email === '') return emails.filter((_, index) => index !== main)
  if (main < 0) return [{ value: email, type: 'work', primary: true }, ...emails]
  return emails.map((each, index) => (index === main ? { ...each, value: email } : each))
}
