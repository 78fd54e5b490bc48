import { expect, test } from 'vitest'
import { contentOf } from '../kit/content.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { complaints, emptyDirectory, seed } from '../kit/seeding.ts'
import { before, head, cases as meaningCases } from './meaning-cases.ts'
import { memberCases } from './member-cases.ts'
import { numberCases } from './number-cases.ts'
import { strangerCases } from './stranger-cases.ts'

const cases = [...meaningCases, ...memberCases, ...numberCases, ...strangerCases]

onEveryEngine('a document that the directory can not take', (engine) => {
  test('says where and why, and nothing of it is written', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, before)
    const held = await contentOf(directory)
    const found: Record<string, string[]> = {}
    for (const [what, text] of cases) found[what] = (await complaints(directory, text)).map((line) => line.replace('company.yaml', 'c'))
    expect(found).toEqual(Object.fromEntries(cases.map(([what, , lines]) => [what, lines])))
    expect(await contentOf(directory)).toEqual(held)
  })

  test('says everything at once, shape and meaning together', async () => {
    const directory = await emptyDirectory(engine)
    const text = `${head}accounts:\n  - { name: A, facts: { balance: much } }\norganizations:\n  - { manager: B }\n  - { manager: A, limits: { nodes: -1 }, nodes: [{ name: X }, { name: X }] }\n`
    expect((await complaints(directory, text)).map((line) => line.split(': ').slice(0, 2).join(' '))).toEqual([
      'company.yaml:3:34 accounts[0].facts.balance',
      'company.yaml:5:16 organizations[0].manager',
      'company.yaml:6:36 organizations[1].limits.nodes',
      'company.yaml:6:71 organizations[1].nodes[1].name',
    ])
  })

  test('does not complain that something is missing which it could not read', async () => {
    const directory = await emptyDirectory(engine)
    const text = `${head}accounts:\n  - { name: [A] }\norganizations:\n  - { manager: A }\n`
    expect(await complaints(directory, text)).toEqual(['company.yaml:3:13: accounts[0].name: ["A"] is not a text of 1 to 1024 characters.'])
    const noList = `${head}accounts: { name: A }\norganizations:\n  - { manager: A }\n`
    expect(await complaints(directory, noList)).toEqual([
      'company.yaml:2:11: accounts: {"name":"A"} is not a list of accounts: begin each with a dash.',
    ])
  })
})
