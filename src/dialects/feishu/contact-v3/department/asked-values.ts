/** Values of a body in the directory's words; what was not sent is left out. */
interface Sent {
  readonly i18n_name?: Readonly<Partial<Record<'zh_cn' | 'ja_jp' | 'en_us', string>>>
  readonly order?: string
  readonly group_chat_employee_types?: readonly number[]
}

export function valuesAsked({ i18n_name, order, group_chat_employee_types: types }: Sent) {
  return {
    ...(i18n_name && { i18nName: localNames(i18n_name) }),
    ...(order && { position: Number(order) }),
    ...(types && { chatEmployeeTypes: types }),
  }
}

/** An empty name in a language is none. */
function localNames(names: NonNullable<Sent['i18n_name']>): Record<string, string> {
  return Object.fromEntries((['zh_cn', 'ja_jp', 'en_us'] as const).flatMap((locale) => (names[locale] ? [[locale, names[locale]]] : [])))
}
