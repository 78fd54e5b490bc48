import type { Draft } from '../draft.ts'
import type { Person } from '../person.ts'
import { judgeLicences, judgeRegion } from './assets.ts'
import { judgedAttributes } from './attributes.ts'
import { judgeContacts, judgeEnterpriseMail, judgeUnique } from './contacts.ts'
import { judgeLeaders } from './leaders.ts'
import { judgePosts } from './posts.ts'
import { judgeCount, judgeRoom, judgeSeats } from './seats.ts'
import { judgeCompany, judgeWords } from './standing.ts'
import { judgeJob } from './words.ts'

/**
 * Every rule that a person must keep as he is to be, in the order in which refusals come: what is said of him, the range, what he refers to, what
 * is his alone, and room. Only what is new or changes is judged. Answers him with his fields in the form that is kept.
 */
export async function judgedPerson(draft: Draft): Promise<Person> {
  judgeContacts(draft)
  await judgeSeats(draft)
  judgeCompany(draft)
  judgeWords(draft)
  await judgeLeaders(draft)
  await judgeJob(draft)
  const customAttributes = await judgedAttributes(draft)
  judgePosts(draft)
  judgeRegion(draft)
  judgeLicences(draft)
  judgeEnterpriseMail(draft)
  await judgeUnique(draft)
  await judgeCount(draft)
  await judgeRoom(draft)
  return { ...draft.after, customAttributes }
}
