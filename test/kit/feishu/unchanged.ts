import { expect } from 'vitest'
import { companyStream } from '../../../src/directory/events.ts'
import { admin } from '../admin.ts'
import type { TestEvent } from '../directory.ts'
import type { TestApp } from './company.ts'
import { expectFeishuRefusal } from './refusals.ts'

type Place = Pick<TestApp, 'server' | 'company'>

/** What happened in a company, oldest first. */
export async function eventsInCompany({ server, company }: Place): Promise<TestEvent[]> {
  const { body } = await admin<{ items: TestEvent[] }>(server, 'GET', `/events?tenant=${companyStream(company)}&limit=1000`)
  return body.items
}

/** What happened to one thing of a company: its kinds of events, oldest first. */
export async function kindsOf(place: Place, subject: string): Promise<string[]> {
  return (await eventsInCompany(place)).filter((event) => event.subject === subject).map(({ kind }) => kind)
}

/** The refusal with this code and these words; `state`, and the events of the company, are afterwards what they were before. */
export async function expectNothingDone(
  place: Place,
  call: () => Promise<unknown>,
  refusal: { readonly code: number; readonly words: string | RegExp; readonly http: number; readonly msg: string },
  state: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const before = [await state(), await eventsInCompany(place)]
  const { code, words, http, msg } = refusal
  await expectFeishuRefusal(call(), code, words, { http, msg })
  expect([await state(), await eventsInCompany(place)]).toEqual(before)
}
