import { X509Certificate } from 'node:crypto'
import { storedKey } from '../bootstrap/stored-credentials.ts'
import { isJsonObject, parsedJson } from '../contract/json/parse-json.ts'
import { adminToken } from '../directory/secrets/admin-token.ts'
import { oldestNode, runsOn } from '../settings/oldest-node.ts'
import type { Settings } from '../settings.ts'
import { NotStarted } from '../storage/start-error.ts'
import { type Finding, tell } from './finding.ts'
import { type LocalDirectory, openLocalDirectory } from './local-directory.ts'
import { readCommandLine } from './read-settings.ts'
import { askServer, cannotBeAsked, NoAnswer } from './server/ask-server.ts'
import { notRollcall } from './server/foreign-answer.ts'
import { baseUrl } from './server/server-address.ts'
import { lineOf } from './troubles/line-of.ts'
import { UsageError } from './usage-error.ts'

function checkNode(): Finding {
  return runsOn(process.versions.node)
    ? { what: 'Node.js', state: 'ok', text: process.version }
    : { what: 'Node.js', state: 'bad', text: `${process.version}; Rollcall needs ${oldestNode} or newer` }
}

async function checkDirectory(settings: Settings): Promise<Finding> {
  const what = settings.databaseUrl ? 'database' : `data folder ${settings.dataDir}`
  try {
    const directory = await openLocalDirectory(settings)
    const { token, key } = await credentialsIn(directory).finally(() => directory.close())
    if (!token) return { what, state: 'note', text: 'empty: the first start fills it' }
    const first = key ? `first key ${key.secretId}` : 'the first key was deleted, rollcall keys create <uin> makes another one'
    const fits = directory.keyChanged
      ? 'the master key in master.key.next fits, and the next start makes it master.key'
      : 'the master key fits'
    return { what, state: 'ok', text: `readable, ${fits}; ${first}` }
  } catch (error) {
    return { what, state: error instanceof NotStarted ? 'note' : 'bad', text: lineOf(error) ?? (error as Error).message }
  }
}

async function credentialsIn({ reader, vault }: LocalDirectory) {
  return { token: await adminToken(reader, vault), key: await storedKey(reader, vault) }
}

async function checkServer(settings: Settings): Promise<Finding> {
  const url = baseUrl(settings)
  const what = `server at ${url}`
  try {
    const answer = await askServer(settings, { method: 'GET', path: '/readyz', timeoutMs: 5000 })
    const body = parsedJson(answer.text)
    const { status, reason } = isJsonObject(body) ? body : {}
    if (answer.status === 200 && status === 'ready') return { what, state: 'ok', text: 'ready' }
    if (answer.status === 503 && status === 'not ready') return { what, state: 'bad', text: `not ready (${reason})` }
    return { what, state: 'bad', text: notRollcall(url, answer.status).message }
  } catch (error) {
    if (!(error instanceof NoAnswer)) return { what, state: 'bad', text: (error as Error).message }
    if (error.notRunning) return { what, state: 'note', text: 'not running (rollcall serve starts it)' }
    return { what, state: 'bad', text: cannotBeAsked(error) }
  }
}

/** The files of HTTPS, and whether their time has come and not gone. */
async function checkTls({ tlsCert, tlsKey }: Settings): Promise<Finding | undefined> {
  if (!tlsCert || !tlsKey) return undefined
  const what = `certificate ${tlsCert}`
  try {
    const { readTls } = await import('../http/tls.ts')
    const { validFromDate, validToDate } = new X509Certificate(readTls({ certFile: tlsCert, keyFile: tlsKey }).cert)
    const now = Date.now()
    if (validFromDate.getTime() > now) return { what, state: 'bad', text: `not valid before ${validFromDate.toISOString()}` }
    if (validToDate.getTime() < now) return { what, state: 'bad', text: `expired on ${validToDate.toISOString()}: clients refuse it` }
    return { what, state: 'ok', text: `fits its key, valid until ${validToDate.toISOString()}` }
  } catch (error) {
    return { what, state: 'bad', text: (error as Error).message }
  }
}

async function checkRedis({ redisUrl }: Settings): Promise<Finding | undefined> {
  if (!redisUrl) return undefined
  const { pingRedis } = await import('../http/rates/ping-redis.ts')
  const failure = await pingRedis(redisUrl)
  return failure === undefined
    ? { what: 'Redis', state: 'ok', text: 'answers' }
    : { what: 'Redis', state: 'bad', text: `does not answer (${failure}); check ROLLCALL_REDIS_URL` }
}

/** Looks at everything a start needs and changes nothing; exits 1 when something must be mended. What is stored is looked through by `verify`. */
export async function run(args: string[]): Promise<number> {
  const { settings, words } = readCommandLine(args)
  if (words.length > 0) throw new UsageError(`doctor takes no ${words[0]}: rollcall doctor [--<setting> value]`)
  const findings = [
    checkNode(),
    await checkDirectory(settings),
    await checkTls(settings),
    await checkServer(settings),
    await checkRedis(settings),
  ]
  const found = findings.filter((finding) => finding !== undefined)
  found.forEach(tell)
  return found.some(({ state }) => state === 'bad') ? 1 : 0
}
