import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { withDirectory } from '../bootstrap/with-directory.ts'
import { systemPorts } from '../directory/system-ports.ts'
import { applySeed, type Made } from '../seed/apply/apply-seed.ts'
import { generateCompany } from '../seed/generate/company.ts'
import { SeedRefused } from '../seed/read/finding.ts'
import { readSeed } from '../seed/read/read-seed.ts'
import { takeOption } from './own-options.ts'
import { printDocument } from './print-document.ts'
import { readCommandLine } from './read-settings.ts'
import { requireNew } from './require-new.ts'
import { UsageError } from './usage-error.ts'

const usage =
  'rollcall seed <file, or - for standard input> | rollcall seed --generate <people> [--random <number>] [--to <file> [--force]]'

/** Puts what a seed file names into the directory of the settings, or prints a generated one. Exits 1 when the file is refused. */
export async function run(given: string[]): Promise<number> {
  const args = [...given]
  const size = takeOption(args, '--generate')
  if (size !== undefined) return generate(size, args)
  const { settings, words } = readCommandLine(args)
  const [file, ...rest] = words
  if (file === undefined || rest.length > 0) throw new UsageError(`say which file: ${usage}`)
  const name = file === '-' ? 'standard input' : file
  try {
    const seed = readSeed(await contentOf(file), name)
    const made = await withDirectory(settings, systemPorts, 'Seed', (session) => applySeed(session, seed))
    console.log(made.size === 0 ? `${name} changed nothing: the directory holds all of it already.` : `${name}: made ${told(made)}.`)
    return 0
  } catch (error) {
    if (!(error instanceof SeedRefused)) throw error
    for (const line of error.lines) console.error(line)
    const what = error.lines.length === 1 ? '1 thing is' : `${error.lines.length} things are`
    console.error(`rollcall: ${what} wrong in ${name}; nothing was written.`)
    return 1
  }
}

async function contentOf(file: string): Promise<string> {
  if (file === '-') return text(process.stdin)
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${file} (${error.code}): ${usage}`)
  })
}

async function generate(size: string, args: string[]): Promise<number> {
  const random = takeOption(args, '--random') ?? '1'
  const file = takeOption(args, '--to')
  const { words, switches } = readCommandLine(args, ['--force'])
  if (!/^\d{1,7}$/.test(size) || Number(size) < 1) throw new UsageError(`--generate takes a number of people, 1 to 9999999: ${usage}`)
  if (!/^\d{1,9}$/.test(random)) throw new UsageError(`--random takes a whole number of at most 9 digits: ${usage}`)
  if (words.length > 0) throw new UsageError(`a generated company takes no ${words[0]}: ${usage}`)
  requireNew(file, switches.has('--force'))
  await printDocument(generateCompany({ people: Number(size), random: Number(random) }), file)
  return 0
}

const plurals: Record<string, string> = {
  ...{ company: 'companies', access: 'accesses', person: 'people', 'people company': 'people companies' },
  ...{ 'job family': 'job families', 'work city': 'work cities' },
}

function told(made: Made): string {
  return [...made].map(([what, count]) => `${count} ${count === 1 ? what : (plurals[what] ?? `${what}s`)}`).join(', ')
}
