// Starts the server as a reader of the README does, asks it, stops it; then the published package, on its own.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'rollcall-smoke-'))
const port = 7479
const env = { ...process.env, ROLLCALL_DATA_DIR: join(folder, 'data'), ROLLCALL_PORT: String(port) }
const newNode = join(root, 'node_modules', 'node', 'bin', 'node')
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const atMost = (ms, promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms).unref())])

async function answers(path) {
  try {
    return (await fetch(`http://127.0.0.1:${port}${path}`)).ok
  } catch {
    return false
  }
}

/** Starts a server, waits until it is ready, does something with it, stops it; answers how long the start took. */
async function withServer(what, command, args, work = () => {}) {
  const began = performance.now()
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes))
  const ended = new Promise((resolve) => child.on('close', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await atMost(15_000, ended)
    return answers('/healthz')
  }
  try {
    while (!(await answers('/readyz'))) {
      if (child.exitCode !== null || performance.now() - began > 60_000) throw new Error('it does not answer')
      await pause(10)
    }
    const took = Math.round(performance.now() - began)
    console.log(`${what} is ready after ${took} ms`)
    await work()
    if (await stop()) throw new Error('it is still there after SIGTERM')
    return took
  } catch (error) {
    await stop()
    throw new Error(`${what}: ${error.message}\n${said}`)
  }
}

function call(action) {
  const { status, stdout, stderr } = spawnSync('node', ['bin/rollcall.js', 'call', action], { cwd: root, env, encoding: 'utf8' })
  if (status !== 0 || !stdout.includes('OrgId')) throw new Error(`call ${action} answered ${status}:\n${stdout}${stderr}`)
}

/** A user's own test: the package installed, its types checked, a server in the same process. */
function library() {
  const project = join(folder, 'project')
  cpSync(join(root, 'dist'), join(project, 'node_modules', 'rollcall'), { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  writeFileSync(
    join(project, 'own.ts'),
    `import { startRollcall } from 'rollcall'
const server = await startRollcall()
const key: string = server.credentials.secretId
const answer = await fetch(server.url + '/healthz')
await server.stop()
if (!answer.ok || !key) throw new Error('the library does not answer')
`,
  )
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'esnext',
    '--types',
    'node',
    '--typeRoots',
    join(root, 'node_modules', '@types'),
  ]
  for (const args of [[tsc, ...options, 'own.ts'], ['own.ts']]) {
    const { status, stdout, stderr } = spawnSync(newNode, args, { cwd: project, encoding: 'utf8' })
    if (status !== 0) throw new Error(`the library, as a user has it:\n${stdout}${stderr}`)
  }
  console.log('the library starts and its types are found')
}

try {
  await withServer('npm start on an empty folder', 'npm', ['start'])
  const second = await withServer('npm start again', 'npm', ['start'])
  if (second > 2000) throw new Error('a second start must be listening within 2 s')
  await withServer('bin/rollcall.js', 'node', ['bin/rollcall.js', 'serve'], () => call('DescribeOrganization'))
  // The package stands alone: no sources, no node_modules.
  cpSync(join(root, 'dist'), join(folder, 'package'), { recursive: true })
  library()
  await withServer('the package', newNode, [join(folder, 'package', 'bin', 'rollcall.js'), 'serve'])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
