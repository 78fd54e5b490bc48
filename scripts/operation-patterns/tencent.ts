import { join } from 'node:path'
import { from, last, type Pattern } from './pattern.ts'

const registry = 'src/dialects/tencent/organization-2021-03-31.ts'

/** An action of Tencent's wire: `identity-center/groups RemoveUserFromGroup`. */
export const tencentPattern: Pattern = (area, action) => {
  if (!/^([A-Z]+[a-z0-9]*)+$/.test(action)) return `an action is named as the vendor writes it, not "${action}"`
  /** GetSCIMSynchronizationStatus → get-scim-synchronization-status */
  const kebab = action
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
  const constant = action.charAt(0).toLowerCase() + action.slice(1)
  const operationFile = join('src', 'dialects', 'tencent', area, `${kebab}.ts`)
  const testFile = join('test', 'wire', 'tencent', area, `${kebab}.test.ts`)
  const operation = `import { Type } from 'typebox'
import { action } from '${from(operationFile, 'src/dialects/tencent/action.ts')}'

export const ${constant} = action({
  name: '${action}',
  area: '${area}',
  summary: { en: 'TODO', zh: 'TODO' },
  source: 'organization 2021-03-31, ${action}',
  kind: '${/^(Get|List|Describe)/.test(action) ? 'read' : 'write'}',
  input: Type.Object({}),
  output: Type.Object({}),
  errors: [],
  async handle() {
    throw new Error('${action} is not written yet')
  },
})
`
  const test = `import { afterAll, beforeAll, expect, test } from 'vitest'
import { newZone } from '${from(testFile, 'test/kit/directory.ts')}'
import { startTestServer, type TestServer } from '${from(testFile, 'test/kit/server.ts')}'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

test('${action}: what it does, in one sentence', async () => {
  const { client, zone } = await newZone(server)
  expect(await client.${action}({ ZoneId: zone })).toMatchObject({})
  expect.fail('assert the answer, the state afterwards and the event')
})
`
  return {
    files: new Map([
      [operationFile, operation],
      [testFile, test],
    ]),
    next: [
      `${registry}: import { ${constant} } from '${from(registry, operationFile)}', and add ${constant} to the list.`,
      "The operation: summary, input, output and all documented errors; the compiler holds both against the official SDK's types.",
      ...last,
    ],
  }
}
