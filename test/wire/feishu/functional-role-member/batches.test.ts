import { expect, test } from 'vitest'
import { newApp, newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { addToRole, newRole, putRoleMember, reasons, roleMembersOf, scopeRole } from '../../../kit/feishu/roles.ts'
import { eventsInCompany, expectNothingDone, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { newDepartmentId } from '../../../kit/feishu/units.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const { done, invalidId, noPermission, alreadyIn, notIn, noPermissionOnScope } = reasons

/** A role, a department that an app of narrow range sees, one that it doesn't, and somebody in each. */
async function place() {
  const company = await newCompany(shared.server)
  const role = await newRole(company)
  const seen = await newDepartmentId(company)
  const hidden = await newDepartmentId(company)
  const near = await newPerson(company.client, { department_ids: [seen] })
  const far = await newPerson(company.client, { department_ids: [hidden] })
  const narrow = await newApp(company, { developer: company.company, range: { departments: [seen] } })
  return { ...company, role, seen, hidden, near, far, narrow, state: () => roleMembersOf(company, role) }
}

const { contact } = { contact: (app: TestApp) => app.client.contact.functionalRoleMember }
const path = (role_id: string) => ({ role_id })
const batchCreate = (app: TestApp, role: string, data: object, params = {}) =>
  contact(app).batchCreate({ path: path(role), data: data as never, params })
const batchDelete = (app: TestApp, role: string, data: object, params = {}) => contact(app).batchDelete({ path: path(role), data, params })
const scopes = (app: TestApp, role: string, data: object, params = {}) =>
  contact(app).scopes({ path: path(role), data: data as never, params })

const byUnion = { user_id_type: 'union_id' } as const

test('batch_create tells of each entry what became of it, and does what can be done', async () => {
  const { role, near, far, narrow, state, ...company } = await place()
  const foreign = await newPerson((await newCompany(shared.server)).client)
  await addToRole(company, role, [far.open_id])
  expect(await addToRole(company, role, [near.open_id, far.open_id, near.open_id, foreign.open_id, 'ou_?', ''])).toEqual([
    ...[done, alreadyIn, done, invalidId, invalidId, invalidId],
  ])
  expect(await state()).toEqual({ [near.open_id]: 'None', [far.open_id]: 'None' })
  expect(await kindsOf(company, role)).toEqual(['company_role_created', 'role_person_added', 'role_person_added'])
  const other = await newRole(company)
  const answer = await batchCreate(narrow, other, { members: [near.union_id, far.union_id] }, byUnion)
  expect(answer).toEqual({
    code: 0,
    msg: 'success',
    data: {
      results: [
        { user_id: near.union_id, reason: done },
        { user_id: far.union_id, reason: noPermission },
      ],
    },
  })
  expect(await roleMembersOf(company, other)).toEqual({ [near.open_id]: 'None' })
})

test('batch_create takes every kind of id, and nobody who has resigned', async () => {
  const { role, near, far, state, ...company } = await place()
  const byCode = await batchCreate(company, role, { members: [near.user_id, near.open_id] }, { user_id_type: 'user_id' })
  expect(byCode.data?.results?.map(({ reason }) => reason)).toEqual([done, invalidId])
  const byOther = await batchCreate(company, role, { members: [far.union_id] }, byUnion)
  expect(byOther.data?.results?.map(({ reason }) => reason)).toEqual([done])
  const leaver = await newPerson(company.client)
  await company.client.contact.user.delete({ path: { user_id: leaver.open_id }, data: {} })
  expect(await addToRole(company, role, [leaver.open_id])).toEqual([invalidId])
  expect(await state()).toEqual({ [near.open_id]: 'None', [far.open_id]: 'None' })
})

test('batch_create, 41209: as many members as a role takes; nobody is added', async () => {
  const { role, near, far, state, ...company } = await place()
  await setCompanyFacts(company, { limits: { roleMembers: 2 } })
  const third = await newPerson(company.client)
  await addToRole(company, role, [near.open_id])
  const both = { members: [far.open_id, third.open_id, near.open_id] }
  const refusal = { code: 41209, words: '2', http: 400, msg: 'tenant role is not more 1000' }
  await expectNothingDone(company, () => batchCreate(company, role, both), refusal, state)
  // Who is in it already, and who is named twice, takes no place.
  expect(await addToRole(company, role, [near.open_id, far.open_id, far.open_id])).toEqual([alreadyIn, done, done])
  await expectNothingDone(company, () => batchCreate(company, role, { members: [third.open_id] }), refusal, state)
})

test('batch_delete tells of each entry what became of it, under `result`', async () => {
  const { role, near, far, narrow, seen, hidden, state, ...company } = await place()
  const outsider = await newPerson(company.client, { department_ids: [seen] })
  await addToRole(company, role, [near.open_id, far.open_id])
  await scopeRole(company, role, [near.open_id], [hidden])
  const sent = [near.union_id, far.union_id, outsider.union_id, 'on_?']
  const answer = await batchDelete(narrow, role, { members: sent }, byUnion)
  expect(answer).toEqual({
    code: 0,
    msg: 'success',
    data: {
      result: [
        { user_id: near.union_id, reason: noPermissionOnScope },
        { user_id: far.union_id, reason: noPermission },
        { user_id: outsider.union_id, reason: notIn },
        { user_id: 'on_?', reason: invalidId },
      ],
    },
  })
  expect(await state()).toEqual({ [near.open_id]: [hidden], [far.open_id]: 'None' })
  const all = await batchDelete(company, role, { members: [near.open_id, far.open_id, near.open_id] })
  expect(all.data?.result?.map(({ reason }) => reason)).toEqual([done, done, done])
  expect(await state()).toEqual({})
  // What was held before is not held again.
  await addToRole(company, role, [near.open_id])
  expect(await state()).toEqual({ [near.open_id]: 'None' })
})

test('batch_delete without a list means nobody', async () => {
  const { role, near, ...company } = await place()
  await addToRole(company, role, [near.open_id])
  const events = await eventsInCompany(company)
  expect(await batchDelete(company, role, {})).toEqual({ code: 0, msg: 'success', data: { result: [] } })
  expect(await eventsInCompany(company)).toEqual(events)
})

test('scopes sets what people hold a role for, in place of what it was; the same again changes nothing', async () => {
  const { role, near, far, seen, hidden, state, ...company } = await place()
  await addToRole(company, role, [near.open_id, far.open_id])
  expect(await scopeRole(company, role, [near.open_id, far.open_id], [seen, hidden, seen])).toEqual([done, done])
  expect(await state()).toEqual({ [near.open_id]: [seen, hidden].sort(), [far.open_id]: [seen, hidden].sort() })
  await putRoleMember(company, role, far.user_id, 'all')
  expect(await scopeRole(company, role, [near.open_id, far.open_id], [hidden])).toEqual([done, done])
  expect(await state()).toEqual({ [near.open_id]: [hidden], [far.open_id]: [hidden] })
  const events = await eventsInCompany(company)
  expect(events.at(-1)).toMatchObject({
    kind: 'role_scope_changed',
    subject: role,
    before: { scope: 'all', departments: [] },
    after: { scope: 'part', departments: [hidden] },
  })
  expect(await scopeRole(company, role, [near.open_id], [hidden])).toEqual([done])
  expect(await eventsInCompany(company)).toEqual(events)
})

test('scopes tells of each entry what became of it', async () => {
  const { role, near, far, narrow, seen, hidden, state, ...company } = await place()
  const wide = await newPerson(company.client, { department_ids: [seen] })
  const outsider = await newPerson(company.client, { department_ids: [seen] })
  await addToRole(company, role, [near.open_id, far.open_id])
  await scopeRole(company, role, [near.open_id], [seen, hidden])
  await putRoleMember(company, role, wide.user_id, 'all')
  const members = [near.union_id, far.union_id, wide.union_id, outsider.union_id, 'on_?']
  const before = await state()
  const answer = await scopes(narrow, role, { members, departments: [seen] }, byUnion)
  expect(answer.data?.results).toEqual([
    { user_id: near.union_id, reason: noPermissionOnScope },
    { user_id: far.union_id, reason: noPermission },
    { user_id: wide.union_id, reason: noPermissionOnScope },
    { user_id: outsider.union_id, reason: notIn },
    { user_id: 'on_?', reason: invalidId },
  ])
  expect(await state()).toEqual(before)
})

test('scopes, 41210: no such department, the root, an id of the other form', async () => {
  const { role, near, seen, state, ...company } = await place()
  await addToRole(company, role, [near.open_id])
  for (const department of [`od-${'0'.repeat(32)}`, '0', 'custom', '']) {
    const refusal = { code: 41210, words: department, http: 400, msg: 'dept id is invalid' }
    const data = { members: [near.open_id], departments: [seen, department] }
    await expectNothingDone(company, () => scopes(company, role, data), refusal, state)
  }
})

test('scopes, 41211: a department beyond the range of the app', async () => {
  const { role, near, seen, hidden, narrow, state, ...company } = await place()
  await addToRole(company, role, [near.open_id])
  const data = { members: [near.union_id], departments: [seen, hidden] }
  const refusal = { code: 41211, words: hidden, http: 400, msg: 'dept id is not has perm' }
  await expectNothingDone(company, () => scopes(narrow, role, data, byUnion), refusal, state)
})

test('scopes takes departments by the ids that the company gave them', async () => {
  const { role, near, state, ...company } = await place()
  const id = await newDepartmentId(company, { custom: 'plant-7' })
  await addToRole(company, role, [near.open_id])
  await scopes(company, role, { members: [near.open_id], departments: ['plant-7'] }, { department_id_type: 'department_id' })
  expect(await state()).toEqual({ [near.open_id]: [id] })
})

const some = (members: unknown) => ({ members, departments: ['0'] })

const batches = [
  { name: 'batch_create', call: batchCreate },
  { name: 'batch_delete', call: batchDelete },
  { name: 'scopes', call: scopes },
]

test.each(batches)('$name, 41202: no such role, whatever else is wrong', async ({ call }) => {
  const { near, ...company } = await place()
  const refusal = { code: 41202, words: 'nowhere', http: 404, msg: 'role id is not exist' }
  await expectNothingDone(company, () => call(company, 'nowhere', some([near.open_id])), refusal)
})

test.each([
  { what: 'an empty list', members: [] },
  { what: 'more than 100', members: Array(101).fill('ou_') },
  { what: 'no list', members: 'ou_' },
  { what: 'a number', members: [7] },
])('every batch, 99992402: $what in members', async ({ members }) => {
  const { role, ...company } = await place()
  const refusal = { code: 99992402, words: 'members', http: 400, msg: 'field validation failed' }
  for (const { call } of batches) await expectNothingDone(company, () => call(company, role, some(members)), refusal)
})

test.each([
  { what: 'none', departments: undefined },
  { what: 'an empty list', departments: [] },
  { what: 'more than 100', departments: Array(101).fill('0') },
])('scopes, 99992402: $what in departments', async ({ departments }) => {
  const { role, near, ...company } = await place()
  const refusal = { code: 99992402, words: 'departments', http: 400, msg: 'field validation failed' }
  await expectNothingDone(company, () => scopes(company, role, { members: [near.open_id], departments }), refusal)
})

test('who loses a role and gets it again holds it for nothing of before', async () => {
  const { role, near, far, seen, hidden, state, ...company } = await place()
  const both = [near.open_id, far.open_id]
  await addToRole(company, role, both)
  await scopeRole(company, role, [near.open_id], [seen])
  await batchDelete(company, role, { members: both })
  await addToRole(company, role, both)
  expect(await state()).toEqual({ [near.open_id]: 'None', [far.open_id]: 'None' })
  await scopeRole(company, role, [near.open_id], [hidden])
  expect(await state()).toEqual({ [near.open_id]: [hidden], [far.open_id]: 'None' })
})

test('who resigns leaves every role, with what each was held for', async () => {
  const { role, near, far, seen, hidden, state, ...company } = await place()
  const other = await newRole(company)
  await addToRole(company, role, [near.open_id, far.open_id])
  await addToRole(company, other, [near.open_id])
  await scopeRole(company, role, [near.open_id], [seen])
  await scopeRole(company, other, [near.open_id], [hidden])
  await company.client.contact.user.delete({ path: { user_id: near.open_id }, data: {} })
  expect(await state()).toEqual({ [far.open_id]: 'None' })
  const left = (await eventsInCompany(company)).filter(({ kind }) => kind === 'role_person_removed')
  const before = Object.fromEntries(left.map((event) => [event.subject, event.before]))
  expect(before).toMatchObject({ [role]: { scope: 'part', departments: [seen] }, [other]: { scope: 'part', departments: [hidden] } })
})

test('a department that is deleted is nobody’s scope any more', async () => {
  const { role, near, far, seen, state, ...company } = await place()
  const empty = await newDepartmentId(company)
  await addToRole(company, role, [near.open_id, far.open_id])
  await scopeRole(company, role, [near.open_id], [seen, empty])
  await scopeRole(company, role, [far.open_id], [empty])
  await company.client.contact.department.delete({ path: { department_id: empty } })
  expect(await state()).toEqual({ [near.open_id]: [seen], [far.open_id]: 'None' })
})
