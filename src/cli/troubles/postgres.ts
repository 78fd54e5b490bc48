/** What node-postgres says of a connection that is no more, or that was not to be had. */
const lost = /^(Connection terminated|timeout e|Client has encountered a connection error)/

/** What the system says of one. */
const ofNetwork = /^(ECONN|EPIPE$|ETIMEDOUT$|EHOST|ENET|ENOTFOUND$|EAI_)/

/** What keeps the database from its work, and the way out, by the beginning of its code. Source: PostgreSQL, "PostgreSQL Error Codes". */
const hindrances: readonly [RegExp, (said: string) => string][] = [
  [/^53/, (said) => `PostgreSQL has no room left (${said}): give it disk, memory or connections, then run this again`],
  [/^58/, (said) => `the machine of PostgreSQL failed (${said}): mend it, then run this again`],
  [/^(08|25006|28|57)/, unusable],
]

function unusable(said: string): string {
  return `PostgreSQL can't be used any more (${said}): check that it runs, and ROLLCALL_DATABASE_URL, then run this again`
}

interface Failure extends NodeJS.ErrnoException {
  /** Of an answer of the database. */
  readonly severity?: string
}

/** Why PostgreSQL does not do its work, with the way out, in a line; that says nothing of what it holds. Undefined for any other failure. */
export function postgresHindrance(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, severity, syscall, message } = error as Failure
  if (code === undefined) return lost.test(message) ? unusable(message) : undefined
  if (severity !== undefined) return hindrances.find(([codes]) => codes.test(code))?.[1](message)
  return syscall !== undefined && ofNetwork.test(code) ? unusable(message || code) : undefined
}

/** The same, and the damage that it finds by itself: data_corrupted, index_corrupted. */
export function postgresTrouble(error: unknown): string | undefined {
  const { code, severity, message } = error as Failure
  if (severity !== undefined && /^XX00[12]$/.test(code ?? ''))
    return `the database in PostgreSQL is damaged (${message}): restore its last dump into another one`
  return postgresHindrance(error)
}
