import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode } from '../bin/runtime.js'

/**
 * Brings `node_modules` up to `package-lock.json`, and does nothing where it is: then not even npm is started.
 * `need` is `run` (what the server needs) or `develop` (tests and tools too). Never writes the lock file.
 */
export function installMissing(root, need) {
  const modules = join(root, 'node_modules')
  const stamp = join(modules, '.rollcall-installed')
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  const has = (what) => existsSync(stamp) && readFileSync(stamp, 'utf8') === `${wanted} ${what}`
  if (has('develop') || has(need)) return
  if (isComplete(root, lock, 'develop')) return writeFileSync(stamp, `${wanted} develop`)
  if (need === 'run' && isComplete(root, lock, 'run')) return writeFileSync(stamp, `${wanted} run`)

  // Tools that are installed stay: a start must not take them away.
  const all = need === 'develop' || (existsSync(stamp) && readFileSync(stamp, 'utf8').endsWith(' develop'))
  rmSync(stamp, { force: true })
  console.error(all ? 'rollcall: installing dependencies and development tools …' : 'rollcall: installing dependencies …')
  const began = Date.now()
  npm(root, [...(existsSync(modules) ? ['install', '--no-save'] : ['ci']), all ? '--include=dev' : '--omit=dev', '--loglevel=error'])
  if (findNode(root) === undefined) {
    fail('npm did not run the install script of the package "node": npm rebuild node --ignore-scripts=false')
  }
  writeFileSync(stamp, `${wanted} ${all ? 'develop' : 'run'}`)
  console.error(`rollcall: installed in ${Math.round((Date.now() - began) / 1000)} s`)
}

/** Compares what npm wrote down of its last install with the lock file: somebody may have run `npm ci` by hand. */
function isComplete(root, lock, need) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record) || findNode(root) === undefined) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(JSON.parse(lock.toString()).packages).every(([path, entry]) => {
    const dispensable = path === '' || entry.link || entry.optional || entry.devOptional || (need === 'run' && entry.dev)
    return dispensable || installed[path]?.version === entry.version
  })
}

function npm(root, args) {
  const cli = process.env.npm_execpath
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  // npm's progress goes to the error stream: the output of a command stays clean.
  const { status, error } = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (error) fail(`cannot start npm: ${error.message}`)
  if (status !== 0) fail(`npm ${args[0]} failed; its own words stand above`)
}

function fail(why) {
  console.error(`rollcall: ${why}`)
  process.exit(1)
}
