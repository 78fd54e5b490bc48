import { hash } from 'node:crypto'
import { answerOnce } from '../../directory/kept-answers/answer-once.ts'
import type { Tx } from '../../directory/session.ts'
import type { Call } from './call.ts'

interface Sent {
  /** The endpoint's name. */
  readonly endpoint: string
  /** `client_token`; without one the work is done each time. */
  readonly token: string | undefined
  /** Everything that was asked for beside the token: path, query and body. */
  readonly asked: unknown
}

/**
 * Does the work of a request once for its `client_token`: for 24 hours the same app gets the same answer for the same request, and 40021 for
 * another one of the same token. Called within the write, around the command and the answer made of it.
 */
export async function keptAnswer<Answer extends object>(
  tx: Tx,
  { app, company }: Pick<Call, 'app' | 'company'>,
  { endpoint, token, asked }: Sent,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (token === undefined || token === '') return work()
  const digest = hash('sha256', JSON.stringify(inOrder(asked)))
  return answerOnce(tx, { company: company.id, app: app.id, operation: endpoint, token, digest }, work)
}

/** The same with the members of objects by name: their order in JSON says nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]))
}
