import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { bundleIfStale } from '../../scripts/bundle.js'
import { root } from './tree.ts'

/** A small clone: two entries that share a chunk, and the chunk starts a worker that is an entry of its own. */
const sources: Record<string, string> = {
  'package.json': '{ "type": "module" }',
  'package-lock.json': '{}',
  'scripts/bundle.js': '',
  'docs/reference/coverage.json': '{}',
  'src/cli/rollcall.ts': "import { worker } from '../storage/engines/worker.ts'\nconsole.log(await worker())\n",
  'src/library.ts': "export { worker } from './storage/engines/worker.ts'\n",
  'src/storage/engines/checkpointer.ts':
    "import { parentPort } from 'node:worker_threads'\nparentPort?.postMessage('the worker answers')\n",
  'src/storage/engines/worker.ts': `import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
export async function worker(): Promise<string> {
  const file = import.meta.url.endsWith('.ts') ? './checkpointer.ts' : './checkpointer.js'
  const [answer] = await once(new Worker(new URL(file, import.meta.url)), 'message')
  return answer
}
`,
}

let clone: string
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(clone, path)), { recursive: true })
  writeFileSync(join(clone, path), text)
}
const written = (path: string) => statSync(path, { bigint: true }).mtimeNs

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'rollcall-bundle-'))
  for (const [path, text] of Object.entries(sources)) write(path, text)
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
})
afterEach(() => rmSync(clone, { recursive: true }))

test('dist is flat, and a shared chunk finds its worker', async () => {
  expect(await bundleIfStale(clone)).toBe(true)
  const files = readdirSync(join(clone, 'dist'), { withFileTypes: true })
  expect(files.every((file) => file.isFile())).toBe(true)
  expect(files.map((file) => file.name)).toEqual(expect.arrayContaining(['rollcall.js', 'library.js', 'checkpointer.js']))
  expect(files.filter((file) => file.name.startsWith('chunk-'))).toHaveLength(1)
  expect(execFileSync(process.execPath, [join(clone, 'dist', 'rollcall.js')], { encoding: 'utf8' })).toBe('the worker answers\n')
})

test('the process that bundles ends with its work: it would stay beside the server that is started next', async () => {
  await bundleIfStale(clone)
  const children = () => {
    const all = execFileSync('ps', ['-A', '-o', 'ppid=,stat=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim())
    return all.filter((line) => line.startsWith(`${process.pid} `) && line.includes('esbuild') && !/^\d+ Z/.test(line))
  }
  await vi.waitFor(() => expect(children()).toEqual([]))
})

test('it is made anew when a source was edited, added or removed, and only then', async () => {
  const path = () => join(clone, 'dist', 'rollcall.js')
  const rebuilt = async () => {
    const before = written(path())
    await bundleIfStale(clone)
    return written(path()) !== before
  }
  await bundleIfStale(clone)
  expect(await rebuilt()).toBe(false)
  write('src/library.ts', `${sources['src/library.ts']}// edited\n`)
  expect(await rebuilt()).toBe(true)
  write('src/added.ts', 'export {}\n')
  expect(await rebuilt()).toBe(true)
  rmSync(join(clone, 'src/added.ts'))
  expect(await rebuilt()).toBe(true)
  expect(await rebuilt()).toBe(false)
})

test('a chunk that nothing uses any more goes', async () => {
  await bundleIfStale(clone)
  const chunk = () => readdirSync(join(clone, 'dist')).filter((name) => name.startsWith('chunk-'))
  const [old] = chunk()
  write('src/storage/engines/worker.ts', `${sources['src/storage/engines/worker.ts']}export const changed = true\nconsole.log(changed)\n`)
  await bundleIfStale(clone)
  expect(chunk()).toHaveLength(1)
  expect(chunk()).not.toContain(old)
})

test('without a bundler the sources run as they are', async () => {
  rmSync(join(clone, 'node_modules'))
  expect(await bundleIfStale(clone)).toBe(false)
})

test('where dist is not to be written the sources run as they are, and whoever can mend it is told', async () => {
  write('dist', 'in the way, as a folder of another user is')
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => said.mockRestore())
  expect(await bundleIfStale(clone)).toBe(false)
  expect(said.mock.calls).toEqual([
    [expect.stringMatching(/dist is older than the sources and cannot be written \(EEXIST\).* npm run build/)],
  ])
})
