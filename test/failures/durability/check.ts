import { invariants, soundness } from '../../../src/storage/invariants/all.ts'
import type { Ledger, Thing } from './ledger.ts'
import type { Row, Truth } from './truth.ts'

/** Rows that name no group or no user are found as such. */
const memberships = `select 'membership' as kind, coalesce(g.id, '?') || ' ' || coalesce(u.id, '?') as name, '' as id from memberships m
  left join groups g on g.zone = m.zone and g.number = m.group_number left join users u on u.zone = m.zone and u.number = m.user_number`

/** Follows a zone's events from check to check, and holds the rows and the callers' ledger against them. */
export class Check {
  readonly #truth: Truth
  readonly #zone: string
  readonly #told = new Set<string>()
  #seen = 0

  constructor(truth: Truth, zone: string) {
    this.#truth = truth
    this.#zone = zone
  }

  /** Throws when a change was lost or is there by half. What nobody was told of is taken as it is found. */
  async run(ledger: Ledger): Promise<void> {
    // Whatever does not hold is half a change.
    const { engine } = this.#truth
    for (const { what, broken } of [...soundness(engine), ...invariants]) {
      const rows = await this.#truth.ask(broken.compiled(engine).sql)
      if (rows.length > 0) throw new Error(`${what}: ${JSON.stringify(rows)}`)
    }
    const requests = await this.#followEvents()
    const missing = ledger.acknowledged.filter((request) => !requests.delete(request))
    if (missing.length > 0) throw new Error(`${missing.length} acknowledged changes have no event: ${missing.slice(0, 5)}`)
    if (requests.size > ledger.unanswered)
      throw new Error(`${requests.size} changes that nobody was told of, of ${ledger.unanswered} possible`)
    const rows = await this.#present()
    const apart = [...this.#told].filter((name) => !rows.has(name)).concat([...rows.keys()].filter((name) => !this.#told.has(name)))
    if (apart.length > 0) throw new Error(`rows and events differ: ${apart.slice(0, 5)}`)
    for (const thing of ledger.things) settle(thing, rows)
    ledger.acknowledged = []
    ledger.unanswered = 0
  }

  /** Adds the new events to what the stream says is there; answers their requests, each of which changed one thing. */
  async #followEvents(): Promise<Set<string>> {
    const rows = await this.#truth.ask(
      `select seq, kind, subject, before, after, request_id from events where tenant = '${this.#zone}' and seq > ${this.#seen} order by seq`,
    )
    const requests = new Set<string>()
    for (const row of rows) {
      const request = String(row.request_id)
      if (requests.has(request)) throw new Error(`request ${request} has two events`)
      requests.add(request)
      this.#seen = Number(row.seq)
      this.#tell(row)
    }
    return requests
  }

  #tell({ kind, subject, before, after }: Row): void {
    const [what, change] = String(kind).split('_') as [string, string]
    const facts = JSON.parse(String(after ?? before)) as { user?: string; name?: string }
    const name = what === 'member' ? `membership ${subject} ${facts.user}` : `${what} ${facts.name}`
    const comes = change === 'added' || change === 'created'
    if (comes === this.#told.has(name)) throw new Error(`event ${kind} of ${name} says what was so already`)
    if (comes) this.#told.add(name)
    else this.#told.delete(name)
  }

  /** Everything that is there, with its id. */
  async #present(): Promise<Map<string, string>> {
    const zone = `where zone = '${this.#zone}'`
    const rows = [
      ...(await this.#truth.ask(`${memberships} where m.zone = '${this.#zone}'`)),
      ...(await this.#truth.ask(`select 'user' as kind, name, id from users ${zone}`)),
      ...(await this.#truth.ask(`select 'group' as kind, name, id from groups ${zone}`)),
    ]
    return new Map(rows.map(({ kind, name, id }) => [`${kind} ${name}`, String(id)]))
  }
}

function settle(thing: Thing, rows: ReadonlyMap<string, string>): void {
  const id = rows.get(`${thing.kind} ${thing.name}`)
  const present = id !== undefined
  if (!thing.unsure && present !== thing.present) {
    throw new Error(`${thing.kind} ${thing.name} was acknowledged as ${thing.present ? 'there' : 'gone'} and is not`)
  }
  thing.present = present
  thing.unsure = false
  thing.id = id
}
