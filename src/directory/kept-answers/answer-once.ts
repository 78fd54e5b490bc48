import { findKeptAnswer, forgetKeptAnswers, keepAnswer } from '../../storage/tables/companies/kept-answers.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'

/** What a client called its request, so that sending it again does nothing again. */
export interface RequestName {
  readonly company: string
  readonly app: string
  readonly operation: string
  readonly token: string
  /** A digest of all that was asked for. */
  readonly digest: string
}

/** How long an answer is given again, in ms. */
const keptFor = 24 * 3600 * 1000

const mostForgotten = 20

/**
 * Does the work of a named request once; later requests of the name get its answer. Name, work and answer are written together or not at all, and
 * the company's stream makes two requests of one name follow each other. Refuses with `request_name_used` when the name stood for something else.
 */
export async function answerOnce<Answer extends object>(tx: Tx, name: RequestName, work: () => Promise<Answer>): Promise<Answer> {
  const { digest, ...key } = name
  const now = tx.origin.at
  const kept = await tx.first(findKeptAnswer, key)
  if (kept && kept.expires_at > now) {
    if (kept.digest !== digest) throw new Refused({ fact: 'request_name_used', token: name.token })
    return JSON.parse(kept.answer) as Answer
  }
  const answer = await work()
  await tx.run(forgetKeptAnswers, { company: name.company, at: now, most: mostForgotten })
  await tx.run(keepAnswer, { ...key, digest, answer: JSON.stringify(answer), expires_at: now + keptFor })
  return answer
}
