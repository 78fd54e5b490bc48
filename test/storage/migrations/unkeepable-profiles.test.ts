import { expect, test } from 'vitest'
import { contentOf } from '../../kit/content.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { olderDirectory, opened } from './older-directory.ts'

const profile = JSON.stringify({
  'nick\0name': 'a\0b',
  title: '\ud800',
  phoneNumbers: [{ value: '+86 1' }, { value: '2\0' }, { value: '\udfff3' }, { value: 'a\\b' }, { value: '😀' }],
})

const user = `insert into users (zone, id, name, name_key, first_name, last_name, display_name, description, email, status, owner,
    must_reset_password, password_digest, created_at, updated_at, profile)
  values ('z-1', 'u-1', 'u', 'u', '', '', '', '', '', 'enabled', 'synchronized', 0, '', 0, 0, '${profile}')`

const zone = `insert into zones (id, organization, name, synchronization, quotas, user_count, group_count, users_version, created_at, updated_at)
  values ('z-1', 1, 'zone', 'enabled', '{}', 1, 0, 1, 0, 0)`

onEveryEngine('a user whose profile holds what no database keeps, from a seed file of before', (engine) => {
  test('is kept as he is, and found by his other values', async () => {
    const place = await olderDirectory(engine, 13, [zone, user])
    await (await opened(place)).close()
    const { users = [], listed_values: values = [] } = await contentOf(place)
    expect(users.map((row) => JSON.parse(row).profile)).toEqual([profile])
    expect(values.map((row) => JSON.parse(row).value).sort()).toEqual(['+86 1', 'a\\b'])
  })
})
