import { Type } from 'typebox'
import { perMinute } from '../../rates.ts'

/** Path of every endpoint of one role. */
export const rolePath = { role_id: Type.String() }

export const roleName = Type.String({ minLength: 1, maxLength: 50, pattern: '\\S' })

const roleRate = perMinute(100)

/** What every endpoint of roles and their members has in common. */
export const roleApp = { tokens: ['tenant'], apps: ['custom'], windows: roleRate } as const
