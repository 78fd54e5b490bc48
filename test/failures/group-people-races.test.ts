import { expect, test } from 'vitest'
import { onEveryEngine } from '../kit/engines.ts'
import { feishuClient, newCompany, setCompanyFacts, type TestApp } from '../kit/feishu/company.ts'
import { entry, join, membersOf, newGroup, type PlacedPerson, placePeople, stateOf } from '../kit/feishu/groups.ts'
import { eventsInCompany } from '../kit/feishu/unchanged.ts'
import type { TestServer } from '../kit/server.ts'
import { startSideBySide } from '../kit/side-by-side.ts'

const callers = 20

/** One official client of the app for each caller, spread over the servers. */
const clientsOf = ({ app }: TestApp, servers: readonly TestServer[]) =>
  Array.from({ length: callers }, (_, index) => feishuClient((servers[index % servers.length] as TestServer).url, app))

const changesOf = async (app: TestApp, group: string, kind: string) =>
  (await eventsInCompany(app)).filter((event) => event.kind === kind && event.subject === group)

onEveryEngine(`${callers} callers change one group at once`, (engine) => {
  const place = async (count: number) => {
    const servers = await startSideBySide(engine)
    const app = await newCompany(servers[0])
    const people = await placePeople(servers[0].store, app.company, count)
    return { app, people, group: await newGroup(app), clients: clientsOf(app, servers) }
  }
  /** Thirty people for each caller, of whom two thirds are a neighbour's too. */
  const setOf = (people: readonly PlacedPerson[], caller: number) =>
    Array.from({ length: 30 }, (_, index) => people[(caller * 10 + index) % people.length] as PlacedPerson)

  test('overlapping sets are removed: each membership once, one event each, every call succeeds', async () => {
    const { app, people, group, clients } = await place(250)
    await join(app, group, people)
    const answers = await Promise.all(
      clients.map((client, caller) =>
        client.contact.groupMember.batchRemove({ path: { group_id: group }, data: { members: setOf(people, caller).map(entry) } }),
      ),
    )
    expect(answers).toEqual(clients.map(() => ({ code: 0, msg: 'success', data: {} })))
    const gone = new Set(clients.flatMap((_, caller) => setOf(people, caller)))
    const left = people.filter((person) => !gone.has(person))
    expect(left.length).toBeGreaterThan(0)
    expect(await stateOf(app, group)).toEqual({ counted: left.length, members: left.map(({ code }) => code).sort() })
    const removed = (await changesOf(app, group, 'group_person_removed')).map(({ before }) => (before as { person: string }).person)
    expect(removed.sort()).toEqual([...gone].map(({ id }) => id).sort())
  })

  test('overlapping sets are added: each person is added by one call, and told to be there by the others', async () => {
    const { app, people, group, clients } = await place(200)
    const answers = await Promise.all(
      clients.map((client, caller) =>
        client.contact.groupMember.batchAdd({ path: { group_id: group }, data: { members: setOf(people, caller).map(entry) } }),
      ),
    )
    const results = answers.flatMap(({ data }) => data?.results ?? [])
    const done = results.filter(({ code }) => code === 0).map(({ member_id }) => member_id)
    expect(done.sort()).toEqual(people.map(({ code }) => code).sort())
    expect(results.filter(({ code }) => code !== 0).every(({ code }) => code === 42005)).toBe(true)
    expect(results).toHaveLength(callers * 30)
    expect(await stateOf(app, group)).toEqual({ counted: people.length, members: people.map(({ code }) => code).sort() })
    expect(await changesOf(app, group, 'group_person_added')).toHaveLength(people.length)
  })

  test('one person is added and removed by single calls: what is left is what the events say', async () => {
    const { app, people, group, clients } = await place(1)
    const { code } = people[0] as PlacedPerson
    const asked = { path: { group_id: group }, data: { member_type: 'user', member_id_type: 'user_id', member_id: code } } as const
    const outcomes = await Promise.allSettled(
      clients.map(({ contact }, caller) => (caller % 2 === 0 ? contact.groupMember.add(asked) : contact.groupMember.remove(asked))),
    )
    const codes = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 0 : outcome.reason.response?.data?.code))
    expect(codes.every((each) => each === 0 || each === 42005)).toBe(true)
    const history = (await eventsInCompany(app)).filter(({ subject }) => subject === group).map(({ kind }) => kind)
    const changes = history.slice(1)
    expect(changes).toEqual(changes.map((_, index) => (index % 2 === 0 ? 'group_person_added' : 'group_person_removed')))
    expect(await stateOf(app, group)).toEqual({ counted: changes.length % 2, members: changes.length % 2 === 1 ? [code] : [] })
  })

  test('the last places of a group are given once', async () => {
    const { app, people, group, clients } = await place(callers)
    await setCompanyFacts(app, { limits: { peopleOfGroup: 7 } })
    const outcomes = await Promise.allSettled(
      clients.map(({ contact }, caller) => {
        const { code } = people[caller] as PlacedPerson
        const data = { member_type: 'user', member_id_type: 'user_id', member_id: code } as const
        return contact.groupMember.add({ path: { group_id: group }, data })
      }),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(7)
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.response?.data?.code] : []))
    expect(refused).toEqual(refused.map(() => 42012))
    expect(await membersOf(app, group)).toHaveLength(7)
  })
})
