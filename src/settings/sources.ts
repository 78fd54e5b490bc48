import { settingKeys, settingOf, variableOf } from '../settings.ts'
import { closestName } from './closest-name.ts'

/** What one source says of one setting, as text, and how to call it in a complaint: `ROLLCALL_PORT`, `--port`, `port in rollcall.json`. */
export interface Given {
  readonly text: string
  readonly name: string
}

/** What one source says, by setting; a secret that is kept in a file stands under its key with `File` behind. */
export interface Source {
  readonly given: ReadonlyMap<string, Given>
  readonly problems: readonly string[]
}

/** Keys of the table, and for secrets those of the files that hold them. */
export const givenKeys: readonly string[] = settingKeys.flatMap((key) => (settingOf(key).secret ? [key, `${key}File`] : [key]))

const variables = new Map(givenKeys.map((key) => [variableOf(key), key]))

/** Reads the environment. An empty variable is none: that is how compose files and CI leave one out. */
export function fromEnvironment(env: Readonly<Record<string, string | undefined>>): Source {
  const given = new Map<string, Given>()
  const problems: string[] = []
  for (const [name, text] of Object.entries(env)) {
    if (!name.startsWith('ROLLCALL_') || !text) continue
    const key = variables.get(name)
    if (key) given.set(key, { text, name })
    else problems.push(`${name} is not a setting. ${meant(name, [...variables.keys()])}`)
  }
  return { given, problems }
}

/** The way out of an unknown name: the one that may have been meant, or where they all stand. */
export function meant(written: string, known: readonly string[]): string {
  const closest = closestName(written, known)
  return closest ? `Did you mean ${closest}?` : 'rollcall serve --help lists them all.'
}
