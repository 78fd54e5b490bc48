import { usual } from '../../rates.ts'

/** What calls that read users share. */
export const userReader = {
  area: 'user',
  kind: 'read',
  tokens: ['tenant', 'user'],
  apps: ['custom', 'store'],
  windows: usual,
} as const

/** What calls that write users share. */
export const userWriter = {
  area: 'user',
  kind: 'write',
  tokens: ['tenant'],
  apps: ['custom'],
  scopes: ['contact:contact'],
  windows: usual,
} as const
