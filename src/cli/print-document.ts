import { randomBytes } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { yamlText } from '../seed/export/yaml-text.ts'
import { UsageError } from './usage-error.ts'

/** Writes a seed document to standard output, or to a file: wholly or not at all, and for its owner's eyes. */
export async function printDocument(document: object, file: string | undefined): Promise<void> {
  const text = yamlText(document)
  if (file === undefined) {
    // What goes wrong is told to whoever listens to the stream.
    await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()))
    return
  }
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  try {
    await writeFile(draft, text, { mode: 0o600, flush: true })
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw new UsageError(`cannot write ${file} (${(error as NodeJS.ErrnoException).code}): give --to another path`)
  }
}
