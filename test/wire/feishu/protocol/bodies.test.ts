import { expect, test } from 'vitest'
import { newCompany, sendRaw } from '../../../kit/feishu/company.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()
const mib = 1024 * 1024

/** A new group by this body. */
const create = async (body: string | object) => (await sendRaw(await newCompany(kit.server), 'POST', '/contact/v3/group', { body })).body

test('a body of 1 MiB is read, a longer one is refused as that', async () => {
  const whole = JSON.stringify({ name: 'Group', type: 1 })
  expect((await create(whole + ' '.repeat(mib - whole.length))).code).toBe(0)
  const longer = await create(whole + ' '.repeat(mib + 1 - whole.length))
  expect([longer.code, longer.error.message]).toEqual([9499, expect.stringContaining('larger than 1048576 bytes')])
})

test('a form that is too long is refused as that', async () => {
  const body = new URLSearchParams({ code: 'x'.repeat(1024 * 1024) })
  const answer = await fetch(`${kit.server.url}/oauth/v3/token`, { method: 'POST', body })
  expect(await answer.json()).toMatchObject({ code: 20063, error_description: expect.stringContaining('larger than') })
})

test('a body in another encoding is refused', async () => {
  const company = await newCompany(kit.server)
  const headers = { authorization: `Bearer ${await company.token()}`, 'content-type': 'application/json; charset=gbk' }
  const body = Buffer.from('{"name":"\xcf\xfa\xca\xdb","type":1}', 'latin1')
  const answer = await fetch(`${kit.server.url}/open-apis/contact/v3/group`, { method: 'POST', headers, body })
  expect(await answer.json()).toMatchObject({ code: 9499, error: { message: expect.stringContaining('not JSON in UTF-8') } })
})

// Every database must keep what it is given: see test/failures/unkeepable-texts.test.ts.
test.each(['a\0b', 'a\ud83d', '\ude00'])('a text that no database keeps is refused with its field: %j', async (name) => {
  const { code, error } = await create({ name, type: 1 })
  expect([code, error.field_violations]).toEqual([
    40001,
    [{ field: 'name', value: name.toWellFormed(), description: expect.stringContaining('characters that no text may hold') }],
  ])
})

test('lengths are counted in characters, and a refusal shows 64 places of what was too long', async () => {
  const company = await newCompany(kit.server)
  const department = async (name: string) => {
    const body = { name, parent_department_id: '0' }
    return (await sendRaw(company, 'POST', '/contact/v3/departments', { body })).body
  }
  // Source: department/create, name: at most 255 characters.
  expect((await department('🎈'.repeat(255))).code).toBe(0)
  const { code, error } = await department('n'.repeat(256))
  expect([code, error.field_violations[0]]).toMatchObject([40018, { field: 'name', value: 'n'.repeat(64) }])
  const halved = await department(`${'n'.repeat(63)}${'🎈'.repeat(255)}`)
  expect(halved.error.field_violations[0].value).toBe(`${'n'.repeat(63)}\ufffd`)
  const { body } = await sendRaw(company, 'GET', `/contact/v3/group/simplelist?page_token=${'t'.repeat(65)}`)
  expect(body.error.field_violations[0]).toMatchObject({ field: 'page_token', value: 't'.repeat(64) })
})
