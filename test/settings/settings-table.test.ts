import { expect, test } from 'vitest'
import { settingsTable } from '../../src/settings/settings-table.ts'
import { settingKeys, variableOf } from '../../src/settings.ts'

const rows = settingsTable().trim().split('\n')

test('every setting has its row, and every row its cells', () => {
  expect(rows).toHaveLength(settingKeys.length + 2)
  for (const key of settingKeys) expect(rows.filter((row) => row.startsWith(`| \`${variableOf(key)}\``))).toHaveLength(1)
  for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(8)
})

test('a row says all there is to say', () => {
  expect(rows).toContain(
    '| `ROLLCALL_PORT` | `--port` | `port` | `7470` | a port, 0 to 65535 | The port to listen on. `0` takes a free one. |',
  )
  expect(rows.find((row) => row.includes('ROLLCALL_ADMIN_TOKEN_FILE'))).toMatch(
    /^\| `ROLLCALL_ADMIN_TOKEN`<br>`ROLLCALL_ADMIN_TOKEN_FILE` \| `--admin-token` \| `adminToken` \| made on first start, shown once \|/,
  )
})
