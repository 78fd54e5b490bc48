import type { Answer, Request } from './exchange.ts'
import type { Operation } from './operation.ts'

/** One thing that a rehearsed request would have written: an event of the directory. */
export type RehearsedChange = object

/** What a request asks with `X-Rollcall-Dry-Run`; `unclear` when it says neither true nor false, so that no typing error changes anything. */
export function dryRunAsked({ headers }: Request): 'no' | 'yes' | 'unclear' {
  const asked = headers['x-rollcall-dry-run']
  if (asked === undefined || asked === 'false') return 'no'
  return asked === 'true' ? 'yes' : 'unclear'
}

/** The rehearsal that a request asks for, as `begin` makes it; reads change nothing and have none. Throws `unclear` for an unclear header. */
export function rehearsalFor<Rehearsal>(
  request: Request,
  { kind }: Pick<Operation, 'kind'>,
  begin: () => Rehearsal,
  unclear: () => Error,
): Rehearsal | undefined {
  const asked = kind === 'read' ? 'no' : dryRunAsked(request)
  if (asked === 'no') return undefined
  if (asked === 'yes') return begin()
  throw unclear()
}

/** Rehearsed requests of this server, to be read for an hour under `/admin/v1/rehearsals/{requestId}`. */
export interface Rehearsals {
  /**
   * The answer with `X-Rollcall-Changes`: the list itself, or where the administration reads it, when it is long or the caller may not know all that
   * is in it. Keeps it, unless it was a plain refusal.
   */
  told(answer: Answer, changes: readonly RehearsedChange[], mayKnowAll?: boolean): Answer
  find(requestId: string): RehearsedChange[] | undefined
}

const mostInHeader = 4096
const hour = 3_600_000
/** Characters of all that is kept, and what an entry takes beside them. */
const room = 16 * 1024 * 1024
const overhead = 512

interface Kept {
  readonly text: string
  readonly at: number
}

/** Keeps rehearsals in memory, the oldest giving way when there are too many; the newest is kept however long it is. */
export function keptRehearsals(clock: { now(): number }): Rehearsals {
  const kept = new Map<string, Kept>()
  let taken = 0

  function drop(requestId: string, { text }: Kept): void {
    kept.delete(requestId)
    taken -= text.length + overhead
  }

  function keep(requestId: string, text: string): void {
    const at = clock.now()
    taken += text.length + overhead
    for (const [oldest, entry] of kept) {
      if (taken <= room && at - entry.at < hour) break
      drop(oldest, entry)
    }
    kept.set(requestId, { text, at })
  }

  return {
    told(answer, changes, mayKnowAll = true) {
      const { requestId, code } = answer.outcome
      const text = inAscii(JSON.stringify(changes))
      if (code === 'OK' || changes.length > 0) keep(requestId, text)
      const inHeader = text.length <= mostInHeader && (mayKnowAll || changes.length === 0)
      const value = inHeader ? text : `/admin/v1/rehearsals/${requestId}`
      return { ...answer, headers: { ...answer.headers, 'x-rollcall-changes': value } }
    },
    find(requestId) {
      const found = kept.get(requestId)
      return found && clock.now() - found.at < hour ? JSON.parse(found.text) : undefined
    },
  }
}

/** The same JSON in characters that a header may hold. */
function inAscii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
