import { closestName } from '../settings/closest-name.ts'
import { flagOf, settingKeys, settingOf } from '../settings.ts'
import { lineOf } from './troubles/line-of.ts'
import { UsageError } from './usage-error.ts'

interface Command {
  readonly usage: string
  readonly summary: string
  /** What else it takes, a line each. */
  readonly more?: readonly string[]
  load(): Promise<{ run(args: string[]): Promise<number> }>
}

const commands: Record<string, Command> = {
  serve: {
    usage: 'serve [--demo] [--<setting> value]',
    summary: 'start the server',
    more: ['--demo: put a small company into a directory that has none', ...flagLines()],
    load: () => import('./serve.ts'),
  },
  call: {
    usage: 'call <Action> [json] [--dry-run]',
    summary: 'sign and send one call with the stored key',
    more: ['--dry-run: answer as it would, change nothing, tell what would change', '--key <SecretId>', '--version 2018-12-25'],
    load: () => import('./call.ts'),
  },
  keys: {
    usage: 'keys [show|create|enable|disable|delete|rotate-admin-token|rotate-master-key] …',
    summary: 'list and change access keys, the admin token and the master key',
    more: [
      'keys show: the first key with its secret, and the admin token, from the data folder',
      'keys create <uin>',
      'keys enable|disable|delete <uin> <SecretId>',
      'keys rotate-admin-token [--new-token-file <file, or - for standard input>]: another one, on the running server; the old one ends at once',
      'keys rotate-master-key [--new-key-file <file, or - for standard input>]: seal all stored secrets anew; no server may run meanwhile',
    ],
    load: () => import('./keys.ts'),
  },
  seed: {
    usage: 'seed <file> | seed --generate <people>',
    summary: 'put what a seed file names into the directory, or make one up',
    more: ['--generate <people> [--random <number>] [--to <file> [--force]]: write a made-up company of any size as a seed file'],
    load: () => import('./seed.ts'),
  },
  export: {
    usage: 'export [--to <file> [--force]]',
    summary: 'write the directory as a seed file',
    more: ['--force: over a file that is there'],
    load: () => import('./export.ts'),
  },
  backup: {
    usage: 'backup --to <file or folder> [--force]',
    summary: 'copy a directory on SQLite, while its server runs or not',
    more: [
      'a folder gets a file named after the time; --force: over a file that is there',
      'the master key is not in the copy: keep it too, apart from it',
      'on PostgreSQL pg_dump does it, and this names the command',
    ],
    load: () => import('./backup.ts'),
  },
  restore: {
    usage: 'restore <backup>',
    summary: 'put a backup into the data folder, which holds no directory yet',
    more: [
      '--data-dir <folder>: a new or empty one, or one with the master key in it, which is tried then',
      'nothing is put there when the backup is damaged, or was written by a newer Rollcall',
    ],
    load: () => import('./restore.ts'),
  },
  verify: {
    usage: 'verify [<backup>]',
    summary: 'look through all that a directory or a backup holds',
    more: [
      'reads everything: pages, indexes, the master key, and whether counters, memberships, trees and history agree',
      'whether the machine, the settings and a running server are in order is what doctor looks at, in an instant',
    ],
    load: () => import('./verify.ts'),
  },
  doctor: {
    usage: 'doctor',
    summary: 'check the machine, the settings and the data folder',
    more: ['looks at what a start needs, and at the server; whether all that is stored is whole is what verify looks at'],
    load: () => import('./doctor.ts'),
  },
}

/** The settings of the reference as flags, for who has no reference at hand. */
function flagLines(): string[] {
  const width = Math.max(...settingKeys.map((key) => flagOf(key).length))
  return settingKeys.map((key) => {
    const { doc, default: usual, otherwise } = settingOf(key)
    return `${flagOf(key).padEnd(width)}  ${doc} [${usual ?? otherwise}]`.replaceAll('`', '')
  })
}

function help(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length))
  const lines = Object.values(commands).map(({ usage, summary }) => `  rollcall ${usage.padEnd(width)}  ${summary}`)
  return `Rollcall: one directory of who belongs where.\n\n${lines.join('\n')}\n\nSettings are ROLLCALL_… variables, --flags or a file: rollcall serve --help lists them`
}

function helpOf(name: string, { usage, summary, more = [] }: Command): string {
  const lines = [
    `rollcall ${usage}`,
    `  ${summary}`,
    ...more.map((line) => `  ${line}`),
    name === 'serve'
      ? '  every flag but --demo is a variable too: --data-dir is ROLLCALL_DATA_DIR'
      : '  every setting is a flag too, and a ROLLCALL_ variable: rollcall serve --help lists them',
  ]
  return lines.join('\n')
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === 'help' && args[0] !== undefined) return main([args[0], '--help'])
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(help())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const names = Object.keys(commands)
    const closest = closestName(name, names)
    console.error(`rollcall: no command ${name}. ${closest ? `Did you mean ${closest}?` : `There are: ${names.join(', ')}.`}`)
    return 2
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(helpOf(name, command))
    return 0
  }
  const { run } = await command.load()
  return run(args)
}

/** What a person can mend is one line on standard error; anything else is ours and keeps its stack. */
function explain(error: unknown): void {
  const line = lineOf(error)
  console.error(line === undefined ? error : `rollcall: ${line}`)
}

/**
 * Whoever reads what is printed may have read enough, as in `rollcall export | head`: that is nobody's fault, and what was asked for is done to its end,
 * as its exit code tells more than whether it was read.
 */
function endUnread({ code }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return
  console.error(`rollcall: cannot write to standard output (${code}): what was to be shown is lost, what was to be done may be done`)
  process.exit(1)
}

process.stdout.on('error', endUnread)
// There is nowhere left to say so, and a server that nobody listens to serves on.
process.stderr.on('error', () => {})
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  explain(error)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
