import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { passingFolder } from './passing-folder.ts'

/** A real PostgreSQL for one test run: the machine's own binaries, its own cluster, gone afterwards. */
export interface TestPostgres {
  readonly url: string
  /** SIGKILL to every process of it, as when the machine fails; resolves when all are gone. */
  kill9(): Promise<void>
  /** Starts the same cluster again, on the same port, and waits until it answers. */
  restart(): Promise<void>
  /** Ends it at once, and removes what it kept. */
  stop(): Promise<void>
}

function binaries(): string | undefined {
  const candidates = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((version) => join(folder, version, 'bin')))
    .concat((process.env.PATH ?? '').split(':'))
  return candidates
    .filter((folder) => existsSync(join(folder, 'initdb')))
    .sort()
    .at(-1)
}

/** PostgreSQL refuses to run as root; then it runs as the account that its package made. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** What survives the end of the machine costs time, and a cluster that nobody will start again need not have it. */
const unsynced = ['fsync', 'full_page_writes'].flatMap((name) => ['-c', `${name}=off`])

/** Some hundred databases of 10 MB, and their log: a whole run of the tests. */
const ofCluster = 6 * 2 ** 30

/** Starts a cluster and waits until it answers; undefined when the machine has no PostgreSQL. `lasting`: it may be killed and started again. */
export async function startPostgres({ lasting = true } = {}): Promise<TestPostgres | undefined> {
  const bin = binaries()
  if (!bin) return undefined
  const as = owner()
  const folder = lasting ? mkdtempSync(join(tmpdir(), 'rollcall-postgres-')) : passingFolder('rollcall-postgres-', ofCluster)
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'rollcall', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...as,
    stdio: 'ignore',
  })
  const port = await freePort()
  const options = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=300']
  if (!lasting) options.push(...unsynced)
  const url = `postgres://rollcall@127.0.0.1:${port}/postgres`
  const start = () => spawn(join(bin, 'postgres'), options, { ...as, stdio: 'ignore' })
  let server = start()
  const ready = async () => {
    const exited = new Promise<never>((_, reject) => server.once('exit', (code) => reject(new Error(`postgres ended with ${code}`))))
    exited.catch(() => {})
    await Promise.race([answering(url), exited])
  }
  await ready()
  return {
    url,
    async kill9() {
      const gone = once(server, 'exit')
      // Those it started have process groups of their own, and must not find out by themselves.
      const all = [server.pid as number, ...childrenOf(server.pid as number)]
      for (const pid of all) kill(pid)
      await gone
    },
    async restart() {
      server = start()
      await ready()
    },
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        const gone = once(server, 'exit')
        // Not SIGKILL: what it shares in memory would stay behind.
        server.kill('SIGQUIT')
        await gone
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function childrenOf(parent: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => line.trim().split(/\s+/).map(Number)).flatMap(([pid, above]) => (above === parent && pid ? [pid] : []))
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt === 400) throw error
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)

/** A new database on that server: empty, or a copy of `template`, to which nobody may be connected. */
export async function newDatabase(url: string, template?: string): Promise<string> {
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name} template ${template ? nameOf(template) : 'template1'}`)
  await client.end()
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.toString()
}
