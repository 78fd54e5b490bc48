import { randomBytes } from 'node:crypto'
import { idKey, openId, unionId } from '../../../src/dialects/feishu/ids.ts'
import { appPurposes } from '../../../src/directory/apps/app.ts'
import { companyStream } from '../../../src/directory/events.ts'
import type { PersonRow } from '../../../src/storage/schemas/companies.ts'
import type { Store } from '../../../src/storage/store.ts'
import { findApp, findDeveloper } from '../../../src/storage/tables/companies/apps.ts'
import { insertPerson } from '../../../src/storage/tables/people/people.ts'
import { insertPersonDepartment } from '../../../src/storage/tables/people/person-departments.ts'
import { admin } from '../admin.ts'
import { unique } from '../directory.ts'
import type { TestServer } from '../server.ts'
import type { TestApp } from './company.ts'

type Caller = Pick<TestApp, 'client'>

/** Somebody who was put into the directory without a call: by his id that is for ever, and the company's own. */
export interface PlacedPerson {
  readonly id: string
  readonly code: string
}

const origin = { actor: 'test', account: 0, dialect: 'test', operation: 'Place', requestId: 'place', at: 1 }

/** A person with nothing but ids and a name. */
function bareRow(company: string, { id, code }: PlacedPerson): PersonRow {
  return {
    ...{
      company,
      id,
      code,
      code_key: code,
      code_changes: 0,
      name: `Person ${code}`,
      en_name: '',
      nickname: '',
      email: '',
      email_key: null,
    },
    ...{ mobile: '', mobile_key: null, mobile_visible: 1, enterprise_email: '', enterprise_email_key: null, employee_no: '' },
    ...{ employee_no_key: null, gender: 0, avatar_key: '', city: '', country: '', work_station: '', join_time: null, employee_type: 1 },
    ...{
      job_title: '',
      job_level: '',
      job_family: '',
      leader: null,
      dotted_leaders: '[]',
      custom_attrs: '[]',
      geo: '',
      subscriptions: '[]',
    },
    ...{ description: '', positions: '[]', is_manager: 0, is_founder: 0, hold: '', frozen: 0, activated: 1, exited: 0, unjoined: 0 },
    ...{ resigned_at: null, created_at: 1, updated_at: 1 },
  }
}

interface Placing {
  readonly department?: string
  readonly resigned?: boolean
}

/** Puts so many people straight into the tables, in the root unless a department is named; for tests of what is done with many. */
export async function placePeople(
  store: Pick<Store, 'write'>,
  company: string,
  count: number,
  { department = '0', resigned = false }: Placing = {},
): Promise<PlacedPerson[]> {
  const people = Array.from({ length: count }, () => ({ id: randomBytes(16).toString('hex'), code: unique('p').replaceAll('-', '') }))
  await store.write(companyStream(company), origin, async (tx) => {
    for (const person of people) {
      const row = bareRow(company, person)
      await tx.run(insertPerson, resigned ? { ...row, code_key: null, resigned_at: 2 } : row)
      if (resigned) continue
      const seat = { company, department, person: person.id, person_order: 0, department_order: 0, is_primary: 1, joined_at: 1 }
      await tx.run(insertPersonDepartment, seat)
    }
  })
  return people
}

/** The ids by which one app knows people. */
export async function idsFor({ store, vault }: TestServer, { app }: Pick<TestApp, 'app'>) {
  const row = await store.reader.first(findApp, { id: app.id })
  if (!row) throw new Error(`no app ${app.id}`)
  const developer = await store.reader.first(findDeveloper, { id: row.developer })
  if (!developer) throw new Error(`no developer ${row.developer}`)
  const keys = {
    open: idKey(vault.open(row.sealed_id_key, appPurposes.idKey(row.id))),
    union: idKey(vault.open(developer.sealed_id_key, appPurposes.developerIdKey(developer.id))),
  }
  return { openId: ({ id }: PlacedPerson) => openId(id, keys), unionId: ({ id }: PlacedPerson) => unionId(id, keys) }
}

/** A user as an entry of a batch names him, by the company's id. */
export function entry({ code }: PlacedPerson) {
  return { member_id: code, member_type: 'user', member_id_type: 'user_id' as const }
}

type GroupData = NonNullable<Parameters<TestApp['client']['contact']['group']['create']>[0]>['data']

/** A group made through the official client; answers its id. */
export async function newGroup({ client }: Caller, data: Partial<GroupData> = {}): Promise<string> {
  const answer = await client.contact.group.create({ data: { name: unique('group'), ...data } })
  const id = answer.data?.group_id
  if (!id) throw new Error(`no group was made: ${JSON.stringify(answer)}`)
  return id
}

/** Puts people into a group through the official client, a hundred at a time. */
export async function join({ client }: Caller, group: string, people: readonly PlacedPerson[]): Promise<void> {
  for (let from = 0; from < people.length; from += 100) {
    const members = people.slice(from, from + 100).map(entry)
    const { data } = await client.contact.groupMember.batchAdd({ path: { group_id: group }, data: { members } })
    const failed = data?.results?.filter(({ code }) => code !== 0)
    if (!data?.results || failed?.length) throw new Error(`not everybody joined: ${JSON.stringify(failed)}`)
  }
}

type ListParams = NonNullable<Parameters<TestApp['client']['contact']['groupMember']['simplelist']>[0]>['params']

/** All members of a group, page by page, by the company's ids unless told otherwise. */
export async function membersOf({ client }: Caller, group: string, params: ListParams = {}): Promise<string[]> {
  const members: string[] = []
  let token: string | undefined
  do {
    const { data } = await client.contact.groupMember.simplelist({
      path: { group_id: group },
      params: { member_id_type: 'user_id', page_size: 100, ...params, ...(token !== undefined && { page_token: token }) },
    })
    members.push(...(data?.memberlist ?? []).map(({ member_id }) => member_id))
    token = data?.has_more ? data.page_token : undefined
  } while (token !== undefined)
  return members
}

/** What `group.get` tells of a group. */
export async function groupNow({ client }: Caller, group: string) {
  const { data } = await client.contact.group.get({ path: { group_id: group } })
  if (!data?.group) throw new Error(`no group ${group}`)
  return data.group
}

/** Who is in a group, by counter and by list: the same, or the test fails by comparing. */
export async function stateOf(app: Caller, group: string): Promise<{ counted: number | undefined; members: string[] }> {
  return { counted: (await groupNow(app, group)).member_user_count, members: (await membersOf(app, group)).sort() }
}

/** Has a group be as told through the administration: `{ kind: 'dynamic', rule: … }`. */
export async function putGroup({ server, company }: Pick<TestApp, 'server' | 'company'>, group: string, body: object): Promise<void> {
  await must(admin(server, 'PUT', `/companies/${company}/groups/${group}`, { name: unique('group'), ...body }))
}

/** Has a department, or a person of a dynamic group, be in a group through the administration: `PUT`, `departments/od-…`. */
export async function changeMembers(
  { server, company }: Pick<TestApp, 'server' | 'company'>,
  method: 'PUT' | 'DELETE',
  group: string,
  member: string,
): Promise<void> {
  await must(admin(server, method, `/companies/${company}/groups/${group}/${member}`))
}

async function must(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`the admin API answered ${status}: ${JSON.stringify(body)}`)
}
