/** npm run new-operation -- tencent <area> <Action>: the operation's file and its test, from the pattern that all of them repeat. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = dirname(import.meta.dirname)
const usage = 'usage: npm run new-operation -- tencent <area> <Action>, for example: tencent identity-center/groups RemoveUserFromGroup'

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}

const [dialect, area = '', action = '', ...rest] = process.argv.slice(2)
if (dialect !== 'tencent' || rest.length > 0) refuse(usage)
if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(area)) refuse(`an area is a path in kebab-case, not "${area}"\n${usage}`)
if (!/^([A-Z]+[a-z0-9]*)+$/.test(action)) refuse(`an action is named as the vendor writes it, not "${action}"\n${usage}`)

/** GetSCIMSynchronizationStatus → get-scim-synchronization-status */
const kebab = action
  .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
  .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
  .toLowerCase()
const constant = action.charAt(0).toLowerCase() + action.slice(1)
const kind = /^(Get|List|Describe)/.test(action) ? 'read' : 'write'
const operationFile = join('src', 'dialects', 'tencent', area, `${kebab}.ts`)
const testFile = join('test', 'wire', 'tencent', area, `${kebab}.test.ts`)

/** Path of one of our files as an import from another. */
function from(file: string, imported: string): string {
  const path = relative(dirname(file), imported)
  return path.startsWith('.') ? path : `./${path}`
}

const operation = `import { Type } from 'typebox'
import { action } from '${from(operationFile, 'src/dialects/tencent/action.ts')}'

export const ${constant} = action({
  name: '${action}',
  area: '${area}',
  summary: { en: 'TODO', zh: 'TODO' },
  source: 'organization 2021-03-31, ${action}',
  kind: '${kind}',
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

const taken = [operationFile, testFile].filter((file) => existsSync(join(root, file)))
if (taken.length > 0) refuse(`already there: ${taken.join(', ')}`)
for (const [file, text] of [
  [operationFile, operation],
  [testFile, test],
] as const) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

const registry = 'src/dialects/tencent/organization-2021-03-31.ts'
console.log(`wrote ${operationFile}
wrote ${testFile}

Then:
1. ${registry}: import { ${constant} } from '${from(registry, operationFile)}', and add ${constant} to the list.
2. The operation: summary, input, output and all documented errors; the compiler holds both against the official SDK's types.
3. src/directory: a command, only if the directory cannot do it yet. A new fact needs its wording in every dialect's refusals.ts.
4. The test: one case for each error that a state or a request can cause; the coverage page shows what is missing.
5. npm run docs, npm run fix, npm test, npm run check.`)
