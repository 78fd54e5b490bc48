import { type Compilable, type Kysely, sql } from 'kysely'
import type { Engine } from '../statement.ts'
import { columnTypes } from './0001-foundation.ts'

/** Columns that tables of the first migration gain; every row that is there has the default. */
function gained(db: Kysely<unknown>, engine: Engine): Compilable[] {
  const { text, int } = columnTypes(engine)
  const { schema } = db
  const filled = (table: string, column: string, value: string | number) =>
    schema.alterTable(table).addColumn(column, typeof value === 'string' ? text : int, (c) => c.notNull().defaultTo(sql.lit(value)))
  return [
    filled('accounts', 'facts', '{}'),
    filled('organizations', 'quotas', '{}'),
    filled('organizations', 'facts', '{}'),
    filled('nodes', 'tags', '[]'),
    filled('nodes', 'updated_at', 0),
    filled('members', 'remark', ''),
    filled('members', 'permissions', '[1,2]'),
    schema.alterTable('members').addColumn('asked_permissions', text),
    schema.alterTable('members').addColumn('payer', int),
    schema.alterTable('members').addColumn('asked_payer', int),
    filled('members', 'tags', '[]'),
    filled('members', 'updated_at', 0),
    schema.createIndex('accounts_by_name').on('accounts').columns(['name']),
    schema.createIndex('accounts_by_entity').on('accounts').columns(['entity']),
    schema.createIndex('nodes_by_name').unique().on('nodes').columns(['organization', 'name']),
    // A number of another organization's is told from one that nobody has.
    schema.createIndex('nodes_by_id').on('nodes').columns(['id']),
    schema.createIndex('nodes_by_age').on('nodes').columns(['organization', 'created_at', 'parent', 'id']),
    schema.createIndex('nodes_by_parent').on('nodes').columns(['organization', 'parent']),
    schema.createIndex('members_by_node').on('members').columns(['organization', 'node', 'joined_at', 'uin']),
    schema.createIndex('members_by_age').on('members').columns(['organization', 'joined_at', 'uin']),
    schema.createIndex('members_by_name').on('members').columns(['organization', 'name']),
    schema.createIndex('members_by_payer').on('members').columns(['organization', 'payer']),
    schema
      .createIndex('members_by_asked_payer')
      .on('members')
      .columns(['organization', 'asked_payer'])
      .where('asked_payer', 'is not', null),
  ]
}

function made(db: Kysely<unknown>, engine: Engine): Compilable[] {
  const { text, int, end } = columnTypes(engine)
  const { schema } = db
  const table = (
    name: string,
    texts: readonly string[],
    numbers: readonly string[],
    optional: readonly string[],
    key: readonly string[],
  ) => {
    let built = schema.createTable(name)
    for (const column of numbers) built = built.addColumn(column, int, (c) => c.notNull())
    for (const column of texts) built = built.addColumn(column, text, (c) => c.notNull())
    for (const column of optional) built = built.addColumn(column, int)
    return built.addPrimaryKeyConstraint(`${name}_key`, key as never).modifyEnd(end)
  }
  return [
    table(
      'invitations',
      ['name', 'remark', 'permissions', 'may_quit', 'tags', 'status'],
      ['organization', 'id', 'uin', 'node', 'created_at', 'expires_at', 'updated_at'],
      ['payer'],
      ['organization', 'id'],
    ),
    schema.createIndex('invitations_by_id').unique().on('invitations').columns(['id']),
    schema.createIndex('invitations_by_invitee').on('invitations').columns(['uin', 'id']),
    schema.createIndex('invitations_by_status').on('invitations').columns(['organization', 'status', 'expires_at']),
    table('entity_applications', ['entity', 'proofs'], ['organization', 'uin', 'created_at'], [], ['organization', 'uin']),
    table('creation_records', [], ['organization', 'id', 'created_at'], ['uin'], ['organization', 'id']),
    table('entity_relations', ['name'], ['organization', 'id', 'created_at'], ['manager_uin'], ['organization', 'id']),
    table(
      'service_delegations',
      ['scope', 'scope_uins', 'scope_nodes'],
      ['organization', 'service', 'uin', 'in_use', 'created_at', 'updated_at'],
      [],
      ['organization', 'service', 'uin'],
    ),
    schema.createIndex('service_delegations_by_member').on('service_delegations').columns(['organization', 'uin']),
    table(
      'mail_bindings',
      ['email', 'country_code', 'phone', 'status', 'description', 'day'],
      ['organization', 'uin', 'id', 'requests', 'phone_bound', 'updates', 'sends', 'sent_at', 'created_at'],
      ['bound_at', 'place'],
      ['organization', 'uin'],
    ),
    schema.alterTable('mail_bindings').addColumn('address', text),
    // Global, as an address is: one account has it, and a phone has one account in each place. Nulls are no clash.
    schema.createIndex('mail_bindings_by_address').unique().on('mail_bindings').columns(['address']),
    schema.createIndex('mail_bindings_by_phone').unique().on('mail_bindings').columns(['country_code', 'phone', 'place']),
    // Deletions that are asked for and not finished.
    table('account_deletions', [], ['organization', 'uin', 'requested_at', 'due_at'], [], ['organization', 'uin']),
    schema.createIndex('account_deletions_by_time').on('account_deletions').columns(['due_at']),
    schema.createIndex('access_rules_by_target').on('access_rules').columns(['zone', 'target_uin', 'kind']),
    schema.createIndex('entity_relations_by_manager').on('entity_relations').columns(['organization', 'manager_uin']),
    schema.createIndex('mail_bindings_by_day').on('mail_bindings').columns(['organization', 'day']),
  ]
}

export const organizations = {
  id: 3,
  name: '0003-organizations',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => [...gained(db, engine), ...made(db, engine)],
}
