import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from './tree.ts'

/** Stands in for npm: writes down how it was called, and leaves a folder as npm does. */
const npm = `import { appendFileSync, mkdirSync } from 'node:fs'
mkdirSync('node_modules', { recursive: true })
appendFileSync('calls.txt', process.argv.slice(2).filter((arg) => !arg.startsWith('--loglevel')).join(' ') + '\\n')
process.exit(Number(process.env.NPM_FAILS ?? 0))
`

let clone: string
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'rollcall-install-'))
  writeFileSync(join(clone, 'npm.mjs'), npm)
  writeFileSync(join(clone, 'npm.js'), "import('./npm.mjs')\n")
  lock('1.0.0')
})
afterEach(() => rmSync(clone, { recursive: true }))

function lock(version: string) {
  writeFileSync(
    join(clone, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, 'node_modules/one': { version }, 'node_modules/tool': { version, dev: true } } }),
  )
}

/** Installs what is missing, in a process of its own as npm's scripts do; answers how npm was called. */
function install(need: 'run' | 'develop', env: Record<string, string> = {}): string[] {
  rmSync(join(clone, 'calls.txt'), { force: true })
  const script = `import { installMissing } from '${pathToFileURL(join(root, 'scripts', 'install.js')).href}'; installMissing('${clone}', '${need}')`
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, npm_execpath: join(clone, 'npm.js'), ...env },
    stdio: 'ignore',
  })
  return existsSync(join(clone, 'calls.txt')) ? readFileSync(join(clone, 'calls.txt'), 'utf8').trim().split('\n') : []
}

test('a first start installs what the server needs; a second one does not even start npm', () => {
  expect(install('run')).toEqual(['ci --omit=dev'])
  expect(install('run')).toEqual([])
})

test('tests add the tools to what is there, and a later start leaves them', () => {
  install('run')
  expect(install('develop')).toEqual(['install --no-save --include=dev'])
  expect(install('develop')).toEqual([])
  expect(install('run')).toEqual([])
  lock('1.0.1')
  expect(install('run')).toEqual(['install --no-save --include=dev'])
})

test('a changed lock file is installed, once', () => {
  install('run')
  lock('1.0.1')
  expect(install('run')).toEqual(['install --no-save --omit=dev'])
  expect(install('run')).toEqual([])
})

test('an install that failed is tried again', () => {
  expect(() => install('run', { NPM_FAILS: '1' })).toThrow()
  expect(install('run')).toEqual(['install --no-save --omit=dev'])
})

test('what somebody installed by hand is taken as it is', () => {
  install('run')
  rmSync(join(clone, 'node_modules', '.rollcall-installed'))
  const record = (packages: object) => writeFileSync(join(clone, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
  record({ 'node_modules/one': { version: '1.0.0' } })
  expect(install('run')).toEqual([])
  expect(install('develop')).toEqual(['install --no-save --include=dev'])
  rmSync(join(clone, 'node_modules', '.rollcall-installed'))
  record({ 'node_modules/one': { version: '0.9.0' } })
  expect(install('run')).toEqual(['install --no-save --omit=dev'])
})
