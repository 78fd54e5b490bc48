import { readFileSync } from 'node:fs'
import { type SettingKey, type Settings, settingKeys, settingOf, variableOf } from '../settings.ts'
import { type CommandLine, fromCommandLine } from './command-line.ts'
import { fromConfigFile } from './config-file.ts'
import { fromEnvironment, type Given, type Source } from './sources.ts'

export interface SettingsSources {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly args: readonly string[]
  /** Read when neither the flag nor the variable names one. */
  readonly configFile?: string
  /** Switches of the command itself that may stand among the flags: `--demo`. */
  readonly ownSwitches?: readonly string[]
}

export type SettingsRead =
  | {
      readonly settings: Settings
      readonly rest: CommandLine['rest']
      readonly switches: CommandLine['switches']
      readonly problems?: undefined
    }
  | { readonly problems: readonly string[] }

/**
 * Reads the settings: a flag before a variable, a variable before the configuration file, that before the default. Tells of everything
 * that is wrong at once, each in a line that names what is wrong and the way out; a secret's value never stands in one.
 */
export function readSettings({ env, args, configFile, ownSwitches = [] }: SettingsSources): SettingsRead {
  const line = fromCommandLine(args, ownSwitches)
  const environment = fromEnvironment(env)
  const named = line.given.get('config') ?? environment.given.get('config')
  const file = named?.text ?? configFile
  const sources: Source[] = [line, environment, ...(file === undefined ? [] : [fromConfigFile(file)])]
  const problems = sources.flatMap((source) => source.problems)
  const values = settingKeys.map((key) => [key, settingFrom(key, sources, problems)])
  const settings = { ...Object.fromEntries(values), config: file } as Settings
  problems.push(...halves(sources))
  return problems.length > 0 ? { problems } : { settings, rest: line.rest, switches: line.switches }
}

/** From the first source that says anything; what is wrong there is a problem and not passed over for the next. */
function settingFrom(key: SettingKey, sources: readonly Source[], problems: string[]): unknown {
  const { kind, default: fallback, secret } = settingOf(key)
  for (const { given } of sources) {
    const direct = given.get(key)
    const file = given.get(`${key}File`)
    if (direct && file) problems.push(`${direct.name} and ${file.name} are both set. Keep one of them.`)
    const said = file && !direct ? readSecret(file, problems) : direct
    if (said) return checked(said)
    if (direct || file) return undefined
  }
  return fallback === undefined ? undefined : kind.read(fallback)

  function checked({ text, name }: Given): unknown {
    const value = text === '' ? undefined : kind.read(text)
    if (value === undefined)
      problems.push(`${name} ${secret ? 'cannot be used as it is' : `is ${JSON.stringify(text)}`}. It must be ${kind.allowed}.`)
    return value
  }
}

function readSecret({ text: file, name }: Given, problems: string[]): Given | undefined {
  try {
    return { text: readFileSync(file, 'utf8').trim(), name: `The content of ${file} (${name})` }
  } catch (fault) {
    problems.push(`Cannot read ${file}, which ${name} names: ${(fault as NodeJS.ErrnoException).code}.`)
    return undefined
  }
}

const pairs = [
  ['tlsCert', 'tlsKey'],
  ['secretId', 'secretKey'],
  ['feishuAppId', 'feishuAppSecret'],
] as const satisfies readonly (readonly [SettingKey, SettingKey])[]

/** Settings that mean something only together. */
function halves(sources: readonly Source[]): string[] {
  const saidBy = (key: SettingKey) => sources.map(({ given }) => given.get(key) ?? given.get(`${key}File`)).find(Boolean)
  return pairs.flatMap(([one, other]) => {
    const said = [saidBy(one), saidBy(other)]
    const lone = said[0] ?? said[1]
    if (!lone || (said[0] && said[1])) return []
    return [`${lone.name} is set without ${variableOf(said[0] ? other : one)}. Set both or none.`]
  })
}
