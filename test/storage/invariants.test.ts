import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { invariants, soundness } from '../../src/storage/invariants/all.ts'
import type { Engine } from '../../src/storage/statement.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { emptyDirectory, seed } from '../kit/seeding.ts'
import { wholeDocument } from '../seed/whole-document.ts'

interface Breakable {
  /** What does not hold any more after a statement past the program, which is then taken back. */
  after(sql: string): Promise<Record<string, string>>
}

const every = (engine: Engine) =>
  [...soundness(engine), ...invariants].map(({ what, broken }) => [what, broken.compiled(engine).sql] as const)

function onSqlite(folder: string): Breakable {
  const database = new DatabaseSync(databaseIn(folder), { enableForeignKeyConstraints: false, timeout: 5000 })
  onTestFinished(() => database.close())
  return {
    async after(sql) {
      database.exec(`begin; ${sql}`)
      const found = every('sqlite').map(([what, asked]) => [what, database.prepare(asked).get()?.broken])
      database.exec('rollback')
      return Object.fromEntries(found.filter(([, broken]) => broken !== undefined))
    },
  }
}

async function onPostgres(url: string): Promise<Breakable> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return {
    async after(sql) {
      // Without the keys that would not let it happen.
      await client.query(`begin; set local session_replication_role = replica; ${sql}`)
      const found: Record<string, string> = {}
      for (const [what, asked] of every('postgres')) {
        const [row] = (await client.query<{ broken: string }>(asked)).rows
        if (row) found[what] = row.broken
      }
      await client.query('rollback')
      return found
    },
  }
}

const added = (tenant: string, kind: string, subject: string, after: object) => `
  insert into events (tenant, seq, at, actor, account, dialect, operation, request_id, kind, subject, after)
    select tenant, seq + 1, 0, '', 0, '', '', '', '${kind}', '${subject}', '${JSON.stringify(after)}' from event_streams where tenant = ${tenant};
  update event_streams set seq = seq + 1 where tenant = ${tenant}`

const aZone = '(select min(zone) from memberships)'
const aCompany = `(select 'company-' || min(company) from company_group_members)`

const aHead = 'person = (select min(person) from department_heads)'
const heads = 'leaders and partners of departments'

/** A statement that breaks something, and all that is to be found of it. */
const damages: readonly (readonly [sql: string, found: Record<string, RegExp>])[] = [
  ['update groups set member_count = member_count + 1 where number = 1', { groups: /counts \d members and has \d/ }],
  [
    'delete from memberships where group_number = (select min(group_number) from memberships)',
    { groups: /and has 0/, 'memberships and events': /by the events user u-\S+ is in group g-\S+, by the rows not/ },
  ],
  [
    'update memberships set user_number = 999999 where user_number = (select min(user_number) from memberships)',
    { memberships: /membership of no user \(number 999999\) in group g-/, 'memberships and events': /by the rows not/ },
  ],
  [
    `insert into memberships select zone, 999999, user_number, 0 from memberships limit 1`,
    { memberships: /in no group \(number 999999\)/, 'memberships and events': /has \d+ memberships, and by the events \d+/ },
  ],
  [
    added(aZone, 'member_added', 'g-gone', { user: 'u-gone' }),
    { 'memberships and events': /user u-gone is in group g-gone, by the rows not/ },
  ],
  ['update zones set user_count = user_count - 1', { zones: /counts \d+ users and \d+ groups, and has/ }],
  ['delete from zone_names', { zones: /the name of zone z-\S+ does not lead to it/ }],
  ['update zones set users_made = 0', { 'numbers of users and groups': /has given 0 numbers, and user u-\S+ has number/ }],
  [`insert into listed_values select id, 'a@b', 'u-gone' from zones`, { 'addresses that users are found by': /no user u-gone/ }],
  ['delete from events where seq = 1', { events: /stream \S+ ends at \d+ and has \d+ events/ }],
  [`delete from event_streams where tenant = 'accounts'`, { events: /stream accounts has events and no end/ }],
  [
    'update nodes set parent = 1000005 where id = 1000004',
    { 'trees of organizations': /node 100000[45] of organization 123456789 does not hang on its root/ },
  ],
  [
    'delete from affiliations where uin = 110000000003',
    { 'members of organizations': /account 110000000003 is a member of .* does not belong/ },
  ],
  ['delete from members where uin = 110000000003', { 'members of organizations': /account 110000000003 belongs to .* is no member/ }],
  ['update department_ancestors set depth = depth + 1 where depth = 1', { 'trees of departments': /on its way up/ }],
  ['update departments set people = people + 1', { departments: /counts \d+ people/ }],
  ['update company_groups set person_count = person_count + 1', { 'groups of companies': /counts \d+ people/ }],
  [
    `update company_group_members set member = 'ou-gone' where kind = 'person' and member = (select min(member) from company_group_members where kind = 'person')`,
    { 'members of groups of companies': /person ou-gone of .* is not there/, 'groups of companies and events': /by the rows not/ },
  ],
  [
    added(aCompany, 'group_person_added', 'gone', { person: 'gone' }),
    { 'groups of companies and events': /by the events person gone is in group gone, by the rows not/ },
  ],
  [`update company_role_members set role = 'gone'`, { 'roles of companies': /that is gone|does not hold it/ }],
  [
    `update person_departments set department = 'od-gone' where is_primary = 1 and person = (select min(person) from person_departments where department <> '0' and is_primary = 1)`,
    { 'people of departments': /sits in department od-gone, and that is gone/, departments: /and has/ },
  ],
  [
    `update department_heads set department = 'od-gone' where ${aHead}`,
    { [heads]: /leads or partners department od-gone, and that is gone/ },
  ],
  [
    `update department_heads set company = 'other' where ${aHead}`,
    { [heads]: /of company other leads or partners department \S+, and that is gone/ },
  ],
  [
    `update department_heads set person = 'ou-gone' where ${aHead}`,
    { [heads]: /person ou-gone of .* leads or partners department \S+, and is not there/ },
  ],
  [
    `update people set resigned_at = 1 where id = (select min(person) from department_heads)`,
    {
      [heads]: /leads or partners department \S+, and has resigned/,
      'people of departments': /has resigned/,
      'members of groups of companies': /has resigned/,
      'roles of companies': /has resigned/,
    },
  ],
  [`update departments set leaders = '[]', partners = '[]'`, { [heads]: /leads or partners department \S+, and it does not say so/ }],
  ['delete from department_heads', { [heads]: /has person \S+ as leader or partner, whom nothing leads to it/ }],
]

onEveryEngine('what is true of every directory', (engine) => {
  test('holds of one that was seeded, and whatever breaks it is found', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, wholeDocument)
    const place = directory.databaseUrl ? await onPostgres(directory.databaseUrl) : onSqlite(directory.folder)
    expect(await place.after('select 1')).toEqual({})
    for (const [sql, found] of damages) {
      const matching = Object.fromEntries(Object.entries(found).map(([what, text]) => [what, expect.stringMatching(text)]))
      // Which rows the keys of SQLite lead to is looked at too, and is another's test.
      const { 'foreign keys': _, ...told } = await place.after(sql)
      expect({ sql, told }).toEqual({ sql, told: matching })
    }
  })
})
