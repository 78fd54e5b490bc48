import { join } from 'node:path'
import { constantOf, from, kebabOf, last, type Pattern, wrongName } from './pattern.ts'

const registry = 'src/dialects/admin/operations.ts'
const dialect = 'src/dialects/admin'

/** An operation of Rollcall's own API: `apps RenewAppSecret`; the area is the resource. */
export const adminPattern: Pattern = (area, name) => {
  const wrong = wrongName(name, 'an operation is named in CamelCase, verb first')
  if (wrong) return wrong
  const constant = constantOf(name)
  const reads = /^(Get|List)/.test(name)
  const operationFile = join(dialect, area, `${kebabOf(name)}.ts`)
  const testFile = join('test', 'wire', 'admin', area, `${kebabOf(name)}.test.ts`)
  const operation = `import { Type } from 'typebox'
import { adminOperation } from '${from(operationFile, `${dialect}/admin-operation.ts`)}'

export const ${constant} = adminOperation({
  name: '${name}',
  area: '${area}',
  summary: { en: 'TODO', zh: 'TODO' },
  kind: '${reads ? 'read' : 'write'}',
  method: '${reads ? 'GET' : 'POST'}',
  path: '/admin/v1/TODO',
  output: Type.Object({}),
  status: 200,
  errors: [],
  async handle() {
    throw new Error('${name} is not written yet')
  },
})
`
  const test = `import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEveryEngine } from '${from(testFile, 'test/kit/engines.ts')}'
import { type Admin, openAdmin } from '${from(testFile, 'test/wire/admin/admin-kit.ts')}'

onEveryEngine('${name}', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  test('what it does, in one sentence', async () => {
    expect((await admin.ask('GET', '/accounts')).status).toBe(200)
    expect.fail('call it; assert the answer, the state afterwards and the event')
  })
})
`
  return {
    files: new Map([
      [operationFile, operation],
      [testFile, test],
    ]),
    next: [
      `${registry}: import { ${constant} } from '${from(registry, operationFile)}', and add ${constant} to the list.`,
      'The operation: method, path, parameters, body, answer, and the facts that it may refuse with.',
      ...last,
    ],
  }
}
