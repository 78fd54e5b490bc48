import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEveryEngine } from '../kit/engines.ts'
import { sendRaw } from '../kit/feishu/company.ts'
import { eventsInCompany } from '../kit/feishu/unchanged.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { callsAboutAll, callsAboutDepartment, callsAboutGroup, callsAboutPerson, type Expected } from './range-calls.ts'
import { makeWorld, type World, type WorldPlan } from './range-world.ts'

const number = fc.nat({ max: 11 })
const chosen = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 })

/** Two of the three kinds may be left out of the range, so that each is met alone. */
const plans: fc.Arbitrary<WorldPlan> = fc.record({
  departments: fc.array(number, { minLength: 2, maxLength: 5 }),
  people: fc.array(fc.array(number, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
  groups: fc.array(fc.array(number, { maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  range: fc.record({
    departments: fc.oneof(chosen, fc.constant([])),
    people: fc.oneof(chosen, fc.constant([])),
    groups: fc.oneof(chosen, fc.constant([])),
  }),
})

/** All that there is to see of a company, and all that ever happened in it. */
async function stateOf({ whole, people, departments, groups }: World): Promise<unknown> {
  const show = async (path: string) => (await sendRaw(whole, 'GET', path)).body.data
  const list = (name: string, things: readonly { id: string }[]) => things.map(({ id }) => `${name}=${id}`).join('&')
  return [
    await show(`/contact/v3/users/batch?user_id_type=user_id&${list('user_ids', people)}`),
    await show(`/contact/v3/departments/batch?${list('department_ids', departments)}`),
    await Promise.all(groups.map(({ id }) => show(`/contact/v3/group/${id}/member/simplelist?member_id_type=user_id`))),
    await show('/contact/v3/group/simplelist'),
    await eventsInCompany(whole),
  ]
}

/** What is to be refused is asked for in earnest; what is to be done is rehearsed, so that the company stays as the model has it. */
async function check({ part }: World, { call: [method, path, body], code, shows }: Expected): Promise<void> {
  const done = code === 0 || (Array.isArray(code) && code.includes(0))
  const headers: Record<string, string> = method !== 'GET' && done ? { 'x-rollcall-dry-run': 'true' } : {}
  // A batch is answered with 0 whatever became of its entries.
  if (path.endsWith('/batch_add')) headers['x-rollcall-dry-run'] = 'true'
  const answer = await sendRaw(part, method, path, { body, headers })
  const told = [method, path, JSON.stringify(body), answer.body.error?.message]
  expect(Array.isArray(code) ? code : [code], told.join(' ')).toContain(answer.body.code)
  if (shows && answer.body.code === 0) expect(shows[0](answer.body.data), told.join(' ')).toEqual(shows[1])
}

async function checkWorld(server: TestServer, plan: WorldPlan): Promise<void> {
  const world = await makeWorld(server, plan)
  const before = await stateOf(world)
  const calls = [
    ...callsAboutAll(world),
    ...world.people.flatMap((person) => callsAboutPerson(world, person)),
    ...world.departments.flatMap((department) => callsAboutDepartment(world, department)),
    ...world.groups.flatMap((group) => callsAboutGroup(world, group)),
  ]
  for (const call of calls) await check(world, call)
  expect(await stateOf(world)).toEqual(before)
}

onEveryEngine('an app that is limited to a part of its company', (engine) => {
  test('sees and touches only that', async () => {
    const server = await startTestServer({ engine })
    try {
      await fc.assert(
        fc.asyncProperty(plans, (plan) => checkWorld(server, plan)),
        { numRuns: engine.name === 'sqlite' ? 6 : 2, endOnFailure: true },
      )
    } finally {
      await server.stop()
    }
  }, 60_000)
})
