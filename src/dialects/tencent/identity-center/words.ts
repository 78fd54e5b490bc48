import { Type } from 'typebox'
import type { Owner } from '../../../directory/users/user.ts'

/** Of a user, of a SCIM key, and of the zone's synchronization. */
type Status = 'enabled' | 'disabled'

/** Enumerations of this wire and the directory's words for them. */
const owners = { Manual: 'manual', Synchronized: 'synchronized' } as const
const statuses = { Enabled: 'enabled', Disabled: 'disabled' } as const

/** A type or status in a request; `refusal` is the code for any other word, where it is not the common one. */
export const ownerType = (refusal?: string) => Type.String({ enum: Object.keys(owners), ...(refusal && { refusal }) })
export const statusWord = (refusal?: string) => Type.String({ enum: Object.keys(statuses), ...(refusal && { refusal }) })

export function ownerOf<Word extends string | undefined>(word: Word): Owner | (undefined extends Word ? undefined : never) {
  return owners[word as keyof typeof owners] as Owner
}

export function statusOf<Word extends string | undefined>(word: Word): Status | (undefined extends Word ? undefined : never) {
  return statuses[word as keyof typeof statuses] as Status
}

export function ownerWord(owner: Owner): string {
  return owner === 'manual' ? 'Manual' : 'Synchronized'
}

export function statusWordOf(status: Status): string {
  return status === 'enabled' ? 'Enabled' : 'Disabled'
}
