import { describe, expect, test } from 'vitest'
import { newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { type MadePerson, newPerson } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('user.update_user_id', () => {
  const shared = sharedServer()

  const rename = ({ client }: Pick<TestApp, 'client'>, { union_id }: MadePerson, new_user_id: string) =>
    client.contact.user.updateUserId({ path: { user_id: union_id }, params: { user_id_type: 'union_id' }, data: { new_user_id } })

  async function codeOf({ client }: Pick<TestApp, 'client'>, { open_id }: MadePerson) {
    return (await client.contact.user.get({ path: { user_id: open_id } })).data?.user?.user_id
  }

  test('gives a new user_id, and the old one is free', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client, { user_id: 'before' })
    expect(await rename(company, person, 'after')).toMatchObject({ code: 0, data: {} })
    expect(await codeOf(company, person)).toBe('after')
    const event = (await eventsInCompany(company)).at(-1)
    expect(event).toMatchObject({ kind: 'person_changed', before: { code: 'before' }, after: { code: 'after' } })
    const heir = await newPerson(company.client, { user_id: 'before' })
    const { data } = await company.client.contact.user.get({ path: { user_id: 'before' }, params: { user_id_type: 'user_id' } })
    expect(data?.user?.open_id).toBe(heir.open_id)
  })

  test('the user_id that he has is no change, and none that resigned keep theirs', async () => {
    const company = await newCompany(shared.server)
    const [person, gone] = [await newPerson(company.client, { user_id: 'same' }), await newPerson(company.client, { user_id: 'gone' })]
    const before = (await eventsInCompany(company)).length
    expect((await rename(company, person, 'same')).code).toBe(0)
    expect(await eventsInCompany(company)).toHaveLength(before)
    await company.client.contact.user.delete({ path: { user_id: gone.open_id } })
    expect((await rename(company, person, 'gone')).code).toBe(0)
  })

  test('41011: a user_id that somebody has', async () => {
    const company = await newCompany(shared.server)
    const [person] = [await newPerson(company.client), await newPerson(company.client, { user_id: 'taken' })]
    const refusal = { code: 41011, http: 400, msg: 'userID already exists error', words: 'taken' }
    await expectNothingDone(
      company,
      () => rename(company, person as MadePerson, 'taken'),
      refusal,
      () => codeOf(company, person as MadePerson),
    )
  })

  test('41013: a second change, unless the company allows it', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    await rename(company, person, 'once')
    const refusal = { code: 41013, http: 400, msg: 'exceed userID update limit error', words: 'once' }
    await expectNothingDone(
      company,
      () => rename(company, person, 'twice'),
      refusal,
      () => codeOf(company, person),
    )
    await setCompanyFacts(company, { limits: { personCodeChanges: 2 } })
    expect((await rename(company, person, 'twice')).code).toBe(0)
  })

  test('41050: a user outside the range, and an id of nobody', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    const within = await appWithin(company, { departments: [(await newPlace(company)).open] })
    const refusal = { code: 41050, http: 400, msg: 'no user authority error', words: 'range' }
    await expectNothingDone(
      company,
      () => rename(within, person, 'other'),
      refusal,
      () => codeOf(company, person),
    )
    const nobody = { union_id: 'on_none' } as MadePerson
    await expectNothingDone(company, () => rename(company, nobody, 'other'), { ...refusal, words: 'on_none' })
  })

  test('41054: no user_id, one with a blank, one of 65 characters; 40001: a type of ids that there is not', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    const refusal = { code: 41054, http: 400, msg: 'new user id is required  error', words: 'new_user_id' }
    for (const bad of [undefined as never, '', 'a b', 'a\tb', 'x'.repeat(65)]) {
      await expectNothingDone(
        company,
        () => rename(company, person, bad),
        refusal,
        () => codeOf(company, person),
      )
    }
    expect((await rename(company, person, 'x'.repeat(64))).code).toBe(0)
    const call = () =>
      company.client.contact.user.updateUserId({
        path: { user_id: person.open_id },
        params: { user_id_type: 'none' as 'open_id' },
        data: { new_user_id: 'other' },
      })
    await expectNothingDone(company, call, { code: 40001, http: 400, msg: 'Invalid params', words: 'user_id_type' })
  })

  test('42006: who has resigned', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    await company.client.contact.user.delete({ path: { user_id: person.open_id } })
    const refusal = { code: 42006, http: 400, msg: 'user has resigned error', words: person.union_id }
    await expectNothingDone(
      company,
      () => rename(company, person, 'other'),
      refusal,
      () => codeOf(company, person),
    )
  })
})
