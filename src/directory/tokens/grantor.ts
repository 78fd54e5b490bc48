import { Refused } from '../refusals.ts'

/** Why a person may not let an app act for him; undefined when he may. */
export type GrantorState = 'resigned' | 'frozen' | 'not_registered'

export function grantorState(person: {
  readonly resignedAt: number | null
  readonly frozen: boolean
  readonly unjoined: boolean
}): GrantorState | undefined {
  if (person.resignedAt !== null) return 'resigned'
  if (person.frozen) return 'frozen'
  return person.unjoined ? 'not_registered' : undefined
}

/** Refuses with `grantor_resigned`, `grantor_frozen`, `grantor_not_registered`. */
export function requireGrantor(state: GrantorState | undefined): void {
  if (state) throw new Refused({ fact: `grantor_${state}` })
}
