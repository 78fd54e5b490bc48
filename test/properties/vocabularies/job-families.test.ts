import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refused } from '../../../src/directory/refusals.ts'
import { systemPorts } from '../../../src/directory/system-ports.ts'
import { changeJobFamily } from '../../../src/directory/vocabularies/job-families/change-job-family.ts'
import { createJobFamily } from '../../../src/directory/vocabularies/job-families/create-job-family.ts'
import { deleteJobFamily } from '../../../src/directory/vocabularies/job-families/delete-job-family.ts'
import { listJobFamilies } from '../../../src/directory/vocabularies/job-families/list-job-families.ts'
import type { Tx } from '../../../src/storage/store.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { openTestStore, type TestStore } from '../../storage/open-test-store.ts'
import { FamilyModel, type FamilyStep, modelLimits } from './family-model.ts'
import { newCompany, write } from './vocabulary-company.ts'

const number = fc.nat(6)
const parent = fc.option(number, { nil: undefined, freq: 4 })
const create = fc.record({ kind: fc.constant('create' as const), name: fc.constantFrom(...'abcdefghijklmnop'), parent })
const step: fc.Arbitrary<FamilyStep> = fc.oneof(
  create,
  create,
  create,
  create,
  fc.record({ kind: fc.constant('move' as const), family: number, parent }),
  fc.record({ kind: fc.constant('enable' as const), family: number, enabled: fc.boolean() }),
  fc.record({ kind: fc.constant('delete' as const), family: number }),
)
/** Rounds, each of steps that are asked for at the same time. */
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 6, maxLength: 14 })

async function perform(tx: Tx, company: string, model: FamilyModel, asked: FamilyStep): Promise<string> {
  if (asked.kind === 'create') {
    const wanted = { name: asked.name, parent: model.parentOf(asked.parent), enabled: true }
    return (await createJobFamily(tx, systemPorts, company, wanted)).id
  }
  const id = model.idOf(asked.family)
  if (asked.kind === 'delete') await deleteJobFamily(tx, company, id)
  else if (asked.kind === 'enable') await changeJobFamily(tx, company, id, { enabled: asked.enabled })
  else await changeJobFamily(tx, company, id, { parent: model.parentOf(asked.parent) })
  return id
}

/** Takes a step where the store has it take its turn, and tells what the model said of it just before. */
async function take({ store }: TestStore, company: string, model: FamilyModel, asked: FamilyStep): Promise<void> {
  let said = ''
  const real = await write(store, company, async (tx) => {
    said = model.expected(asked)
    model.apply(asked, await perform(tx, company, model, asked))
    return 'done'
  }).catch((error) => (error instanceof Refused ? error.refusal.fact : Promise.reject(error)))
  expect({ asked, real }).toEqual({ asked, real: said })
}

onEveryEngine('the tree of job families', (engine) => {
  test('is what a plain model says, whatever is asked for at the same time', async () => {
    const store = await openTestStore(engine)
    await fc.assert(
      fc.asyncProperty(rounds, async (list) => {
        const company = await newCompany(store.store, modelLimits)
        const model = new FamilyModel()
        for (const round of list) await Promise.all(round.map((asked) => take(store, company, model, asked)))
        const stored = await listJobFamilies(store.beside, company, { limit: 100 })
        const rows = stored.map(({ id, name, parent, enabled }) => [id, { name, parent, enabled }])
        expect(new Map(rows as never)).toEqual(model.families)
      }),
      { numRuns: engine.name === 'sqlite' ? 80 : 25 },
    )
  }, 60_000)
})
