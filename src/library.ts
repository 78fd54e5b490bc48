import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartError } from './contract/start-error.ts'
import type { RunningServer } from './main.ts'
import { closestName } from './settings/closest-name.ts'
import { oldestNode, runsOn } from './settings/oldest-node.ts'
import { defaultSettings, type Settings, settingOf } from './settings.ts'

export interface RollcallOptions {
  /** What the directory holds at first: one manager account and nothing else (`account`), or the demo company (`demo`). Default `account`. */
  readonly seed?: 'account' | 'demo'
  /** Open the stand-in controls of the admin API. Default false. */
  readonly standin?: boolean
  /** Keep the vendor's call rates: true, or a factor. Default false: a test should not wait for them. */
  readonly rateLimits?: boolean | number
  /** Default 0: any free port of 127.0.0.1. */
  readonly port?: number
  /** Keep the directory in this folder instead of a temporary one that goes with `stop`. */
  readonly dataDir?: string
  /** Default `silent`. */
  readonly logLevel?: Settings['logLevel']
}

export interface Rollcall {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** What the official SDKs want as `endpoint`: host and port. */
  readonly endpoint: string
  /** A key of the manager account. */
  readonly credentials: { readonly secretId: string; readonly secretKey: string }
  /** An app of the first company on the Feishu wire, with every scope; `url` is what the official SDKs want as `domain`. */
  readonly app: { readonly id: string; readonly secret: string; readonly company: string }
  /** The admin API and its bearer token. */
  readonly admin: { readonly url: string; readonly token: string }
  /** The folder of the directory. */
  readonly dataDir: string
  /** With `seed: 'demo'`, where it was put in now and was not there already: a zone, a group in it, and a user that is not in the group yet. */
  readonly demo?: { readonly zone: string; readonly group: string; readonly user: string }
  /** Ends the server; a temporary directory is deleted. */
  stop(): Promise<void>
}

/** Starts a whole server in this process, with a throw-away directory of its own, and answers when it listens. When it cannot, nothing is left of it. */
export async function startRollcall(options: RollcallOptions = {}): Promise<Rollcall> {
  requireKnown(options)
  if (!runsOn(process.versions.node))
    throw new StartError(`Rollcall needs Node.js ${oldestNode} or newer, and the tests run on ${process.version}. Run them on a newer one.`)
  // Loaded only now: what an old Node.js lacks would fail before it could be said.
  const { startServer } = await import('./main.ts')
  const folder = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'rollcall-')))
  const settings: Settings = {
    ...defaultSettings,
    port: options.port ?? 0,
    dataDir: folder,
    logLevel: options.logLevel ?? 'silent',
    standin: options.standin ?? false,
    rateLimits: options.rateLimits === true ? 1 : options.rateLimits || 'off',
  }
  let server: RunningServer | undefined
  const stop = async () => {
    await server?.stop()
    if (options.dataDir === undefined) await rm(folder, { recursive: true, force: true })
  }
  try {
    server = await startServer(settings, { demo: options.seed === 'demo' })
    return { ...(await described(server)), dataDir: folder, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const allowed: { readonly [Name in keyof Required<RollcallOptions>]: { readonly form: string; takes(value: unknown): boolean } } = {
  seed: { form: `'account' or 'demo'`, takes: (value) => value === 'account' || value === 'demo' },
  standin: { form: 'true or false', takes: (value) => typeof value === 'boolean' },
  rateLimits: {
    form: 'true, false, or a factor above 0',
    takes: (value) => typeof value === 'boolean' || (typeof value === 'number' && value > 0 && Number.isFinite(value)),
  },
  port: { form: settingOf('port').kind.allowed, takes: (value) => settingOf('port').kind.read(String(value)) !== undefined },
  dataDir: { form: 'a path', takes: (value) => typeof value === 'string' && value !== '' },
  logLevel: { form: settingOf('logLevel').kind.allowed, takes: (value) => settingOf('logLevel').kind.read(String(value)) !== undefined },
}

/** For callers without types: an option that nobody understands would be a test of something else. */
function requireKnown(options: RollcallOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const option = Object.hasOwn(allowed, name) ? allowed[name as keyof RollcallOptions] : undefined
    if (!option) {
      const closest = closestName(name, Object.keys(allowed))
      throw new StartError(
        `startRollcall has no option ${name}. ${closest ? `Did you mean ${closest}?` : `There are: ${Object.keys(allowed).join(', ')}.`}`,
      )
    }
    if (value !== undefined && !option.takes(value))
      throw new StartError(`The option ${name} is ${JSON.stringify(value)}. It must be ${option.form}.`)
  }
}

async function described(server: RunningServer): Promise<Omit<Rollcall, 'dataDir' | 'stop'>> {
  const [key, app] = [await server.firstKey(), await server.firstApp()]
  return {
    url: server.url,
    endpoint: `127.0.0.1:${server.port}`,
    credentials: { secretId: key.secretId, secretKey: key.secretKey },
    app: { id: app.id, secret: app.secret, company: app.company },
    admin: { url: `${server.url}/admin/v1`, token: server.start.adminToken },
    ...(server.demo && { demo: server.demo }),
  }
}
