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
  cpSync(join(root, 'scripts/operation-patterns'), join(clone, 'scripts/operation-patterns'), { recursive: true })
  cpSync(join(root, 'package.json'), join(clone, 'package.json'))
})
afterEach(() => rmSync(clone, { recursive: true }))

const run = (...args: string[]) =>
  execFileSync(process.execPath, [join(clone, 'scripts/new-operation.ts'), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const written = [
  {
    args: ['tencent', 'identity-center/scim', 'CreateSCIMCredential'],
    register: "import { createSCIMCredential } from './identity-center/scim/create-scim-credential.ts'",
    operation: 'src/dialects/tencent/identity-center/scim/create-scim-credential.ts',
    itsTest: 'test/wire/tencent/identity-center/scim/create-scim-credential.test.ts',
    pattern: "import { action } from '../../action.ts'",
    asked: ['test/contract/sdk-types.ts', 'test/wire/tencent/documented-parameters.ts', 'test/wire/changing-story.ts'],
  },
  {
    args: ['feishu', 'group-member', 'move_up'],
    register: "import { moveUpGroupMember } from './contact-v3/group-member/move-up.ts'",
    operation: 'src/dialects/feishu/contact-v3/group-member/move-up.ts',
    itsTest: 'test/wire/feishu/group-member/move-up.test.ts',
    pattern: "import { endpoint } from '../../declaration.ts'",
    asked: ['test/wire/feishu/rehearsal/'],
  },
  {
    args: ['tencent', 'organization-2018-12-25', 'UpdateOrganizationNode'],
    register: "import { updateOrganizationNode2018 } from './organization-2018-12-25/update-organization-node.ts'",
    operation: 'src/dialects/tencent/organization-2018-12-25/update-organization-node.ts',
    itsTest: 'test/wire/tencent/organization-2018-12-25/update-organization-node.test.ts',
    pattern: "version: '2018-12-25'",
    asked: ['test/contract/sdk-types-2018.ts', 'test/wire/tencent/documented-parameters.ts', 'test/wire/changing-story.ts'],
  },
  {
    args: ['scim', 'groups', 'RestoreGroup'],
    register: "import { restoreGroup } from './groups/restore-group.ts'",
    operation: 'src/dialects/scim/groups/restore-group.ts',
    itsTest: 'test/wire/scim/groups/restore-group.test.ts',
    pattern: "import { scimOperation } from '../scim-operation.ts'",
    asked: ['test/wire/isolation/scim.test.ts', 'test/wire/scim/protocol/every-write.test.ts'],
  },
  {
    args: ['admin', 'apps', 'RenewAppSecret'],
    register: "import { renewAppSecret } from './apps/renew-app-secret.ts'",
    operation: 'src/dialects/admin/apps/renew-app-secret.ts',
    itsTest: 'test/wire/admin/apps/renew-app-secret.test.ts',
    pattern: "import { adminOperation } from '../admin-operation.ts'",
    asked: [],
  },
]

test.each(written)(
  '$args.0 $args.1: it writes an operation and its test, whose imports are found, and says where to register it',
  (one) => {
    const told = run(...one.args)
    expect(told).toContain(one.register)
    for (const path of one.asked) {
      expect(told).toContain(`. ${path}: `)
      expect(existsSync(join(root, path)), path).toBe(true)
    }
    const text = readFileSync(join(clone, one.operation), 'utf8')
    expect(text).toContain(one.pattern)
    expect(text).toContain("kind: 'write'")
    for (const file of [one.operation, one.itsTest]) {
      const made = readFileSync(join(clone, file), 'utf8')
      expect(() => stripTypeScriptTypes(made)).not.toThrow()
      const imported = [...made.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => join(root, dirname(file), path))
      expect(imported.length).toBeGreaterThan(0)
      expect(imported.filter((path) => !existsSync(path))).toEqual([])
    }
  },
)

test('it never overwrites, and refuses what is not an action', () => {
  run('tencent', 'identity-center/scim', 'CreateSCIMCredential')
  expect(() => run('tencent', 'identity-center/scim', 'CreateSCIMCredential')).toThrow(/already there/)
  expect(() => run('tencent', 'identity-center/scim', 'create-scim')).toThrow(/named as the vendor writes it/)
  expect(() => run('tencent', '../outside', 'CreateSCIMCredential')).toThrow(/an area is a path/)
  expect(() => run('feishu', 'group-member', 'BatchRemove')).toThrow(/in snake_case/)
  expect(() => run('scim', 'users', 'restoreUser')).toThrow(/in CamelCase/)
  expect(() => run('admin', 'apps', 'renew-secret')).toThrow(/in CamelCase/)
  expect(() => run('ldap', 'users', 'X')).toThrow(/usage/)
})
