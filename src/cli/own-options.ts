import { UsageError } from './usage-error.ts'

/** Takes an option with its value out of the arguments of a command that has it beside the settings. */
export function takeOption(args: string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`))
  if (at < 0) return undefined
  const [own = ''] = args.splice(at, 1)
  if (own !== name) return own.slice(name.length + 1)
  const [value] = args.splice(at, 1)
  if (value === undefined) throw new UsageError(`${name} needs a value`)
  if (value.startsWith('--'))
    throw new UsageError(`${name} needs a value, and ${value} is an option: a value that begins so is written ${name}=${value}`)
  return value
}
