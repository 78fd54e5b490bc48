import type { Client } from '@larksuiteoapi/node-sdk'
import { admin } from '../admin.ts'
import { unique } from '../directory.ts'
import type { TestApp } from './company.ts'
import type { MadePerson } from './people.ts'
import { expectNothingDone } from './unchanged.ts'

/** What `department.create` takes, as the official client has it, and what it leaves out of its types. */
type Asked = NonNullable<Parameters<Client['contact']['department']['create']>[0]>
export type DepartmentData = Asked['data'] & { readonly unit_ids?: readonly string[] }
export type DepartmentParams = NonNullable<Asked['params']>
type Answered = Awaited<ReturnType<Client['contact']['department']['create']>>
export type ShownDepartment = NonNullable<NonNullable<Answered['data']>['department']>

/** A department as a test made it. */
export type MadeDepartment = ShownDepartment & { readonly open_department_id: string; readonly department_id: string }

/** A department made through the official client: right below the root, with a name of its own, unless `data` says otherwise. */
export async function newDepartment(
  client: Client,
  data: Partial<DepartmentData> = {},
  params: DepartmentParams = {},
): Promise<MadeDepartment> {
  const answer = await client.contact.department.create({
    data: { name: unique('department'), parent_department_id: '0', ...data } as DepartmentData,
    params,
  })
  const department = answer.data?.department
  if (answer.code !== 0 || !department) throw new Error(`no department was made: ${JSON.stringify(answer)}`)
  return department as MadeDepartment
}

/** Departments each below the one before, from the root down; answers their `open_department_id`. */
export async function newChain(client: Client, levels: number): Promise<string[]> {
  const chain: string[] = []
  for (let level = 0; level < levels; level++) {
    const { open_department_id: id } = await newDepartment(client, { parent_department_id: chain.at(-1) ?? '0' })
    chain.push(id)
  }
  return chain
}

/** Every department of a company as `children` of the root tells it, by id; for states before and after. */
export async function departmentsOf({ client }: Pick<TestApp, 'client'>): Promise<ShownDepartment[]> {
  const found: ShownDepartment[] = []
  let page_token: string | undefined
  do {
    const params = { fetch_child: true, page_size: 50, ...(page_token !== undefined && { page_token }) }
    const { data } = await client.contact.department.children({ path: { department_id: '0' }, params })
    found.push(...((data?.items ?? []) as ShownDepartment[]))
    page_token = data?.page_token
  } while (page_token)
  return found.sort((a, b) => ((a.open_department_id ?? '') < (b.open_department_id ?? '') ? -1 : 1))
}

interface Refusal {
  readonly code: number
  readonly words: string | RegExp
  readonly http?: number
  readonly msg: string
}

/** The refusal with this code, status and text; every department and every event of the company is then as it was. */
export async function expectNoChange(place: TestApp, call: () => Promise<unknown>, { http = 400, ...refusal }: Refusal): Promise<void> {
  await expectNothingDone(place, call, { http, ...refusal }, () => departmentsOf(place))
}

/** Counts of people as a department shows them: of it and all below it, and of those whose primary department it is. */
export async function countsOf({ client }: Pick<TestApp, 'client'>, department: string): Promise<unknown[]> {
  const { data } = await client.contact.department.get({ path: { department_id: department } })
  const shown = data?.department as Record<string, unknown> | undefined
  return [shown?.member_count, shown?.primary_member_count]
}

/** Has a person be invited only: he must still confirm that he joins. */
export async function unjoin({ server, company }: Pick<TestApp, 'server' | 'company'>, { user_id }: MadePerson): Promise<void> {
  const { status, body } = await admin(server, 'PATCH', `/companies/${company}/people/${user_id}`, { unjoined: true })
  if (status !== 200) throw new Error(`the admin API answered ${status}: ${JSON.stringify(body)}`)
}
