import { type Static, Type } from 'typebox'
import type { CompanyName } from '../../../../directory/vocabularies/names/company-name.ts'
import { showLocalized, shownLocalized } from '../../localized.ts'
import { perMinute } from '../../rates.ts'

/** What the endpoints have in common. */
export const jobTitleReader = {
  kind: 'read',
  tokens: ['tenant', 'user'],
  apps: ['custom', 'store'],
  scopes: ['contact:job_title:readonly', 'contact:contact:access_as_user', 'contact:contact:readonly_as_app'],
  windows: perMinute(10),
} as const

export const shownJobTitle = Type.Object({
  job_title_id: Type.String(),
  name: Type.String(),
  i18n_name: shownLocalized,
  status: Type.Boolean(),
})

export function showJobTitle({ id, name, i18nName, enabled }: CompanyName): Static<typeof shownJobTitle> {
  return { job_title_id: id, name, i18n_name: showLocalized(i18nName), status: enabled }
}
