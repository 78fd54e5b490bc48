import type { Client } from '@larksuiteoapi/node-sdk'
import { admin } from '../admin.ts'
import type { TestApp } from './company.ts'

/** What `user.create` takes, as the official client has it. */
type Asked = NonNullable<Parameters<Client['contact']['user']['create']>[0]>
export type PersonData = Asked['data']
export type PersonParams = NonNullable<Asked['params']>
export type ShownPerson = NonNullable<NonNullable<Awaited<ReturnType<Client['contact']['user']['create']>>['data']>['user']>

/** A person as a test made it: its ids in every form that the app may see. */
export type MadePerson = ShownPerson & { readonly open_id: string; readonly union_id: string; readonly user_id: string }

let phones = 0

/** A phone number that no other test of this process has, in the form of the mainland. */
export function newPhone(): string {
  phones++
  return `+86138${String(phones).padStart(8, '0')}`
}

/** A person made through the official client, with what is mandatory filled in: directly in the root, unless departments are named. */
export async function newPerson(client: Client, data: Partial<PersonData> = {}, params: PersonParams = {}): Promise<MadePerson> {
  const mobile = newPhone()
  const answer = await client.contact.user.create({
    data: { name: `Person ${mobile.slice(-4)}`, mobile, department_ids: ['0'], employee_type: 1, ...data },
    params,
  })
  const user = answer.data?.user
  if (answer.code !== 0 || !user) throw new Error(`no person was made: ${JSON.stringify(answer)}`)
  return user as MadePerson
}

/** So many people, one after the other. */
export async function newPeople(client: Client, count: number, data: Partial<PersonData> = {}): Promise<MadePerson[]> {
  const people: MadePerson[] = []
  for (let made = 0; made < count; made++) people.push(await newPerson(client, data))
  return people
}

/** Sets through the administration how a person stands: `{ activated: true }`, `{ founder: true }`, `{ hold: 'secured' }`. */
export async function setStanding(
  { server, company }: Pick<TestApp, 'server' | 'company'>,
  person: string,
  standing: object,
): Promise<void> {
  const { status, body } = await admin(server, 'PATCH', `/companies/${company}/people/${person}`, standing)
  if (status !== 200) throw new Error(`the standing was not set: ${JSON.stringify(body)}`)
}
