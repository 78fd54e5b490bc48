/** What is wrong with the disk or the file, and the way out, by SQLite's primary code. Source: "Result and Error Codes". */
const troubles: Readonly<Record<number, (said: string) => string>> = {
  5: (said) => `another program holds the database in the data folder (${said}): wait for it, or end it`,
  8: (said) => `the database in the data folder can't be written (${said}): make it writable, or set ROLLCALL_DATA_DIR`,
  10: (said) => `the disk of the data folder failed (${said}): mend it, then run this again`,
  11: (said) => `the database in the data folder is damaged (${said}): restore its last backup into another folder (rollcall restore)`,
  13: (said) => `the disk of the data folder is full (${said}): make room, then run this again`,
  14: (said) =>
    `the database in the data folder can't be opened (${said}): make the folder readable and writable, or set ROLLCALL_DATA_DIR`,
}

/** A failure of SQLite that a person can mend, in a line; undefined for any other. */
export function diskTrouble(error: unknown): string | undefined {
  const { code, errcode, message } = error as { code?: unknown; errcode?: number; message: string }
  return code === 'ERR_SQLITE_ERROR' && errcode !== undefined ? troubles[errcode & 0xff]?.(message) : undefined
}
