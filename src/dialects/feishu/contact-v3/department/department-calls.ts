import { usual } from '../../rates.ts'

/** What calls that read departments share. */
export const departmentReader = {
  area: 'department',
  kind: 'read',
  tokens: ['tenant', 'user'],
  apps: ['custom', 'store'],
  windows: usual,
} as const

/** What calls that write departments share. */
export const departmentWriter = {
  area: 'department',
  kind: 'write',
  tokens: ['tenant'],
  apps: ['custom'],
  scopes: ['contact:contact'],
  windows: usual,
} as const

export const readScopes = [
  'contact:contact.base:readonly',
  'contact:contact:access_as_app',
  'contact:contact:readonly',
  'contact:contact:readonly_as_app',
] as const
