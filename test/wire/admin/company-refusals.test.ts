import { expect, test } from 'vitest'
import { admin } from '../../kit/admin.ts'
import { newApp, newCompany } from '../../kit/feishu/company.ts'
import { newPerson } from '../../kit/feishu/people.ts'
import { sharedServer } from '../../kit/shared-server.ts'

const kit = sharedServer()

/** A refusal names what is wrong in both languages, and nothing was changed. */
async function refused(method: string, path: string, body: object | undefined, code: string, named: string): Promise<void> {
  const { status, body: told } = await admin<{ type: string; detail: string; detail_zh: string }>(kit.server, method, path, body)
  expect([path, status >= 400, told.type]).toEqual([path, true, `urn:rollcall:${code}`])
  expect(told.detail).toContain(named)
  expect(told.detail_zh).toMatch(/\p{Script=Han}{2}/u)
}

test('a range names departments, people and groups that are there: for a new app, for one that is changed and for an installed one', async () => {
  const store = await newCompany(kit.server, { app: { kind: 'store' } })
  const { company } = store
  const { client, app } = await newApp(store)
  const gone = await newPerson(client)
  await client.contact.user.delete({ path: { user_id: gone.open_id } })
  for (const [range, code, named] of [
    [{ departments: ['nowhere'] }, 'department_not_found', 'nowhere'],
    [{ people: ['nobody'] }, 'person_not_found', 'nobody'],
    [{ people: [gone.user_id] }, 'person_resigned', gone.user_id],
    [{ groups: ['nothing'] }, 'company_group_not_found', 'nothing'],
    [{ all: true, people: ['nobody'] }, 'invalid_input', 'range/people'],
  ] as const) {
    await refused('POST', `/companies/${company}/apps`, { name: 'Limited', range }, code, named)
    await refused('PATCH', `/companies/${company}/apps/${store.app.id}`, { range }, code, named)
    await refused('PUT', `/companies/${company}/installations/${store.app.id}`, { range }, code, named)
  }
  const { body } = await admin<{ items: { id: string }[] }>(kit.server, 'GET', `/companies/${company}/apps`)
  expect(new Set(body.items.map(({ id }) => id))).toEqual(new Set([store.app.id, app.id]))
  expect(body.items).toMatchObject([{ range: { all: true } }, { range: { all: true } }])
})

test('lists of apps go on from a cursor of their own', async () => {
  const { company, ...of } = await newCompany(kit.server)
  await newApp({ ...of, company })
  const first = await admin<{ items: { id: string }[]; cursor: string }>(kit.server, 'GET', `/companies/${company}/apps?limit=1`)
  expect(first.body.items).toHaveLength(1)
  await refused('GET', `/companies/${company}/apps?after=nothing-of-ours`, undefined, 'cursor_invalid', 'cursor')
})

test('an app that is not there is not uninstalled', async () => {
  const { company } = await newCompany(kit.server)
  await refused('DELETE', `/companies/${company}/installations/cli_0000000000000000`, undefined, 'app_not_found', 'cli_0000000000000000')
})

test('how far a person has joined is changed of somebody who is there', async () => {
  const { company, client } = await newCompany(kit.server)
  const { user_id } = await newPerson(client)
  const { status, body } = await admin(kit.server, 'PATCH', `/companies/${company}/people/${user_id}`, { activated: true })
  expect([status, body]).toEqual([200, expect.objectContaining({ activated: true })])
  await refused('PATCH', `/companies/${company}/people/nobody`, { activated: true }, 'person_not_found', 'nobody')
  await refused('PATCH', '/companies/0000000000000000/people/nobody', { activated: true }, 'company_not_found', '0000000000000000')
})
