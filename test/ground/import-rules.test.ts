import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './tree.ts'

/** Each import that the architecture forbids, and the rule that must catch it. */
const forbidden: [importer: string, imported: string, rule: string][] = [
  ['src/http/a.ts', '../directory/target.ts', 'http-imports-contract'],
  ['src/contract/a.ts', '../storage/target.ts', 'contract-imports-nothing-of-ours'],
  ['src/storage/a.ts', '../directory/target.ts', 'storage-imports-nothing-of-ours'],
  ['src/directory/a.ts', '../contract/target.ts', 'directory-imports-storage'],
  ['src/directory/b.ts', 'kysely', 'only-storage-knows-its-libraries'],
  ['src/directory/c.ts', 'pg', 'only-storage-knows-its-libraries'],
  ['src/directory/d.ts', 'node:sqlite', 'only-storage-knows-its-libraries'],
  ['src/dialects/tencent/a.ts', 'find-my-way', 'only-http-knows-its-libraries'],
  ['src/dialects/tencent/b.ts', '../admin/target.ts', 'dialect-imports-contract-and-directory'],
  ['src/dialects/tencent/c.ts', '../../storage/target.ts', 'dialect-imports-contract-and-directory'],
  ['src/standin/a.ts', '../http/target.ts', 'standin-imports-directory-and-storage'],
  ['src/settings/a.ts', '../contract/target.ts', 'settings-imports-nothing-of-ours'],
  ['src/bootstrap/a.ts', '../http/target.ts', 'bootstrap-imports-settings-and-contract-and-directory-and-storage-and-dialects-and-seed'],
  ['src/seed/a.ts', '../http/target.ts', 'seed-imports-directory-and-storage-and-contract-and-settings'],
  ['src/directory/h.ts', 'yaml', 'only-seed-knows-its-libraries'],
  ['src/storage/b.ts', '../settings.ts', 'wiring-is-imported-by-entries-only'],
  ['src/http/b.ts', '../main.ts', 'wiring-is-imported-by-entries-only'],
  ['src/directory/e.ts', '../../test/target.ts', 'sources-do-not-import-tests'],
  ['src/directory/f.ts', 'vitest', 'what-runs-needs-no-development-dependency'],
  ['src/directory/g.ts', './missing.ts', 'every-import-is-found'],
]

const allowed: [importer: string, imported: string][] = [
  ['src/main.ts', './http/target.ts'],
  ['src/cli/serve.ts', '../main.ts'],
  ['src/cli/call.ts', '../settings.ts'],
  ['src/settings.ts', './settings/a-value.ts'],
  ['src/bootstrap/fine.ts', '../directory/target.ts'],
  ['src/seed/fine.ts', '../directory/target.ts'],
  ['src/seed/also-fine.ts', 'yaml'],
  ['src/http/fine.ts', '../contract/target.ts'],
  ['src/http/also-fine.ts', 'find-my-way'],
  ['src/dialects/tencent/fine.ts', '../../directory/target.ts'],
  ['src/directory/fine.ts', '../storage/target.ts'],
  ['src/storage/fine.ts', 'kysely'],
  ['src/storage/also-fine.ts', 'node:sqlite'],
]

const cycle: [importer: string, imported: string][] = [
  ['src/directory/there.ts', './back.ts'],
  ['src/directory/back.ts', './there.ts'],
]

const targets = ['contract', 'storage', 'directory', 'http', 'dialects/admin'].map((room) => `src/${room}/target.ts`)
const folder = mkdtempSync(join(tmpdir(), 'rollcall-imports-'))
let violations: { from: string; to: string; rule: { name: string } }[] = []

beforeAll(async () => {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const path of [...targets, 'src/settings/a-value.ts', 'test/target.ts']) write(path, 'export type Target = string\n')
  // Half of them import types only: the rules hold for these too, but for development dependencies.
  for (const [at, [importer, imported]] of [...forbidden, ...allowed, ...cycle].entries()) {
    write(
      importer,
      `${at % 2 || imported === 'vitest' ? 'import' : 'import type'} { Target } from '${imported}'\nexport const use = (_: Target) => {}\n`,
    )
  }
  for (const name of ['.dependency-cruiser.js', 'package.json']) cpSync(join(root, name), join(folder, name))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [cruiser, 'src', '-T', 'json'], { cwd: folder, maxBuffer: 1e8 }, (_, text) => resolve(text))
  })
  violations = JSON.parse(output).summary.violations
})

afterAll(() => rmSync(folder, { recursive: true }))

test.for(forbidden)('%s may not import %s: %s', ([importer, , rule]) => {
  expect(violations.filter(({ from }) => from === importer).map((violation) => violation.rule.name)).toContain(rule)
})

test.for(allowed)('%s may import %s', ([importer]) => {
  expect(violations.filter(({ from }) => from === importer)).toEqual([])
})

test('every room has a rule of its own, but those that may import everything', async () => {
  const { forbidden: rules } = (await import(join(root, '.dependency-cruiser.js'))).default as { forbidden: { from: { path?: string } }[] }
  const paths = rules.flatMap(({ from: { path = '' } }) => (/^\^src\/./.test(path) ? [new RegExp(path)] : []))
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const free = rooms.map(({ name }) => name).filter((name) => !paths.some((path) => path.test(`src/${name}/tencent/a.ts`)))
  expect(free).toEqual(['cli'])
})

test('two files may not import each other', () => {
  expect(violations.filter(({ rule }) => rule.name === 'no-cycle').map(({ from }) => from)).toEqual(['src/directory/back.ts'])
})
