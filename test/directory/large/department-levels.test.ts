import { expect, test } from 'vitest'
import { listSome, listSubtree, type SubtreePlace } from '../../../src/directory/departments/list-departments.ts'
import { companyStream } from '../../../src/directory/events.ts'
import { rootDepartment } from '../../../src/directory/ranges/range.ts'
import type { DepartmentRow } from '../../../src/storage/schemas/companies.ts'
import type { Store } from '../../../src/storage/store.ts'
import { insertCompany } from '../../../src/storage/tables/companies/companies.ts'
import { insertAncestors } from '../../../src/storage/tables/departments/department-ancestors.ts'
import { insertDepartment } from '../../../src/storage/tables/departments/departments.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

const company = 'large00000000000'

interface Line {
  readonly id: string
  readonly parent: string
  readonly level: number
  readonly position: number
  readonly age: number
}

/** Two trees of three levels, `a` with more on its second level than is sorted at once, and the places of both between each other. */
function lines(): Line[] {
  const made: Line[] = [
    { id: 'a', parent: rootDepartment, level: 1, position: 2, age: 0 },
    { id: 'b', parent: rootDepartment, level: 1, position: 1, age: 0 },
  ]
  for (let n = 0; n < 620; n++) made.push({ id: `a${n}`, parent: 'a', level: 2, position: (n * 7919) % 100_003, age: n % 3 })
  for (let n = 0; n < 40; n++) made.push({ id: `b${n}`, parent: 'b', level: 2, position: (n * 31 * 7919) % 100_003, age: n % 2 })
  for (let n = 0; n < 600; n++)
    made.push({ id: `c${n}`, parent: `a${n % 500}`, level: 3, position: Math.floor(n / 500) + (n % 2), age: n % 5 })
  return made
}

async function fill(store: Store): Promise<void> {
  const origin = { actor: 'test', account: 0, dialect: 'test', operation: 'Fill', requestId: 'fill', at: 0 }
  await store.write(companyStream(company), origin, async (tx) => {
    await tx.run(insertCompany, { id: company, name: 'large', facts: '{}', created_at: 0 })
    for (const { id, parent, position, age } of lines()) {
      const row: DepartmentRow = {
        ...{ company, id, code: id, code_changes: 0, parent, name: id, i18n_name: '{}', position, leaders: '[]', partners: '[]' },
        ...{ unit: null, chat: null, chat_employee_types: '[]', people: 0, primary_people: 0, created_at: age, updated_at: age },
      }
      await tx.run(insertDepartment, row)
      await tx.run(insertAncestors, { company, department: id, parent })
    }
  })
}

const inOrder = (some: readonly Line[]) =>
  some
    .toSorted(
      (one, other) =>
        one.level - other.level ||
        one.position - other.position ||
        one.age - other.age ||
        Buffer.compare(Buffer.from(one.id), Buffer.from(other.id)),
    )
    .map(({ id }) => id)

onEveryEngine('levels of many departments', (engine) => {
  test('come in the order of small ones, page by page, from whatever top; so do subtrees by id', async () => {
    const { store, beside } = await openTestStore(engine)
    await fill(store)
    const walk = async (top: string, limit: number) => {
      const ids: string[] = []
      for (let after: SubtreePlace | undefined; ; ) {
        const page = await listSubtree(beside, company, top, { limit, ...(after && { after }) })
        ids.push(...page.map(({ department }) => department.id))
        after = page.at(-1)?.place
        if (page.length < limit) return ids
      }
    }
    const all = lines()
    const below = (top: string) =>
      all.filter(({ id, parent }) => id !== top && (parent === top || all.some((one) => one.id === parent && one.parent === top)))
    for (const limit of [51, 400, 2000]) {
      expect(await walk(rootDepartment, limit)).toEqual(inOrder(all))
      for (const top of ['a', 'b', 'a3']) expect(await walk(top, limit)).toEqual(inOrder(below(top)))
    }
    const found: string[] = []
    for (let after = ''; ; after = found.at(-1) ?? '') {
      const page = await listSome(beside, company, ['b', 'a7', 'b3'], { after, limit: 7, below: true })
      found.push(...page.map(({ id }) => id))
      if (page.length < 7) break
    }
    expect(found).toEqual([...below('b').map(({ id }) => id), 'b', 'a7', ...below('a7').map(({ id }) => id)].sort())
  })
})
