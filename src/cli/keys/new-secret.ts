import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Kind } from '../../settings/value-kinds.ts'
import { UsageError } from '../usage-error.ts'

/** A secret of the caller's own, which never stands on a command line: from a file, or from standard input for `-`. */
export async function newSecret(file: string, option: string, kind: Kind<string>): Promise<string> {
  const content = file === '-' ? await text(process.stdin) : await contentOf(file, option)
  const secret = content.trim() === '' ? undefined : kind.read(content.trim())
  if (secret === undefined) {
    const from = file === '-' ? 'standard input' : file
    throw new UsageError(`the content of ${from} (${option}) cannot be used as it is. It must be ${kind.allowed}.`)
  }
  return secret
}

async function contentOf(file: string, option: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${file}, which ${option} names (${error.code})`)
  })
}
