import { join } from 'node:path'
import { from, last, type Pattern } from './pattern.ts'

const registry = 'src/dialects/feishu/contact-v3.ts'
const dialect = 'src/dialects/feishu'

/** An endpoint of the Contact API: `group-member batch_remove`; the area is the resource. */
export const feishuPattern: Pattern = (area, verb) => {
  if (!/^[a-z]+(_[a-z]+)*$/.test(verb)) return `a verb is named as the official SDK has it, in snake_case, not "${verb}"`
  const name = `${area.replaceAll('-', '_')}.${verb}`
  const kebab = verb.replaceAll('_', '-')
  const reads = /^(get|list|batch$|search|simplelist)/.test(verb)
  const constant = `${verb}_${area}`.replace(/[-_]([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const operationFile = join(dialect, 'contact-v3', area, `${kebab}.ts`)
  const testFile = join('test', 'wire', 'feishu', area, `${kebab}.test.ts`)
  const operation = `import { Type } from 'typebox'
import { endpoint } from '${from(operationFile, `${dialect}/declaration.ts`)}'
import { usual } from '${from(operationFile, `${dialect}/rates.ts`)}'

export const ${constant} = endpoint({
  name: '${name}',
  area: '${area}',
  summary: { en: 'TODO', zh: 'TODO' },
  source: 'contact-v3, ${area.replaceAll('-', '_')}/${verb}',
  kind: '${reads ? 'read' : 'write'}',
  method: 'GET',
  route: '/open-apis/contact/v3/TODO',
  tokens: ['tenant'],
  apps: ['custom'],
  scopes: [],
  windows: usual,
  output: Type.Object({}),
  errors: {},
  async handle() {
    throw new Error('${name} is not written yet')
  },
})
`
  const test = `import { expect, test } from 'vitest'
import { newCompany } from '${from(testFile, 'test/kit/feishu/company.ts')}'
import { sharedServer } from '${from(testFile, 'test/kit/shared-server.ts')}'

const shared = sharedServer()

test('${name}: what it does, in one sentence', async () => {
  const { client } = await newCompany(shared.server)
  expect(client).toBeDefined()
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
      'The endpoint: method, route, tokens, scopes, rate, parameters, answer, and all errors of its page with their status and text.',
      ...(reads ? [] : ['test/wire/feishu/rehearsal/: a call of it in the story of its area.']),
      ...last,
    ],
  }
}
