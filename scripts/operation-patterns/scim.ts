import { join } from 'node:path'
import { constantOf, from, kebabOf, last, type Pattern, wrongName } from './pattern.ts'

const registry = 'src/dialects/scim/operations.ts'
const dialect = 'src/dialects/scim'

/** An operation of SCIM: `groups PatchGroup`; the area is the folder, which mostly is the resource. */
export const scimPattern: Pattern = (area, name) => {
  const wrong = wrongName(name, 'an operation is named in CamelCase, verb first')
  if (wrong) return wrong
  const constant = constantOf(name)
  const reads = /^(Get|List|Search)/.test(name)
  const operationFile = join(dialect, area, `${kebabOf(name)}.ts`)
  const testFile = join('test', 'wire', 'scim', area, `${kebabOf(name)}.test.ts`)
  const operation = `import { scimOperation } from '${from(operationFile, `${dialect}/scim-operation.ts`)}'

export const ${constant} = scimOperation({
  name: '${name}',
  area: '${area}',
  summary: { en: 'TODO', zh: 'TODO' },
  source: 'RFC 7644 §TODO',
  kind: '${reads ? 'read' : 'write'}',
  method: '${reads ? 'GET' : 'POST'}',
  route: '/TODO',
  status: 200,
  errors: [],
  async handle() {
    throw new Error('${name} is not written yet')
  },
})
`
  const test = `import { expect, test } from 'vitest'
import { answered, newSource } from '${from(testFile, 'test/kit/scim.ts')}'
import { sharedServer } from '${from(testFile, 'test/kit/shared-server.ts')}'

const shared = sharedServer()

test('${name}: what it does, in one sentence', async () => {
  const { scim } = await newSource(shared.server)
  await answered(scim('GET', '/Users'), 200)
  expect.fail('call it with the credential; assert the answer, the state through both wires and the event')
})
`
  return {
    files: new Map([
      [operationFile, operation],
      [testFile, test],
    ]),
    next: [
      `${registry}: import { ${constant} } from '${from(registry, operationFile)}', and add ${constant} to the list.`,
      'The operation: method, route, status, documents of query, body and answer, and every code that a request can bring about.',
      'test/wire/isolation/scim.test.ts: requests of it that name all of a zone that they can.',
      ...(reads ? [] : ['test/wire/scim/protocol/every-write.test.ts: a body that it would take.']),
      ...last,
    ],
  }
}
