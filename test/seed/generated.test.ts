import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf } from '../../src/seed/export/document-of.ts'
import { yamlText } from '../../src/seed/export/yaml-text.ts'
import { generateCompany } from '../../src/seed/generate/company.ts'
import { readSource } from '../../src/seed/read/source.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { emptyDirectory, exported, seed } from '../kit/seeding.ts'

const size = fc.record({ people: fc.integer({ min: 1, max: 120 }), random: fc.nat(1_000_000) })

onEveryEngine('a generated company', (engine) => {
  test('of any size is accepted, exported and comes back the same', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(size, async (wanted) => {
        const [original, copy] = [await emptyDirectory(engine), await emptyDirectory(engine)]
        const company = yamlText(generateCompany(wanted))
        const made = await seed(original, company)
        expect([made.user, made.person]).toEqual([wanted.people, wanted.people])
        const document = await exported(original)
        await seed(copy, document)
        expect(await exported(copy)).toBe(document)
        expect(await seed(copy, company)).toEqual({})
        expect(await documentOf(copy.store.reader)).toEqual(await documentOf(original.store.reader))
      }),
      { numRuns: engine.name === 'sqlite' ? 12 : 4 },
    )
  })

  test('of 3000 people is made in one go, and seeded again changes nothing', { timeout: 60_000 }, async () => {
    const directory = await emptyDirectory(engine)
    const company = yamlText(generateCompany({ people: 3000, random: 1 }))
    expect(await seed(directory, company)).toMatchObject({ user: 3000, zone: 1, person: 3000 })
    expect(await seed(directory, company)).toEqual({})
  })
})

test('the same number makes the same company, another number another', () => {
  const text = (people: number, random: number) => yamlText(generateCompany({ people, random }))
  expect(text(50, 7)).toBe(text(50, 7))
  expect(text(50, 7)).not.toBe(text(50, 8))
})

test('a company beyond the usual quotas says so', () => {
  const { organizations = [], zones = [] } = generateCompany({ people: 4000, random: 3 })
  expect(organizations[0]?.limits?.members).toBeGreaterThan(100)
  expect(zones[0]?.quotas).toMatchObject({ users: 4000 })
  expect(generateCompany({ people: 40, random: 3 }).zones?.[0]).not.toHaveProperty('quotas')
})

test('whatever a text holds, YAML gives it back', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('yes', '0x1f', '1e3', '~', '', ' a ', 'a: b', '- a', '# a', 'a\r\nb', '\u2028', '\ufeff', '2026-01-01'),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ name: strange, key: strange })), (list) => {
      const text = yamlText({ list: list.map(({ name, key }) => ({ name, tags: [{ key, value: name }] })) })
      const { value, faults } = readSource(text, 'c.yaml')
      expect(faults).toEqual([])
      expect(value).toEqual({ list: list.map(({ name, key }) => ({ name, tags: [{ key, value: name }] })) })
    }),
    { numRuns: 500 },
  )
})
