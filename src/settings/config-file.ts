import { readFileSync } from 'node:fs'
import { type Given, givenKeys, meant, type Source } from './sources.ts'

const allowedKeys = givenKeys.filter((key) => key !== 'config')

/** Reads the JSON file of settings: an object of keys with texts, numbers or booleans. */
export function fromConfigFile(file: string): Source {
  const given = new Map<string, Given>()
  const problems: string[] = []
  const content = readObject(file)
  if (typeof content === 'string') return { given, problems: [content] }
  for (const [key, value] of Object.entries(content)) {
    const name = `"${key}" in ${file}`
    const text = textOf(value)
    if (!allowedKeys.includes(key)) problems.push(`${name} is not a setting. ${meant(key, allowedKeys)}`)
    else if (text === undefined) problems.push(`${name} must be a text, a number, true or false.`)
    else given.set(key, { text, name })
  }
  return { given, problems }
}

function readObject(file: string): object | string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (fault) {
    return `Cannot read the configuration file ${file}: ${(fault as NodeJS.ErrnoException).code}. Correct ROLLCALL_CONFIG or --config.`
  }
  let content: unknown
  try {
    // Editors and shells of Windows put a byte order mark before it.
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (fault) {
    return `The configuration file ${file} is not JSON${placeIn(fault)}. It must hold one JSON object, such as {"port": 7470}.`
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content
  return `The configuration file ${file} must hold one JSON object, such as {"port": 7470}.`
}

/** Where the parser stopped, and nothing else of its message: that quotes the text, which may hold a secret. */
function placeIn(fault: unknown): string {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec((fault as Error).message) ?? []
  return line && column ? ` (line ${line}, column ${column})` : ''
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
