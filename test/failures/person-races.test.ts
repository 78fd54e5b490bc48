import type { Client } from '@larksuiteoapi/node-sdk'
import { expect, test } from 'vitest'
import { onEveryEngine, type TestEngine } from '../kit/engines.ts'
import { feishuClient, newCompany, type TestApp } from '../kit/feishu/company.ts'
import { newDepartment } from '../kit/feishu/departments.ts'
import { newPeople, newPerson, newPhone } from '../kit/feishu/people.ts'
import { eventsInCompany } from '../kit/feishu/unchanged.ts'
import { startSideBySide } from '../kit/side-by-side.ts'

interface Scene extends TestApp {
  /** One client for each server, in turn. */
  at(index: number): Client
}

async function newScene(engine: TestEngine): Promise<Scene> {
  const servers = await startSideBySide(engine)
  const company = await newCompany(servers[0])
  const clients = servers.map(({ url }) => feishuClient(url, company.app))
  return { ...company, at: (index) => clients[index % clients.length] as Client }
}

/** How many calls were answered with each code. */
async function codesOf(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const codes: Record<string, number> = {}
  for (const outcome of await Promise.allSettled(calls)) {
    const answer = outcome.status === 'fulfilled' ? outcome.value : (outcome.reason as { response: { data: unknown } }).response.data
    const { code } = answer as { code: number }
    codes[code] = (codes[code] ?? 0) + 1
  }
  return codes
}

onEveryEngine('people at the same time', (engine) => {
  const callers = 8

  test(`${callers} deletions of one person: one resignation, one event, counted once`, async () => {
    const scene = await newScene(engine)
    const { client } = scene
    const place = await newDepartment(client)
    const [person] = [
      await newPerson(client, { department_ids: [place.open_department_id] }),
      await newPerson(client, { department_ids: [place.open_department_id] }),
    ]
    const path = { user_id: person.open_id }
    const codes = await codesOf(Array.from({ length: callers }, (_, index) => scene.at(index).contact.user.delete({ path })))
    expect(codes).toEqual({ 0: 1, 42006: callers - 1 })
    const events = (await eventsInCompany(scene)).filter(({ kind }) => kind === 'person_resigned')
    expect(events).toHaveLength(1)
    const department = await client.contact.department.get({ path: { department_id: place.open_department_id } })
    expect(department.data?.department?.member_count).toBe(1)
  })

  test('a deletion and changes of the same person: what comes after it is refused, and nobody is counted who resigned', async () => {
    const scene = await newScene(engine)
    const { client } = scene
    const place = await newDepartment(client)
    for (let round = 0; round < 6; round++) {
      const person = await newPerson(client)
      const path = { user_id: person.open_id }
      const changes = [0, 1, 2, 3].map((index) =>
        scene.at(index).contact.user.patch({ path, data: { department_ids: [place.open_department_id], name: `Round ${round}.${index}` } }),
      )
      const codes = await codesOf([...changes.slice(0, 2), scene.at(round).contact.user.delete({ path }), ...changes.slice(2)])
      expect((codes[0] ?? 0) + (codes[42006] ?? 0)).toBe(5)
      const { data } = await client.contact.user.get({ path })
      expect(data?.user).toMatchObject({ status: { is_resigned: true }, department_ids: [] })
      const kinds = (await eventsInCompany(scene))
        .filter(({ subject, after }) => subject === (after as { id?: string })?.id)
        .map(({ kind }) => kind)
      expect(kinds.at(-1)).toBe('person_resigned')
    }
    const department = await client.contact.department.get({ path: { department_id: place.open_department_id } })
    expect(department.data?.department?.member_count ?? 0).toBe(0)
  })

  test('a return and a new person with the same mobile: one of the two has it', async () => {
    const scene = await newScene(engine)
    const { client } = scene
    for (let round = 0; round < 6; round++) {
      const mobile = newPhone()
      const gone = await newPerson(client, { mobile })
      const path = { user_id: gone.open_id }
      await client.contact.user.delete({ path })
      const back = () => scene.at(round).contact.user.resurrect({ path })
      const heir = () =>
        scene.at(round + 1).contact.user.create({ data: { name: 'Heir', mobile, department_ids: ['0'], employee_type: 1 } })
      const codes = await codesOf(round % 2 === 0 ? [back(), heir()] : [heir(), back()])
      expect([
        { 0: 1, 44030: 1 },
        { 0: 1, 41001: 1 },
        { 0: 1, 41053: 1 },
      ]).toContainEqual(codes)
      const { data } = await client.contact.user.batchGetId({ data: { mobiles: [mobile] } })
      const resigned = (await client.contact.user.get({ path })).data?.user?.status?.is_resigned
      expect(data?.user_list?.[0]?.user_id === gone.open_id).toBe(resigned === false)
    }
  })

  test(`${callers} people want one user_id: one has it`, async () => {
    const scene = await newScene(engine)
    const people = await newPeople(scene.client, callers)
    const codes = await codesOf(
      people.map(({ open_id }, index) =>
        scene.at(index).contact.user.updateUserId({ path: { user_id: open_id }, data: { new_user_id: 'wanted' } }),
      ),
    )
    expect(codes).toEqual({ 0: 1, 41011: callers - 1 })
  })
})
