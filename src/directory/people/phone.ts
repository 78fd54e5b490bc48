/** A phone number in the form in which it is kept and compared: `+`, country and number. Eleven digits that begin with 1 are of the mainland. */
export function phoneOf(text: string): string | undefined {
  const digits = text.replace(/[\s()-]/g, '')
  if (/^1\d{10}$/.test(digits)) return `+86${digits}`
  if (/^\+861\d{10}$/.test(digits)) return digits
  return !digits.startsWith('+86') && /^\+[1-9]\d{5,16}$/.test(digits) ? digits : undefined
}
