import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from './tree.ts'

let clone: string
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'rollcall-operation-'))
  mkdirSync(join(clone, 'scripts'))
  cpSync(join(root, 'scripts/new-operation.ts'), join(clone, 'scripts/new-operation.ts'))
  cpSync(join(root, 'package.json'), join(clone, 'package.json'))
})
afterEach(() => rmSync(clone, { recursive: true }))

const run = (...args: string[]) =>
  execFileSync(process.execPath, [join(clone, 'scripts/new-operation.ts'), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const operation = 'src/dialects/tencent/identity-center/scim/create-scim-credential.ts'
const itsTest = 'test/wire/tencent/identity-center/scim/create-scim-credential.test.ts'

test('it writes an operation and its test, whose imports are found, and says where to register it', () => {
  const said = run('tencent', 'identity-center/scim', 'CreateSCIMCredential')
  expect(said).toContain("import { createSCIMCredential } from './identity-center/scim/create-scim-credential.ts'")
  const text = readFileSync(join(clone, operation), 'utf8')
  expect(text).toContain("import { action } from '../../action.ts'")
  expect(text).toContain("kind: 'write'")
  for (const file of [operation, itsTest]) {
    const written = readFileSync(join(clone, file), 'utf8')
    expect(() => stripTypeScriptTypes(written)).not.toThrow()
    const imported = [...written.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => join(root, dirname(file), path))
    expect(imported.length).toBeGreaterThan(0)
    expect(imported.filter((path) => !existsSync(path))).toEqual([])
  }
})

test('it never overwrites, and refuses what is not an action', () => {
  run('tencent', 'identity-center/scim', 'CreateSCIMCredential')
  expect(() => run('tencent', 'identity-center/scim', 'CreateSCIMCredential')).toThrow(/already there/)
  expect(() => run('tencent', 'identity-center/scim', 'create-scim')).toThrow(/named as the vendor writes it/)
  expect(() => run('tencent', '../outside', 'CreateSCIMCredential')).toThrow(/an area is a path/)
  expect(() => run('feishu', 'contact', 'X')).toThrow(/usage/)
})
