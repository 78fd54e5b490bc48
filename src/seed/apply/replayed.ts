import type { Ids, Ports } from '../../directory/ports.ts'
import type { Tx } from '../../storage/store.ts'

/** A unit of work as a command sees it that belongs to one stream, and that makes its thing at a given time. Events keep the time of now. */
export function within(tx: Tx, stream: string, at: number = tx.origin.at): Tx {
  return {
    origin: { ...tx.origin, at },
    first: (statement, params) => tx.first(statement, params),
    all: (statement, params) => tx.all(statement, params),
    run: (statement, params) => tx.run(statement, params),
    record: (event) => tx.record({ tenant: stream, ...event }),
  }
}

/** Ids that are given instead of drawn: a text without its prefix, numbers by how many digits a command asks for. Absent ones are drawn. */
export interface GivenIds {
  readonly text?: string | undefined
  /** Hexadecimal digits: the first that are drawn, later ones are new. */
  readonly hex?: string | undefined
  readonly numbers?: Readonly<Record<number, number | undefined>>
}

/** Ports by which a command draws the ids that a document gives. */
export function drawing(ports: Ports, given: GivenIds): Ports {
  let hex = given.hex
  const ids: Ids = {
    text: (length) => given.text?.slice(given.text.indexOf('-') + 1) ?? ports.ids.text(length),
    number: (digits) => given.numbers?.[digits] ?? ports.ids.number(digits),
    secret: (length) => ports.ids.secret(length),
    hex(length) {
      const drawn = hex ?? ports.ids.hex(length)
      hex = undefined
      return drawn
    },
    uuid: () => ports.ids.uuid(),
  }
  return { ...ports, ids }
}

/** The members of an object that are given. */
export function givenOf<Given extends object>(given: Given): { [Name in keyof Given]: Exclude<Given[Name], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}
