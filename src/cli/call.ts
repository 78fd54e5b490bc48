import { storedKey } from '../bootstrap/stored-credentials.ts'
import { isJsonObject, parsedJson } from '../contract/json/parse-json.ts'
import { signTc3 } from '../dialects/tencent/signing/sign-tc3.ts'
import { adminToken } from '../directory/secrets/admin-token.ts'
import type { Settings } from '../settings.ts'
import { type LocalDirectory, openLocalDirectory } from './local-directory.ts'
import { takeOption } from './own-options.ts'
import { readCommandLine } from './read-settings.ts'
import { askServer, withoutAnswer } from './server/ask-server.ts'
import { notRollcall } from './server/foreign-answer.ts'
import { baseUrl } from './server/server-address.ts'
import { UsageError } from './usage-error.ts'

const usage = `rollcall call <Action> [json] [--dry-run] [--key SecretId] [--version 2021-03-31], for example: rollcall call ListGroups '{"ZoneId":"z-…"}'`

interface Asked {
  readonly action: string
  readonly body: string
  readonly key: string | undefined
  readonly version: string
  /** Answered as it would be, and nothing changed. */
  readonly dryRun: boolean
  readonly settings: Settings
}

function readArgs(args: string[]): Asked {
  const others = [...args]
  const key = takeOption(others, '--key')
  const version = takeOption(others, '--version') ?? '2021-03-31'
  const { settings, words, switches } = readCommandLine(others, ['--dry-run'])
  const [action, body = '{}', ...rest] = words
  if (action === undefined || rest.length > 0) throw new UsageError(`say which action, and its parameters as one JSON text: ${usage}`)
  for (const [what, given] of Object.entries({ action, version })) {
    if (!/^[\x21-\x7e]+$/.test(given)) throw new UsageError(`${JSON.stringify(given)} is no ${what}: ${usage}`)
  }
  try {
    JSON.parse(body)
  } catch (error) {
    throw new UsageError(`the parameters are not JSON (${(error as Error).message}): ${usage}`)
  }
  return { action, body, key, version, settings, dryRun: switches.has('--dry-run') }
}

/** Signs one call with a stored key, sends it to the running server and prints the answer; exits 1 when it is an error. */
export async function run(args: string[]): Promise<number> {
  const { action, body, key, version, settings, dryRun } = readArgs(args)
  const directory = await openLocalDirectory(settings)
  const credentials = await credentialsIn(directory, key).finally(() => directory.close())
  const url = baseUrl(settings)
  const timestamp = Math.floor(Date.now() / 1000)
  const headers = signTc3({ ...credentials, host: new URL(url).host, service: 'organization', action, version, timestamp, body })
  const asked = { method: 'POST', path: '/', headers: { ...headers, ...(dryRun && { 'X-Rollcall-Dry-Run': 'true' }) }, body }
  const answer = await askServer(settings, asked).catch((error) => {
    throw withoutAnswer(url, error)
  })
  const { status, text } = answer
  const envelope = parsedJson(text)
  const response = isJsonObject(envelope) ? envelope.Response : undefined
  if (!isJsonObject(response)) throw notRollcall(url, status)
  console.log(JSON.stringify(response, null, 2))
  if (dryRun) console.error(`Nothing was changed. ${toldChanges(answer.headers['x-rollcall-changes'], url)}`)
  return response.Error ? 1 : 0
}

async function credentialsIn({ reader, vault }: LocalDirectory, key: string | undefined) {
  const stored = await storedKey(reader, vault, key)
  if (stored) return stored
  if (key !== undefined) throw new UsageError(`no key ${key} here: rollcall keys shows them`)
  if (await adminToken(reader, vault))
    throw new UsageError('the first key was deleted: name another one with --key (rollcall keys lists them)')
  throw new UsageError('no key yet: start the server once (rollcall serve)')
}

/** What a rehearsed call would have changed, as the server told it: the list, or where it is to be read. */
function toldChanges(changes: string | string[] | undefined, url: string): string {
  if (typeof changes !== 'string') return 'A read has nothing to rehearse.'
  if (changes.startsWith('/')) return `What it would have changed: ${new URL(changes, url)} (with the admin token).`
  const events = JSON.parse(changes) as unknown[]
  return events.length === 0 ? 'Nothing would have been.' : `It would have changed:\n${JSON.stringify(events, null, 2)}`
}
