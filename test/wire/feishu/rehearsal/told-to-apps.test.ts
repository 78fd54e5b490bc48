import { expect, test } from 'vitest'
import { everyScope } from '../../../../src/dialects/feishu/every-scope.ts'
import { admin } from '../../../kit/admin.ts'
import { newApp, newCompany, sendRaw, type TestApp } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { userToken } from '../../../kit/feishu/user-token.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const world = sharedServer()
const withoutPhones = everyScope().filter((scope) => scope !== 'contact:user.phone:readonly')

interface Caller {
  readonly app: TestApp
  readonly token?: string
}

async function rehearse({ app, token }: Caller, person: string, body: object) {
  const headers = { 'x-rollcall-dry-run': 'true' }
  const path = `/contact/v3/users/${person}?user_id_type=user_id`
  const answer = await sendRaw(app, 'PATCH', path, { body, headers, ...(token !== undefined && { token }) })
  return { ...answer, told: answer.headers.get('x-rollcall-changes') as string }
}

/** Source: user/patch, field permission requirements; an event holds every field. */
test('an app is told the changes themselves only where it may see all that is in them; the administration reads them anyway', async () => {
  const all = await newCompany(world.server)
  const mobile = '+8613811112222'
  const { user_id: person } = await newPerson(all.client, { mobile, name: 'Before' })
  const callers: Record<string, Caller> = {
    'an app that lacks a scope': { app: await newApp(all, { scopes: withoutPhones }) },
    'an app that sees one person': { app: await newApp(all, { range: { people: [person] } }) },
    'a person': { app: all, token: await userToken(all, { user_id: person }) },
  }
  for (const [name, caller] of Object.entries(callers)) {
    const { body, told } = await rehearse(caller, person, { name: 'After' })
    expect([name, body.code, told]).toEqual([name, 0, expect.stringMatching(/^\/admin\/v1\/rehearsals\/[0-9A-F]+$/)])
    const read = await admin<{ changes: object[] }>(world.server, 'GET', told.replace('/admin/v1', ''))
    expect(read.body.changes).toMatchObject([{ kind: 'person_changed', before: { name: 'Before' }, after: { mobile } }])
    const idle = await rehearse(caller, person, { name: 'Before' })
    expect([name, idle.body.code, idle.told]).toEqual([name, 0, '[]'])
  }
  const whole = await rehearse({ app: all }, person, { name: 'After' })
  expect(JSON.parse(whole.told)).toMatchObject([{ kind: 'person_changed', after: { mobile } }])
})
