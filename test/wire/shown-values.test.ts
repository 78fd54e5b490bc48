import { describe, expect, test } from 'vitest'
import { admin } from '../kit/admin.ts'
import { unique } from '../kit/directory.ts'
import { newCompany, sendRaw } from '../kit/feishu/company.ts'
import { newSource, patchOf, urns } from '../kit/scim.ts'
import { sharedServer } from '../kit/shared-server.ts'

/** What a client may send as a name, and how a refusal shows it. */
const names = [
  ['a line break', 'u0\nu1', '"u0\\nu1"'],
  ['a space without width', 'u\u200b0', '"u\\u200b0"'],
  ['a turn of direction', '\u202eu0', '"\\u202eu0"'],
  ['very much', 'x'.repeat(3000), `"${'x'.repeat(60)}…" (3000 characters)`],
  ['very much, cut between characters', `x${'😀'.repeat(150)}`, `"x${'😀'.repeat(59)}…" (151 characters)`],
] as const
const usual = ['what is usual', '张三', '张三'] as const

const huge = ['100 KB', 'x'.repeat(100_000), `"${'x'.repeat(60)}…" (100000 characters)`] as const

/** Whatever is beside it, the message holds it so, in both languages, on one line, and is short. */
function expectShown(message: string, said: string): void {
  expect(message.split(said).length).toBeGreaterThanOrEqual(3)
  expect(message).not.toMatch(/\n|\u200b|\u202e/)
  expect(message.isWellFormed()).toBe(true)
  expect(message.length).toBeLessThan(800)
}

describe('what was sent, in a refusal of the contact API', () => {
  const world = sharedServer()

  test.each([...names, usual])('an id in the path: %s', async (_, id, said) => {
    const company = await newCompany(world.server)
    const { body } = await sendRaw(company, 'GET', `/contact/v3/departments/${encodeURIComponent(id)}`)
    expectShown(body.error.message, said)
  })

  test.each([...names, huge, usual])('ids in the body: %s', async (_, id, said) => {
    const company = await newCompany(world.server)
    const parent = { name: 'Sales', parent_department_id: id }
    expectShown((await sendRaw(company, 'POST', '/contact/v3/departments', { body: parent })).body.error.message, said)
    const leader = { name: 'Sales', parent_department_id: '0', leader_user_id: id }
    expectShown((await sendRaw(company, 'POST', '/contact/v3/departments', { body: leader })).body.error.message, said)
  })

  test('a name that is quoted anyway is quoted once', async () => {
    const company = await newCompany(world.server)
    const make = (name: string) => sendRaw(company, 'POST', '/contact/v3/group', { body: { name, type: 1 } })
    for (const [name, said] of [
      ['Read\u200bers', '"Read\\u200bers"'],
      ['Readers', '"Readers"'],
    ] as const) {
      await make(name)
      const { message } = (await make(name)).body.error
      expect(message).toContain(` is named ${said} already`)
      expect(message).not.toContain('\u200b')
    }
  })

  test.each([...names, huge])('the id of an app: %s', async (_, app_id, said) => {
    const company = await newCompany(world.server)
    const body = { grant_type: 'authorization_code', client_id: app_id, client_secret: 'x', code: 'x' }
    const answer = await sendRaw(company, 'POST', '/authen/v2/oauth/token', { body })
    expectShown(answer.body.error_description, said)
  })
})

describe('what was sent, in a refusal of SCIM', () => {
  const world = sharedServer()

  test.each(names)('an id, a path, a member that is not known: %s', async (_, text, said) => {
    const { scim } = await newSource(world.server)
    const group = { schemas: [urns.group], displayName: 'Sales' }
    const { body: made } = await scim('POST', '/Groups', group)
    for (const answer of [
      await scim('GET', `/Users/${encodeURIComponent(text)}`),
      await scim('PATCH', `/Groups/${made.id}`, patchOf({ op: 'add', path: 'displayName', value: 'x' }, { op: 'add', [text]: 1 })),
      await scim('PATCH', `/Groups/${made.id}`, patchOf({ op: 'add', path: text, value: 'x' })),
      await scim('PATCH', `/Groups/${made.id}`, patchOf({ op: 'add', path: 'members', value: [{ value: 'u-0', [text]: 1 }] })),
    ]) {
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expectShown(answer.body.detail, said)
    }
  })

  test.each([
    ['a space without width', 'user\u200bName', '`"\\u200bName eq \\"x\\""`'],
    ['what is usual', 'userNames', '`userNames`'],
  ])('an attribute in a filter: %s', async (_, name, said) => {
    const { scim } = await newSource(world.server)
    const { body } = await scim('GET', `/Users?filter=${encodeURIComponent(`${name} eq "x"`)}`)
    expectShown(body.detail, said)
  })

  test.each([
    ['a turn of direction', 'li\u202esi', '"li\\u202esi"'],
    ['what is usual', 'lisi', 'lisi'],
  ])('a name that is taken: %s', async (_, displayName, said) => {
    const { scim } = await newSource(world.server)
    await scim('POST', '/Groups', { schemas: [urns.group], displayName })
    const { status, body } = await scim('POST', '/Groups', { schemas: [urns.group], displayName })
    expect(status).toBe(409)
    expectShown(body.detail, ` ${said} `)
  })
})

describe('what was sent, in a problem of the admin API', () => {
  const world = sharedServer()
  const texts = ({ detail, detail_zh }: Record<string, unknown>) => `${detail} ${detail_zh ?? ''}`

  test.each(names)('a member that is not known: %s', async (_, name, said) => {
    const { status, body } = await admin(world.server, 'POST', '/companies', { name: 'x', [name]: 1 })
    expect(status).toBe(400)
    expectShown(texts(body), said)
  })

  test.each([
    ['a space without width', 'Read\u200bers', '"Read\\u200bers"'],
    ['what is usual', 'Readers', '"Readers"'],
  ])('a name that is taken: %s', async (_, name, said) => {
    const { body: company } = await admin(world.server, 'POST', '/companies', { name: unique('company') })
    await admin(world.server, 'POST', `/companies/${company.id}/roles`, { name })
    const { status, body } = await admin(world.server, 'POST', `/companies/${company.id}/roles`, { name })
    expect(status).toBe(409)
    expect(texts(body)).toContain(`named ${said} already`)
    expect(texts(body)).not.toContain('\u200b')
  })
})
