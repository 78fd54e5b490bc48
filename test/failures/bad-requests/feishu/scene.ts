import { companyStream } from '../../../../src/directory/events.ts'
import { askForToken, authorize, type OAuthAnswer } from '../../../kit/feishu/authorizations.ts'
import { newApp, newCompany, sendRaw, type TestApp } from '../../../kit/feishu/company.ts'
import { newPhone } from '../../../kit/feishu/people.ts'
import type { Owned, Started } from '../wire.ts'
import { type PersonIds, Things } from './things.ts'

/** The tokens of a company. */
export interface Tokens {
  /** Of an app that may do everything. */
  readonly tenant: string
  /** Of one that sees one department only. */
  readonly narrow: string
  /** Of one with one scope. */
  readonly scopeless: string
  readonly user: string
  /** What a person granted with one scope. */
  readonly slightUser: string
  /** Of a person of another company. */
  readonly foreign: string
  /** Were good once. */
  readonly expired: readonly string[]
}

/** What the requests of one connection speak of: two companies of their own. */
export interface Scene {
  readonly port: number
  readonly things: Things
  readonly tokens: Tokens
  readonly apps: readonly TestApp['app'][]
  readonly owned: Owned
}

/** Rows that tokens and deliveries leave, whatever becomes of a request. */
const without = ['access_tokens', 'user_grants', 'event_followers', 'event_deliveries']
const tokenLifeMs = 2 * 3_600_000

/** A scene for each connection. What was given before the clock is turned is over afterwards. */
export async function newScenes(server: Started, count: number): Promise<Scene[]> {
  const begun = await eachInTurn(count, () => begin(server))
  await server.turnClock(tokenLifeMs + 60_000)
  return eachInTurn(count, (index) => complete(server, begun[index] as Begun))
}

async function eachInTurn<Made>(count: number, make: (index: number) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (let index = 0; index < count; index++) made.push(await make(index))
  return made
}

interface Begun {
  readonly place: TestApp
  readonly foreign: TestApp
  readonly people: readonly PersonIds[]
  readonly things: Things
  readonly expired: readonly string[]
}

async function begin({ url, adminToken }: Started): Promise<Begun> {
  const server = { url, adminToken }
  const [place, foreign] = [await newCompany(server), await newCompany(server)]
  const things = new Things()
  const people = await furnish(place, things)
  const stranger = await made(foreign, '/users', person())
  await made(foreign, '/departments', { name: 'Elsewhere', parent_department_id: '0' })
  const expired = [await place.token(), await foreign.token(), (await userToken(place, people[0] as PersonIds)).access_token]
  // Ids of the other company: nothing of it is to be found from here.
  for (const id of Object.values(stranger.user as PersonIds)) things.add('page_token', String(id))
  return { place, foreign, people, things, expired }
}

const person = (data: object = {}) => ({ name: 'Ada', mobile: newPhone(), department_ids: ['0'], employee_type: 1, ...data })

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function made(place: TestApp, path: string, body: object): Promise<any> {
  const answer = await sendRaw(place, 'POST', `/contact/v3${path}`, { body })
  if (answer.body.code !== 0) throw new Error(`${path} made nothing: ${JSON.stringify(answer.body)}`)
  return answer.body.data
}

/** Some of everything, so that there is much to lose. */
async function furnish(place: TestApp, things: Things): Promise<PersonIds[]> {
  const make = async (path: string, body: object) => {
    const data = await made(place, path, body)
    things.learn(data)
    return data
  }
  const departments: string[] = []
  for (const name of ['Sales', 'Support', 'Works']) {
    const body = { name, parent_department_id: departments[0] ?? '0', department_id: `c-${name}` }
    departments.push((await make('/departments', body)).department.open_department_id)
  }
  const people: PersonIds[] = []
  for (const department of [...departments, '0'])
    people.push(
      (
        await make(
          '/users',
          person({ department_ids: [department], email: `p${people.length}@one.example`, city: 'Ulm', job_title: 'Smith' }),
        )
      ).user,
    )
  const members = people.slice(0, 2).map(({ open_id }) => open_id)
  const { group_id } = await make('/group', { name: 'Readers', type: 1 })
  await make(`/group/${group_id}/member/batch_add`, {
    members: members.map((member_id) => ({ member_id, member_type: 'user', member_id_type: 'open_id' })),
  })
  const { role_id } = await make('/functional_roles', { role_name: 'Auditor' })
  await make(`/functional_roles/${role_id}/members/batch_create`, { members })
  const { unit_id } = await make('/unit', { name: 'Plant', unit_type: 'plant' })
  await make('/unit/bind_department', { unit_id, department_id: departments[0], department_id_type: 'open_department_id' })
  for (const name of ['Craft', 'Trade']) await make('/job_families', { name, status: true })
  await make('/job_levels', { name: 'Master', status: true })
  await make('/employee_type_enums', { content: 'Guest', enum_type: 2, enum_status: 1 })
  for (const path of ['/job_titles', '/work_cities', '/users?page_size=1', '/departments?page_size=1', '/group/simplelist?page_size=1'])
    things.learn((await sendRaw(place, 'GET', `/contact/v3${path}`)).body.data)
  return people
}

async function complete({ port }: Started, { place, foreign, people, things, expired }: Begun): Promise<Scene> {
  const range = { departments: ['c-Sales'], people: [], groups: [] }
  const narrow = await newApp(place, { range })
  const scopeless = await newApp(place, { scopes: ['contact:user.base:readonly'] })
  const store = await newApp(place, { kind: 'store' })
  const [, , first] = people as [PersonIds, PersonIds, PersonIds]
  const user = await userToken(place, first)
  things.add('refresh_token', user.refresh_token ?? '')
  const tokens = {
    tenant: await place.token(),
    narrow: await narrow.token(),
    scopeless: await scopeless.token(),
    user: user.access_token,
    slightUser: (await userToken(place, first, ['contact:user.base:readonly'])).access_token,
    foreign: await foreign.token(),
    expired,
  }
  for (let code = 0; code < 3; code++) things.add('code', await authorize(place, first.user_id))
  const companies = [place.company, foreign.company]
  const owned = { column: 'company', owners: companies, without, streams: companies.map(companyStream) }
  return { port, things, tokens, apps: [place.app, narrow.app, store.app], owned }
}

/** Tokens of a person. The official client would go on using what it was given before the clock was turned. */
async function userToken(place: TestApp, { user_id }: PersonIds, scopes?: readonly string[]): Promise<OAuthAnswer> {
  const code = await authorize(place, user_id, scopes && { scopes })
  const { body } = await askForToken(place, { grant_type: 'authorization_code', code })
  if (body.code !== 0) throw new Error(`no user token was given: ${JSON.stringify(body)}`)
  return body
}
