import { flagOf, settingKeys, settingOf, variableOf } from '../settings.ts'

/** All settings as a Markdown table, for the reference. */
export function settingsTable(): string {
  const rows = settingKeys.map((key) => {
    const { kind, default: fallback, otherwise, doc, secret } = settingOf(key)
    const variable = `\`${variableOf(key)}\`${secret ? `<br>\`${variableOf(`${key}File`)}\`` : ''}`
    return [
      variable,
      `\`${flagOf(key)}\``,
      `\`${key}\``,
      fallback === undefined ? (otherwise ?? 'none') : `\`${fallback}\``,
      kind.allowed,
      doc,
    ]
  })
  return [['variable', 'flag', 'key in the file', 'default', 'allowed', 'meaning'], Array(6).fill('---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('')
}
