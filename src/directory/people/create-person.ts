import type { Company } from '../companies/company.ts'
import type { Ports } from '../ports.ts'
import type { Covering } from '../ranges/covers.ts'
import type { Tx } from '../session.ts'
import { blankPerson, type Seating, type Settable, type Told } from './draft.ts'
import { type Unkept, withNames } from './named-words.ts'
import type { Person } from './person.ts'
import { judgedPerson } from './rules/judge-person.ts'
import { requireLoginType } from './rules/login-type.ts'
import { savePerson } from './save-person.ts'
import { placed } from './seats.ts'

export type NewPerson = Partial<Settable> & {
  readonly name: string
  readonly employeeType: number
  /** Made when none is given. */
  readonly code?: string | undefined
  readonly seating: Seating
  readonly loginType?: string | undefined
  readonly told: Told
}

/** A person as he was written, and the names that he could not be given. */
export interface WrittenPerson {
  readonly person: Person
  readonly unkept: readonly Unkept[]
}

/** Adds a person to a company. Runs in its stream. Refuses with what `placed` and the rules of people refuse with, and `login_type_unknown`. */
export async function createPerson(tx: Tx, ports: Ports, company: Company, covering: Covering, asked: NewPerson): Promise<WrittenPerson> {
  const { code, seating, loginType, told, ...given } = asked
  const at = tx.origin.at
  const after: Person = {
    ...blankPerson,
    joinTime: Math.floor(at / 1000),
    ...given,
    id: ports.ids.hex(32),
    code: code ?? ports.ids.text(8),
    codeChanges: 0,
    placements: placed(seating, []),
    isManager: false,
    isFounder: false,
    hold: '',
    activated: company.facts.activatesPeople,
    exited: false,
    unjoined: false,
    resignedAt: null,
    createdAt: at,
  }
  requireLoginType(company, loginType)
  const judged = await judgedPerson({ tx, company, covering, before: undefined, after, told })
  const { person, unkept } = await withNames(tx, ports, company.id, undefined, judged)
  await savePerson(tx, company.id, undefined, person)
  return { person, unkept }
}
