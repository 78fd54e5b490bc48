import { generated, page } from './markdown-text.ts'

/** The page of all settings around their table. */
export function settingsPage(table: string): string {
  return page(
    generated,
    '# Settings · 设置',
    'Every setting has one name: as environment variable, as flag of `rollcall serve`, and as key of the file that `config` names. A flag wins over a variable, a variable over the file. A secret can be read from a file: its variable with `_FILE` names that file.',
    table.trimEnd(),
  )
}
