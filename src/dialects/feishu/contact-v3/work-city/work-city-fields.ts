import { type Static, Type } from 'typebox'
import type { CompanyName } from '../../../../directory/vocabularies/names/company-name.ts'
import { showLocalized, shownLocalized } from '../../localized.ts'
import { perMinute } from '../../rates.ts'

/** What the endpoints have in common. */
export const workCityReader = {
  kind: 'read',
  tokens: ['tenant', 'user'],
  apps: ['custom', 'store'],
  scopes: ['contact:work_city:readonly', 'contact:contact:access_as_user', 'contact:contact:readonly_as_app'],
  windows: perMinute(10),
} as const

export const shownWorkCity = Type.Object({
  work_city_id: Type.String(),
  name: Type.String(),
  i18n_name: shownLocalized,
  status: Type.Boolean(),
})

export function showWorkCity({ id, name, i18nName, enabled }: CompanyName): Static<typeof shownWorkCity> {
  return { work_city_id: id, name, i18n_name: showLocalized(i18nName), status: enabled }
}
