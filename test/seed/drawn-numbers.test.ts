import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { applySeed } from '../../src/seed/apply/apply-seed.ts'
import { SeedRefused } from '../../src/seed/read/finding.ts'
import { readSeed } from '../../src/seed/read/read-seed.ts'
import { contentOf } from '../kit/content.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { complaints, emptyDirectory, exported, seed, sessionOn } from '../kit/seeding.ts'

const head = `\
rollcall: 1
accounts:
  - { name: Works, verification: enterprise }
  - { name: Shop, verification: enterprise, entity: Works }
  - { name: Guest, verification: enterprise, entity: Works }
organizations:
  - manager: Works
`

onEveryEngine('numbers that a document leaves out', (engine) => {
  test('are drawn behind those that it gives, wherever they stand', async () => {
    const directory = await emptyDirectory(engine)
    await seed(
      directory,
      `${head}    entities: [{ name: A }, { name: B, id: 1 }]\n    creations: [{ account: Shop }, { id: 1, account: Guest }]\n`,
    )
    await seed(directory, `${head}    entities: [{ name: C }, { name: D, id: 3 }]\n    creations: [{ account: Works }, { id: 3 }]\n`)
    const { accounts, organizations } = parse(await exported(directory))
    const uinOf = (name: string) => accounts.find((account: { name: string }) => account.name === name).uin
    const [{ entities, creations }] = organizations
    expect(entities.map(({ id, name }: { id: number; name: string }) => `${id} ${name}`)).toEqual(['1 B', '2 A', '3 D', '4 C'])
    expect(creations.map(({ id, account }: { id: number; account?: number }) => [id, account])).toEqual([
      [1, uinOf('Guest')],
      [2, uinOf('Shop')],
      [3, undefined],
      [4, uinOf('Works')],
    ])
  })

  test.for(['', 'id: "0123456789abcdef", '])('are positions behind those of the departments beside: { %sname: Lantern }', async (id) => {
    const directory = await emptyDirectory(engine)
    const departments = (list: string) => `rollcall: 1\ncompanies: [{ ${id}name: Lantern, departments: [${list}] }]\n`
    await seed(directory, departments('{ name: A, departments: [{ name: D }] }, { name: B, position: 1 }, { name: C }'))
    const positions = parse(await exported(directory)).companies[0].departments.map(
      ({ name, position }: { name: string; position: number }) => `${position} ${name}`,
    )
    expect(positions.sort()).toEqual(['1 B', '2 A', '3 C'])
    const held = await contentOf(directory)
    const [line] = await complaints(directory, departments('{ name: E, position: 3 }'))
    expect(line).toMatch(/companies\[0\]\.departments\[0\]: the directory refuses it: department position taken \(position 3, /)
    expect(await contentOf(directory)).toEqual(held)
  })

  test('are no orders of job levels that another has: a level is refused in its place, and nothing is written', async () => {
    const directory = await emptyDirectory(engine)
    const held = await contentOf(directory)
    const levels = '[{ name: P4 }, { name: P5, order: 100 }]'
    const text = `rollcall: 1\ncompanies: [{ id: "0123456789abcdef", name: Lantern, jobLevels: ${levels} }]\n`
    const [line] = await complaints(directory, text)
    expect(line).toMatch(/companies\[0\]\.jobLevels\[1\]: the directory refuses it: job level order taken \(order 100\)/)
    expect(await contentOf(directory)).toEqual(held)
  })

  test('of an invitation may be one that another is given: that one is refused, and nothing is written', async () => {
    const directory = await emptyDirectory(engine)
    const held = await contentOf(directory)
    const ids = { ...systemPorts.ids, number: (digits: number) => (digits === 9 ? 100_000_005 : systemPorts.ids.number(digits)) }
    const session = { ...sessionOn(directory), ports: { ...systemPorts, ids } }
    const text = `${head}    invitations: [{ account: Shop }, { account: Guest, id: 100000005 }]\n`
    const refused = await applySeed(session, readSeed(text, 'c')).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(SeedRefused)
    expect((refused as SeedRefused).lines).toEqual([
      'c:8:60: organizations[0].invitations[1].id: another invitation has the number 100000005. Leave it out.',
    ])
    expect(await contentOf(directory)).toEqual(held)
  })
})
