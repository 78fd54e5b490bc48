import type { RateLimiter } from '../../contract/rate-limiter.ts'
import type { Caller } from '../../directory/accounts/caller.ts'
import { Refused } from '../../directory/refusals.ts'
import type { Session } from '../../directory/session.ts'
import type { Zone } from '../../directory/zones/zone.ts'
import type { Language } from './requests/common-parameters.ts'

export type Pace = 'create_user' | 'add_member' | 'remove_member'

/** What an action's handler is given beside its input. */
export interface Call {
  readonly caller: Caller
  readonly session: Session
  /** The language of texts in the answer. */
  readonly language: Language
  /** A moment, in ms since 1970, as this wire writes times. */
  time(at: number): string
  /** Takes one step of a zone's pace; refuses with `pace_exceeded` when this second's steps are taken. */
  keepPace(pace: Pace, zone: Zone): Promise<void> | void
}

const quotas = { create_user: 'createUserPerSecond', add_member: 'addMemberPerSecond', remove_member: 'removeMemberPerSecond' } as const

/** Makes `keepPace` over a limiter; the key is the zone, whoever calls. */
export function paceKeeper(limiter: RateLimiter): Call['keepPace'] {
  return (pace, zone) => {
    const perSecond = zone.quotas[quotas[pace]]
    const judge = (taken: boolean) => {
      if (!taken) throw new Refused({ fact: 'pace_exceeded', pace, perSecond })
    }
    const taken = limiter.take(`pace:${pace}:${zone.id}`, perSecond)
    return taken instanceof Promise ? taken.then(judge) : judge(taken)
  }
}
