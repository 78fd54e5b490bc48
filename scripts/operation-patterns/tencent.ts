import { join } from 'node:path'
import { constantOf, from, kebabOf, last, type Pattern, wrongName } from './pattern.ts'

const older = 'organization-2018-12-25'

/** An action of Tencent's wire: `identity-center/groups RemoveUserFromGroup`. All of the older version have one area, which is its name. */
export const tencentPattern: Pattern = (area, action) => {
  const wrong = wrongName(action, 'an action is named as the vendor writes it')
  if (wrong) return wrong
  const reads = /^(Get|List|Describe)/.test(action)
  const isOlder = area === older
  const registry = `src/dialects/tencent/${isOlder ? older : 'organization-2021-03-31'}.ts`
  const file = `${kebabOf(action)}.ts`
  const constant = isOlder ? `${constantOf(action)}2018` : constantOf(action)
  const operationFile = join('src', 'dialects', 'tencent', area, file)
  const testFile = join('test', 'wire', 'tencent', area, file.replace('.ts', '.test.ts'))
  const operation = `import { Type } from 'typebox'
import { action } from '${from(operationFile, 'src/dialects/tencent/action.ts')}'

export const ${constant} = action({
  name: '${action}',${isOlder ? "\n  version: '2018-12-25'," : ''}
  area: '${area}',
  summary: { en: 'TODO', zh: 'TODO' },
  source: 'organization ${isOlder ? '2018-12-25' : '2021-03-31'}, ${action}',
  kind: '${reads ? 'read' : 'write'}',
  input: Type.Object({}),
  output: Type.Object({}),
  errors: [],
  async handle() {
    throw new Error('${action} is not written yet')
  },
})
`
  const test = `import { expect, test } from 'vitest'
import { newZone } from '${from(testFile, 'test/kit/directory.ts')}'
import { sharedServer } from '${from(testFile, 'test/kit/shared-server.ts')}'

const shared = sharedServer()

test('${action}: what it does, in one sentence', async () => {
  const { ${isOlder ? 'older' : 'client'} } = await newZone(shared.server)
  expect(${isOlder ? 'older' : 'client'}).toBeDefined()
  expect.fail('call it through the SDK; assert the answer, the state afterwards and the event')
})
`
  return {
    files: new Map([
      [operationFile, operation],
      [testFile, test],
    ]),
    next: [
      `${registry}: import { ${constant} } from '${from(registry, operationFile)}', and add ${constant} to the list.`,
      `test/contract/sdk-types${isOlder ? '-2018' : ''}.ts: a row for ${action}, by which the compiler holds its types against those of the official SDK.`,
      `test/wire/tencent/documented-parameters.ts: a row for ${action} with its parameters.`,
      'The operation: summary, input, output and all documented errors.',
      `${reads ? 'test/wire/tencent/sdk/every-action.test.ts' : 'test/wire/changing-story.ts'}: a call of it in the life of an organization.`,
      ...last,
    ],
  }
}
