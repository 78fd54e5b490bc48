import { documentOf } from '../seed/export/document-of.ts'
import { openLocalReader } from './local-directory.ts'
import { takeOption } from './own-options.ts'
import { printDocument } from './print-document.ts'
import { readCommandLine } from './read-settings.ts'
import { requireNew } from './require-new.ts'
import { UsageError } from './usage-error.ts'

const usage = 'rollcall export [--to <file> [--force]]'

/** Writes the directory of the settings as a seed document, as it stands at one moment; a server may run on it meanwhile. */
export async function run(given: string[]): Promise<number> {
  const args = [...given]
  const file = takeOption(args, '--to')
  const { settings, words, switches } = readCommandLine(args, ['--force'])
  if (words.length > 0) throw new UsageError(`export takes no ${words[0]}: ${usage}`)
  requireNew(file, switches.has('--force'))
  const directory = await openLocalReader(settings, { oneMoment: true })
  const document = await documentOf(directory.reader).finally(() => directory.close())
  await printDocument(document, file)
  return 0
}
