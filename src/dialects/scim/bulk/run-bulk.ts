import { named } from '../../../contract/shown.ts'
import { errorBody } from '../answers.ts'
import type { Call } from '../call.ts'
import { type ScimError, scimError, statusOf } from '../scim-error.ts'
import { root, type ScimOperation } from '../scim-operation.ts'
import { type BulkOperation, bulkIdOf, readBulkOperation, readBulkTarget } from './bulk-operation.ts'
import type { BulkRequest, SentOperation } from './bulk-request.ts'
import { referencesIn, withIds } from './references.ts'

/** What became of one operation. */
interface Outcome {
  readonly status: number
  readonly location?: string
  readonly version?: string
  readonly error?: ScimError
}

/**
 * Does the operations of a bulk request one after the other, each in a transaction of its own; what an operation refers to is done before it. Answers in
 * the order of the request, and leaves out what was not begun because too much had failed.
 */
export async function runBulk(call: Call, { operations, failOnErrors }: BulkRequest): Promise<object[]> {
  const byBulkId = new Map<string, number>()
  operations.forEach((sent, index) => {
    const bulkId = bulkIdOf(sent)
    if (bulkId !== undefined && !byBulkId.has(bulkId)) byBulkId.set(bulkId, index)
  })
  const outcomes = new Map<number, Outcome>()
  const ids = new Map<string, string>()
  let errors = 0

  async function outcomeOf(index: number, above: readonly number[]): Promise<void> {
    if (outcomes.has(index) || errors >= failOnErrors) return
    const sent = operations[index] as SentOperation
    const outcome = await done(sent, index, [...above, index]).catch((thrown: unknown) => refusedOutcome(call, sent, ids, thrown))
    if (outcomes.has(index) || !outcome) return
    if (outcome.error) errors++
    outcomes.set(index, outcome)
  }

  async function done(sent: SentOperation, index: number, above: readonly number[]): Promise<Outcome | undefined> {
    const asked = readBulkOperation(sent)
    const bulkId = bulkIdOf(sent)
    if (bulkId !== undefined && byBulkId.get(bulkId) !== index) throw doubled(bulkId)
    for (const needed of referencesIn({ data: asked.data, target: asked.target })) {
      const at = byBulkId.get(needed)
      if (at === undefined) throw unknown(needed)
      if (above.includes(at)) throw circular(needed)
      await outcomeOf(at, above)
      if (!ids.has(needed)) {
        if (errors >= failOnErrors) return undefined
        throw withoutIt(needed)
      }
    }
    const outcome = await perform(call, asked, (needed) => ids.get(needed) as string)
    if (bulkId !== undefined && outcome.location !== undefined)
      ids.set(bulkId, outcome.location.slice(outcome.location.lastIndexOf('/') + 1))
    return outcome
  }

  for (const index of operations.keys()) await outcomeOf(index, [])
  return [...outcomes].sort(([left], [right]) => left - right).map(([index, outcome]) => told(operations[index] as SentOperation, outcome))
}

/** The answer of a creation or replacement is not read: its id alone is shown, so that no list of members is. */
const idAlone = new URLSearchParams({ attributes: 'id' })

async function perform(
  call: Call,
  { operation, target, data, version }: BulkOperation,
  idOf: (bulkId: string) => string,
): Promise<Outcome> {
  const id = (withIds({ target }, idOf) as { target: string }).target
  const query = operation.http.method === 'PATCH' ? new URLSearchParams() : idAlone
  const sent = { id, query, body: withIds(data, idOf), ...(version !== undefined && { ifMatch: version }) }
  const { status, headers = {} } = await operation.handle({ ...call, session: call.sessionOf(operation.name) }, sent)
  return {
    status,
    location: headers.location ?? locationOf(call, operation, id),
    ...(headers.etag !== undefined && { version: headers.etag }),
  }
}

function locationOf({ base }: Call, { routePath }: ScimOperation, id: string): string {
  return `${base}${routePath.slice(root.length).replace(/\/:id$/, '')}/${id}`
}

/** A refusal, and where that is which it left as it was: only what was to be made has no place (RFC 7644 §3.7). */
function refusedOutcome(call: Call, sent: SentOperation, ids: ReadonlyMap<string, string>, thrown: unknown): Outcome {
  const asked = targetAgain(sent)
  const error = call.wordOf(thrown, asked?.operation ?? { name: 'Bulk', codes: new Set(['invalidSyntax', 'invalidValue', 'conflict']) })
  const id = asked && knownId(asked.target, ids)
  return { status: statusOf(error.code), error, ...(asked && id !== undefined && { location: locationOf(call, asked.operation, id) }) }
}

/** The id that a target is or stands for; undefined where there is none yet. */
function knownId(target: string, ids: ReadonlyMap<string, string>): string | undefined {
  const [needed] = referencesIn(target)
  return needed === undefined ? target || undefined : ids.get(needed)
}

function targetAgain(sent: SentOperation): ReturnType<typeof readBulkTarget> | undefined {
  try {
    return readBulkTarget(sent)
  } catch {
    return undefined
  }
}

function told(sent: SentOperation, { status, location, version, error }: Outcome): object {
  const bulkId = bulkIdOf(sent)
  const [, method] = Object.entries(sent).find(([name]) => name.toLowerCase() === 'method') ?? []
  return {
    ...(location !== undefined && { location }),
    ...(typeof method === 'string' && { method: method.toUpperCase().slice(0, 20) }),
    ...(bulkId !== undefined && { bulkId }),
    ...(version !== undefined && { version }),
    status: String(status),
    ...(error && { response: errorBody(error) }),
  }
}

const shown = (bulkId: string) => `bulkId:${named(bulkId)}`

function unknown(bulkId: string): ScimError {
  return scimError(
    'invalidValue',
    `No operation of the request has ${shown(bulkId)}. Name one that has, or send the id itself.`,
    `请求中没有 ${shown(bulkId)} 对应的操作，请更正或直接使用 id。`,
  )
}

function circular(bulkId: string): ScimError {
  return scimError(
    'conflict',
    `${shown(bulkId)} refers back to this operation. Make one of them first, and refer to it in a later request.`,
    `${shown(bulkId)} 与该操作循环引用，请先创建其中之一，再在后续请求中引用。`,
  )
}

function doubled(bulkId: string): ScimError {
  return scimError(
    'invalidValue',
    `${shown(bulkId)} stands for an earlier operation already. Give each its own.`,
    `${shown(bulkId)} 已被前面的操作使用，请使用不同的 bulkId。`,
  )
}

function withoutIt(bulkId: string): ScimError {
  return scimError(
    'invalidValue',
    `The operation of ${shown(bulkId)}, on which this one depends, made nothing. Mend that one first.`,
    `该操作依赖的 ${shown(bulkId)} 未成功，请先更正该操作。`,
  )
}
