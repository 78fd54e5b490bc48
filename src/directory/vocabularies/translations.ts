/** A text in one language. */
export interface Translation {
  readonly locale: string
  readonly value: string
}

/** One text a language, the last that was given, by locale; a text without a language, or an empty one, says nothing. */
export function translations(given: readonly Partial<Translation>[] = []): Translation[] {
  const byLocale = new Map<string, string>()
  for (const { locale, value } of given) if (locale && value) byLocale.set(locale, value)
  return [...byLocale].map(([locale, value]) => ({ locale, value })).sort((a, b) => (a.locale < b.locale ? -1 : 1))
}

export function translationsOf(json: string): Translation[] {
  return JSON.parse(json) as Translation[]
}
