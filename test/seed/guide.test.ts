import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publishedSchema } from '../../src/seed/schema/published.ts'
import { root } from '../ground/tree.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { emptyDirectory, seed } from '../kit/seeding.ts'
import { sharedServer } from '../kit/shared-server.ts'

const shared = sharedServer()
const guide = readFileSync(join(root, 'docs', 'seed-files.md'), 'utf8')
const examples = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text)

onEveryEngine('the example of the guide', (engine) => {
  test('is accepted as it stands', async () => {
    expect(examples).toHaveLength(3)
    const directory = await emptyDirectory(engine)
    const [whole = '', smallest = '', company = ''] = examples
    // The file that the guide and the README name holds the same.
    const [, ...shipped] = readFileSync(join(root, 'examples', 'company.yaml'), 'utf8').split('\n')
    expect(shipped.join('\n')).toBe(whole)
    expect(await seed(directory, whole)).toMatchObject({
      account: 3,
      department: 2,
      member: 1,
      invitation: 1,
      delegation: 1,
      user: 2,
      membership: 2,
    })
    expect(await seed(directory, smallest)).toEqual({})
    expect(await seed(directory, `rollcall: 1\n${company}`)).toMatchObject({
      ...{ 'people company': 1, 'job family': 2, 'job level': 1, 'company department': 2 },
      ...{ person: 1, 'people group': 1, 'group member': 1, role: 1, 'role holder': 1 },
    })
  })
})

test('a server answers the schema that the guide names', async () => {
  const answer = await fetch(`${shared.server.url}/docs/seed.schema.json`)
  expect(answer.headers.get('content-type')).toBe('application/schema+json; charset=utf-8')
  expect(await answer.text()).toBe(publishedSchema())
})

test('the published schema describes every member, and every reference in it leads somewhere', () => {
  const schema = JSON.parse(publishedSchema())
  const silent: string[] = []
  const visit = (value: Record<string, unknown>, path: string) => {
    if (typeof value.$ref === 'string') expect(schema.$defs).toHaveProperty(value.$ref.replace('#/$defs/', ''))
    for (const [name, member] of Object.entries((value.properties ?? {}) as Record<string, Record<string, unknown>>)) {
      if (!member.description) silent.push(`${path}.${name}`)
      visit(member, `${path}.${name}`)
    }
    for (const inner of [value.items, ...((value.anyOf ?? []) as unknown[])])
      if (inner) visit(inner as Record<string, unknown>, `${path}[]`)
  }
  visit(schema, '')
  for (const definition of Object.values(schema.$defs)) visit(definition as Record<string, unknown>, '$defs')
  expect(silent).toEqual([])
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
})
