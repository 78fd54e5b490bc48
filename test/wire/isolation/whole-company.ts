import { admin } from '../../kit/admin.ts'
import { newCompany, sendRaw, type TestApp } from '../../kit/feishu/company.ts'
import { newPhone } from '../../kit/feishu/people.ts'
import { postAuth, storeAppToken } from '../../kit/feishu/store-apps.ts'
import { newCompanyName, newCustomAttribute } from '../../kit/feishu/vocabularies.ts'
import type { TestServer } from '../../kit/server.ts'
import type { Words } from './slots.ts'

/** A company with something of everything, all of whose texts hold a mark. */
export interface WholeCompany {
  readonly app: TestApp
  /** How its things are named in requests, beside people and departments. */
  readonly things: Words
  /** What they are called: each may be called so once in a company. */
  readonly texts: Words
  readonly person: string
  readonly department: { readonly open: string; readonly code: string }
}

/** Answers what a call of the contact API made. */
// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function made(app: TestApp, path: string, body: object): Promise<any> {
  const { body: answer } = await sendRaw(app, 'POST', `/contact/v3${path}`, { body })
  if (answer.code !== 0) throw new Error(`${path} made nothing: ${JSON.stringify(answer)}`)
  return answer.data
}

export async function newWholeCompany(server: TestServer, mark: string, developer: string): Promise<WholeCompany> {
  const app = await newCompany(server, { name: `${mark} company`, app: { developer } })
  const place = await fillDepartments(app, mark)
  const vocabulary = await fillVocabularies(app, mark)
  const groups = await fillGroups(app, mark, place.person, place.department.open)
  return {
    app,
    person: place.person,
    department: place.department,
    things: { ...vocabulary.things, ...groups.things },
    texts: { ...place.texts, ...vocabulary.texts, ...groups.texts },
  }
}

async function fillDepartments(app: TestApp, mark: string) {
  const code = `${mark}-d1`
  const { department } = await made(app, '/departments', { name: `${mark} sales`, parent_department_id: '0', department_id: code })
  const open: string = department.open_department_id
  const person = `${mark}7p1`
  const said = { mobile: newPhone(), email: `${mark}@one.example`, employee_no: `${mark}-77` }
  await made(app, '/users', { ...said, user_id: person, name: `${mark} person`, department_ids: [open], employee_type: 1 })
  const other = { user_id: `${mark}7p2`, name: `${mark} other`, mobile: newPhone() }
  await made(app, '/users', { ...other, department_ids: ['0'], employee_type: 1 })
  const named = Object.fromEntries(['create', 'patch', 'update'].map((verb) => [`department.${verb}.name`, `${mark} sales`]))
  const texts: Words = {
    ...named,
    ...{ ...said, mobiles: said.mobile, emails: said.email, 'user.create.user_id': person, new_user_id: person },
    ...{ 'department.create.department_id': code, new_department_id: code, 'department.search.query': mark },
  }
  return { person, department: { open, code }, texts }
}

async function fillVocabularies(app: TestApp, mark: string) {
  const { job_family } = await made(app, '/job_families', { name: `${mark} family`, status: true })
  const { job_level } = await made(app, '/job_levels', { name: `${mark} level`, status: true })
  const { employee_type_enum } = await made(app, '/employee_type_enums', { content: `${mark} guest`, enum_type: 2, enum_status: 1 })
  const title = await newCompanyName(app, 'job-titles', `${mark} title`)
  const city = await newCompanyName(app, 'work-cities', `${mark} city`)
  const things: Words = {
    ...{ job_family_id: job_family.job_family_id, parent_job_family_id: job_family.job_family_id, job_level_id: job_level.job_level_id },
    ...{ enum_id: employee_type_enum.enum_id, job_title_id: title.id, work_city_id: city.id, id: (await newCustomAttribute(app)).id },
    ...{ job_title: title.name, city: city.name },
  }
  const named = ['create', 'update', 'list'].flatMap((verb) => [
    [`job_family.${verb}.name`, `${mark} family`],
    [`job_level.${verb}.name`, `${mark} level`],
  ])
  return { things, texts: { ...Object.fromEntries(named), content: `${mark} guest` } as Words }
}

async function fillGroups(app: TestApp, mark: string, person: string, department_id: string) {
  const members = [person]
  const { group_id } = await made(app, '/group', { name: `${mark} group`, group_id: `${mark}7g1`, type: 1 })
  await made(app, `/group/${group_id}/member/add`, { member_id: person, member_type: 'user', member_id_type: 'user_id' })
  const { role_id } = await made(app, '/functional_roles', { role_name: `${mark} role` })
  await made(app, `/functional_roles/${role_id}/members/batch_create?user_id_type=user_id`, { members })
  const { unit_id } = await made(app, '/unit', { name: `${mark} unit`, unit_type: `${mark} plant`, unit_id: `${mark}7u1` })
  await made(app, '/unit/bind_department', { unit_id, department_id, department_id_type: 'open_department_id' })
  const texts: Words = {
    ...{ role_name: `${mark} role`, 'unit.create.unit_id': unit_id, 'group.create.group_id': group_id, unit_type: `${mark} plant` },
    ...{ 'group.create.name': `${mark} group`, 'group.patch.name': `${mark} group` },
    ...{ 'unit.create.name': `${mark} unit`, 'unit.patch.name': `${mark} unit` },
  }
  return { things: { group_id, role_id, unit_id, unit_ids: unit_id } as Words, texts }
}

const ofPeople =
  'user_id user_ids member_id members leader_user_id leaderID department_hrbps dotted_line_leader_user_ids acceptor_user_id docs_acceptor_user_id calendar_acceptor_user_id application_acceptor_user_id minutes_acceptor_user_id survey_acceptor_user_id anycross_acceptor_user_id department_chat_acceptor_user_id external_chat_acceptor_user_id'
const ofDepartments = 'department_id department_ids departments parent_department_id'

export type PersonIds = Readonly<Record<'open_id' | 'union_id' | 'user_id', string>>

/** The ids of the company's person for the app that has this token. */
export async function idsOf({ app, person }: WholeCompany, token: string): Promise<PersonIds> {
  const { body } = await sendRaw(app, 'GET', `/contact/v3/users/${person}?user_id_type=user_id`, { token })
  return body.data.user
}

/** Every parameter that names people or departments. */
export function namesOf(person: string, department: string): Words {
  const all = (names: string, id: string) => names.split(' ').map((name) => [name, id] as const)
  return Object.fromEntries([...all(ofPeople, person), ...all(ofDepartments, department)])
}

/** A tenant token, in this company, of an app that is installed in several. */
export async function storeToken(server: TestServer, store: TestApp, company: string): Promise<string> {
  await admin(server, 'PUT', `/companies/${company}/installations/${store.app.id}`)
  const given = await postAuth(server, 'tenant_access_token', { app_access_token: await storeAppToken(server, store), tenant_key: company })
  if (!given.tenant_access_token) throw new Error(`no token was given: ${JSON.stringify(given)}`)
  return given.tenant_access_token
}
