import type { Client } from '@larksuiteoapi/node-sdk'
import { admin } from '../admin.ts'
import { unique } from '../directory.ts'
import type { TestApp } from './company.ts'

type Contact = Client['contact']
type Sent<Call extends (asked?: never, ...rest: never[]) => unknown> =
  NonNullable<Parameters<Call>[0]> extends { data: infer Data } ? Data : never

interface Family {
  readonly job_family_id: string
  readonly name: string
  readonly status: boolean
}

/** A job family made through the official client: enabled, at the top and of a name of its own, unless `data` says otherwise. */
export async function newJobFamily(
  { client }: Pick<TestApp, 'client'>,
  data: Partial<Sent<Contact['jobFamily']['create']>> = {},
): Promise<Family> {
  const answer = await client.contact.jobFamily.create({ data: { name: unique('family'), status: true, ...data } })
  return made(answer, answer.data?.job_family) as Family
}

interface Level {
  readonly job_level_id: string
  readonly name: string
  readonly order: number
  readonly status: boolean
}

/** A job level made through the official client: enabled, behind all others and of a name of its own, unless `data` says otherwise. */
export async function newJobLevel(
  { client }: Pick<TestApp, 'client'>,
  data: Partial<Sent<Contact['jobLevel']['create']>> = {},
): Promise<Level> {
  const answer = await client.contact.jobLevel.create({ data: { name: unique('level'), status: true, ...data } })
  return made(answer, answer.data?.job_level) as Level
}

interface EmployeeType {
  readonly enum_id: string
  readonly enum_value: string
  readonly content: string
  readonly enum_type: number
  readonly enum_status: number
}

/** An employee type made through the official client: active and of a content of its own, unless `data` says otherwise. */
export async function newEmployeeType(
  { client }: Pick<TestApp, 'client'>,
  data: Partial<Sent<Contact['employeeTypeEnum']['create']>> = {},
): Promise<EmployeeType> {
  const answer = await client.contact.employeeTypeEnum.create({ data: { content: unique('type'), enum_type: 2, enum_status: 1, ...data } })
  return made(answer, answer.data?.employee_type_enum) as EmployeeType
}

function made<Made>(answer: { code?: number | undefined }, thing: Made | undefined): Made {
  if (answer.code !== 0 || !thing) throw new Error(`nothing was made: ${JSON.stringify(answer)}`)
  return thing
}

type Place = Pick<TestApp, 'server' | 'company'>

async function administered<Body>({ server, company }: Place, method: string, path: string, body: object): Promise<Body> {
  const answer = await admin<Body>(server, method, `/companies/${company}/${path}`, body)
  if (answer.status >= 300) throw new Error(`the admin API answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** Paths of the names that come into being when a person is given one. */
export type NamePath = 'job-titles' | 'work-cities'

interface CompanyName {
  readonly id: string
  readonly name: string
}

/** A job title or work city, made by the administration before anybody has it. */
export function newCompanyName(place: Place, path: NamePath, name = unique('name')): Promise<CompanyName> {
  return administered(place, 'POST', path, { name })
}

/** Renames, enables or disables a job title or work city: `{ enabled: false }`. */
export async function changeCompanyName(place: Place, path: NamePath, id: string, changes: object): Promise<void> {
  await administered(place, 'PATCH', `${path}/${id}`, changes)
}

export interface AttributeFacts {
  readonly type?: 'TEXT' | 'HREF' | 'ENUMERATION' | 'PICTURE_ENUM' | 'GENERIC_USER' | 'PHONE'
  readonly i18nName?: readonly { locale: string; value: string }[]
  readonly options?: { defaultOption?: string; list: readonly { id?: string; value: string; name?: string }[] }
  readonly open?: boolean
}

interface Attribute {
  readonly id: string
  readonly type: string
  readonly options: { readonly defaultOption: string; readonly list: readonly { id: string; value: string; name: string }[] } | null
}

/** A field of people that the company defines: a text that apps may see and set, unless `facts` say otherwise. */
export function newCustomAttribute(place: Place, facts: AttributeFacts = {}): Promise<Attribute> {
  const i18nName = [{ locale: 'zh_cn', value: unique('attribute') }]
  return administered(place, 'POST', 'custom-attributes', { type: 'TEXT', i18nName, open: true, ...facts })
}

/** Opens or closes a field, or changes its options. */
export async function changeCustomAttribute(place: Place, id: string, changes: Omit<AttributeFacts, 'type'>): Promise<void> {
  await administered(place, 'PATCH', `custom-attributes/${id}`, changes)
}
