import { usual } from '../../rates.ts'
import { departmentIdType, userIdType } from '../../schemas.ts'

/** What calls that read departments share. */
export const departmentReader = {
  area: 'department',
  kind: 'read',
  tokens: ['tenant', 'user'],
  apps: ['custom', 'store'],
  windows: usual,
} as const

export const readScopes = [
  'contact:contact.base:readonly',
  'contact:contact:access_as_app',
  'contact:contact:readonly',
  'contact:contact:readonly_as_app',
] as const

export const idTypes = { user_id_type: userIdType, department_id_type: departmentIdType }
