const noRoom = 'make room, then run this again'
const notAllowed = 'make it readable and writable for who runs this'
const tooMany = 'raise how many may be open (ulimit -n), then run this again'

const waysOut: Readonly<Record<string, string>> = {
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EFBIG: noRoom,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  EMFILE: tooMany,
  ENFILE: tooMany,
  EIO: 'mend the disk, then run this again',
}

/** A file or a folder that the system refuses, where a person can mend that, in a line; undefined for any other failure. */
export function fileTrouble(error: unknown): string | undefined {
  const { code = '', syscall, message } = error as NodeJS.ErrnoException
  const wayOut = syscall === undefined ? undefined : waysOut[code]
  return wayOut && `${message}: ${wayOut}`
}
