/** What is wrong with the disk or the file, and the way out, by SQLite's primary code. Source: "Result and Error Codes". */
const troubles: Readonly<Record<number, (said: string) => string>> = {
  5: (said) => `another program holds the database in the data folder (${said}): wait for it, or end it`,
  8: (said) => `the database in the data folder can't be written (${said}): make it writable, or set ROLLCALL_DATA_DIR`,
  10: (said) => `the disk of the data folder failed or is full (${said}): mend it or make room, then run this again`,
  11: (said) => `the database in the data folder is damaged (${said}): restore its last backup into another folder (rollcall restore)`,
  13: (said) => `the disk of the data folder is full (${said}): make room, then run this again`,
  14: (said) =>
    `the database in the data folder can't be opened (${said}): make the folder readable and writable, or set ROLLCALL_DATA_DIR`,
  26: (said) => `the database in the data folder is damaged (${said}): restore its last backup into another folder (rollcall restore)`,
}

/** No room, or no place, for what is put in order in files. Source: the same, SQLITE_FULL, SQLITE_IOERR_WRITE and SQLITE_IOERR_GETTEMPPATH. */
const noTemporary = new Set([13, 10 | (3 << 8), 10 | (25 << 8)])

function codeOf(error: unknown): number | undefined {
  const { code, errcode } = error as { code?: unknown; errcode?: number }
  return code === 'ERR_SQLITE_ERROR' ? errcode : undefined
}

/** A failure of SQLite that a person can mend, in a line; undefined for any other. */
export function sqliteTrouble(error: unknown): string | undefined {
  const code = codeOf(error)
  return code === undefined ? undefined : troubles[code & 0xff]?.((error as Error).message)
}

/** The same for who only reads, and so writes nothing but temporary files: what a failure says of these. */
export function temporaryTrouble(error: unknown): string | undefined {
  const code = codeOf(error)
  if (code === undefined || !noTemporary.has(code)) return undefined
  return `no room for temporary files (${(error as Error).message}): make some, or name a folder that has with SQLITE_TMPDIR, then run this again`
}
