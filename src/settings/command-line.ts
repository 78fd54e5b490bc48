import { flagOf, settingKeys, settingOf } from '../settings.ts'
import { type Given, givenKeys, meant, type Source } from './sources.ts'

const flags = new Map(givenKeys.map((key) => [flagOf(key), key]))

export interface CommandLine extends Source {
  /** What is neither a flag nor the value of one, in order. */
  readonly rest: readonly string[]
  /** Those of the command's own switches that were given. */
  readonly switches: ReadonlySet<string>
}

/** Reads `--name value`, `--name=value` and, for on/off settings, a bare `--name`. All after `--` is left alone. */
export function fromCommandLine(args: readonly string[], ownSwitches: readonly string[]): CommandLine {
  const given = new Map<string, Given>()
  const problems: string[] = []
  const rest: string[] = []
  const switches = new Set<string>()
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '--') {
      rest.push(...args.slice(at + 1))
      break
    }
    if (!arg.startsWith('--')) {
      rest.push(arg)
      continue
    }
    const [name = '', inline] = splitOnce(arg)
    const key = flags.get(name)
    if (ownSwitches.includes(name) && inline === undefined) switches.add(name)
    else if (ownSwitches.includes(name)) problems.push(`${name} takes no value: write ${name} alone, or leave it out.`)
    else if (!key) problems.push(`${name} is not a flag. ${meant(name, [...flags.keys(), ...ownSwitches])}`)
    else if (inline !== undefined) given.set(key, { text: inline, name })
    else if (takesNext(key, args[at + 1])) given.set(key, { text: args[++at] ?? '', name })
    else if (isSwitch(key)) given.set(key, { text: 'on', name })
    else problems.push(`${name} needs a value: ${allowedOf(key)}.`)
  }
  return { given, problems, rest, switches }
}

const allowedOf = (key: string): string => {
  const setting = settingKeys.find((known) => known === key)
  return setting ? settingOf(setting).kind.allowed : 'the path of a file'
}

const isSwitch = (key: string): boolean => settingKeys.some((known) => known === key && settingOf(known).kind.isSwitch)

function takesNext(key: string, next: string | undefined): boolean {
  if (next === undefined || next.startsWith('--')) return false
  return isSwitch(key) ? next === 'on' || next === 'off' : true
}

function splitOnce(arg: string): [string, string | undefined] {
  const mark = arg.indexOf('=')
  return mark < 0 ? [arg, undefined] : [arg.slice(0, mark), arg.slice(mark + 1)]
}
