import { expect, test } from 'vitest'
import { feishuClient, newApp, newCompany } from '../../../kit/feishu/company.ts'
import { newPerson, newPhone, type PersonData } from '../../../kit/feishu/people.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const day = 24 * 3600 * 1000
const ada = (): PersonData => ({ name: 'Ada', mobile: newPhone(), department_ids: ['0'], employee_type: 1 })
const used = { code: 40021, words: 'client_token', http: 400, msg: 'no a same request error' }

test('a request that is sent again is answered as before and does nothing again', async () => {
  const place = await newCompany(shared.server)
  const { user } = place.client.contact
  const data = ada()
  const params = { client_token: 'T1' }
  const first = await user.create({ data, params })
  const events = await eventsInCompany(place)
  const { name, ...rest } = data
  expect(await user.create({ data: { ...rest, name }, params })).toEqual(first)
  expect(await eventsInCompany(place)).toEqual(events)
})

test('an empty token is none: each request does its work', async () => {
  const { user } = (await newCompany(shared.server)).client.contact
  const create = async () => (await user.create({ data: ada(), params: { client_token: '' } })).data?.user?.open_id
  expect(await create()).not.toBe(await create())
})

test('another request of the same token is refused, also one with other ids', async () => {
  const place = await newCompany(shared.server)
  const { user } = place.client.contact
  const data = ada()
  const params = { client_token: 'T1' }
  await user.create({ data, params })
  await expectNothingDone(place, () => user.create({ data: { ...data, city: 'Bern' }, params }), used)
  await expectNothingDone(place, () => user.create({ data, params: { ...params, user_id_type: 'union_id' } }), used)
})

test('a token stands for the requests of one app, to one endpoint, in one company', async () => {
  const place = await newCompany(shared.server)
  const other = await newApp(place)
  const elsewhere = await newCompany(shared.server)
  const params = { client_token: 'T1' }
  await newPerson(place.client, {}, params)
  await newPerson(other.client, {}, params)
  await newPerson(elsewhere.client, {}, params)
  const made = await place.client.contact.department.create({ data: { name: 'Sales', parent_department_id: '0' }, params })
  expect(made.code).toBe(0)
})

test('a token is free again a day later, to the millisecond', async () => {
  const place = await newCompany(shared.server)
  const params = { client_token: 'T1' }
  await newPerson(place.client, { name: 'Ada' }, params)
  shared.clock.pass(day - 1)
  // Tokens end long before: another client gets one of its own.
  const client = feishuClient(shared.server.url, place.app)
  const { user } = client.contact
  await expectNothingDone(place, () => user.create({ data: ada(), params }), used)
  shared.clock.pass(1)
  expect((await newPerson(client, { name: 'Grace' }, params)).name).toBe('Grace')
  await expectNothingDone(place, () => user.create({ data: ada(), params }), used)
})

test('what is over for one app is forgotten with its next request, and not what another app has under the same token', async () => {
  const place = await newCompany(shared.server)
  const other = await newApp(place)
  const params = { client_token: 'T1' }
  const data = ada()
  // Tokens end long before: another client gets one of its own.
  const user = ({ app }: Pick<typeof other, 'app'>) => feishuClient(shared.server.url, app).contact.user
  await user(place).create({ data: ada(), params })
  shared.clock.pass(day / 2)
  const first = await user(other).create({ data, params })
  shared.clock.pass(day / 2)
  await user(place).create({ data: ada(), params: { client_token: 'T2' } })
  expect(await user(other).create({ data, params })).toEqual(first)
})

test('a request that was refused keeps no answer', async () => {
  const place = await newCompany(shared.server)
  const params = { client_token: 'T1' }
  const { mobile } = await newPerson(place.client)
  const { user } = place.client.contact
  const taken = { code: 41001, words: '+86', http: 400, msg: 'mobile has already exist error' }
  await expectNothingDone(place, () => user.create({ data: { ...ada(), mobile }, params }), taken)
  expect((await newPerson(place.client, { name: 'Grace' }, params)).name).toBe('Grace')
})

test('of many requests of one token one makes a user, and all are answered alike', async () => {
  const place = await newCompany(shared.server)
  const data = ada()
  const sent = Array.from({ length: 8 }, () => place.client.contact.user.create({ data, params: { client_token: 'T1' } }))
  const answers = await Promise.all(sent)
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect((await eventsInCompany(place)).filter(({ kind }) => kind === 'person_created')).toHaveLength(1)
})
