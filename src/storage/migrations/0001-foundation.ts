import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Engine } from '../statement.ts'

/** Text is compared byte by byte on both engines, so that pages and ranges agree. */
export function columnTypes(engine: Engine): { text: RawBuilder<string>; int: RawBuilder<number>; end: RawBuilder<unknown> } {
  return engine === 'sqlite'
    ? { text: sql`text`, int: sql`integer`, end: sql`strict, without rowid` }
    : { text: sql`text collate "C"`, int: sql`bigint`, end: sql`` }
}

/** Accounts, keys, organizations: what is found by a global name. */
function registry(db: Kysely<unknown>, engine: Engine): Compilable[] {
  const { text, int, end } = columnTypes(engine)
  const { schema } = db
  return [
    schema
      .createTable('accounts')
      .addColumn('uin', int, (c) => c.primaryKey())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('verification', text, (c) => c.notNull())
      .addColumn('entity', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('created_in', int)
      .addColumn('created_at', int, (c) => c.notNull())
      .modifyEnd(end),
    schema
      .createTable('affiliations')
      .addColumn('uin', int, (c) => c.primaryKey().references('accounts.uin'))
      .addColumn('organization', int, (c) => c.notNull())
      .modifyEnd(end),
    schema
      .createTable('access_keys')
      .addColumn('secret_id', text, (c) => c.primaryKey())
      .addColumn('uin', int, (c) => c.notNull().references('accounts.uin'))
      .addColumn('sealed_secret', text, (c) => c.notNull())
      .addColumn('status', text, (c) => c.notNull())
      .addColumn('ip_allow', text, (c) => c.notNull())
      .addColumn('ip_deny', text, (c) => c.notNull())
      .addColumn('created_at', int, (c) => c.notNull())
      .modifyEnd(end),
    schema.createIndex('access_keys_by_account').on('access_keys').columns(['uin', 'secret_id']),
    schema
      .createTable('zone_names')
      .addColumn('name', text, (c) => c.primaryKey())
      .addColumn('zone', text, (c) => c.notNull())
      .modifyEnd(end),
  ]
}

/** The tree of accounts: every key begins with the organization. */
function organizations(db: Kysely<unknown>, engine: Engine): Compilable[] {
  const { text, int, end } = columnTypes(engine)
  const { schema } = db
  return [
    schema
      .createTable('organizations')
      .addColumn('id', int, (c) => c.primaryKey())
      .addColumn('manager_uin', int, (c) => c.notNull())
      .addColumn('root_node', int, (c) => c.notNull())
      .addColumn('created_at', int, (c) => c.notNull())
      .modifyEnd(end),
    schema
      .createTable('nodes')
      .addColumn('organization', int, (c) => c.notNull().references('organizations.id'))
      .addColumn('id', int, (c) => c.notNull())
      .addColumn('parent', int, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('remark', text, (c) => c.notNull())
      .addColumn('created_at', int, (c) => c.notNull())
      .addPrimaryKeyConstraint('nodes_key', ['organization', 'id'])
      .modifyEnd(end),
    schema
      .createTable('members')
      .addColumn('organization', int, (c) => c.notNull())
      .addColumn('uin', int, (c) => c.notNull())
      .addColumn('node', int, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('may_quit', text, (c) => c.notNull())
      .addColumn('joined_at', int, (c) => c.notNull())
      .addPrimaryKeyConstraint('members_key', ['organization', 'uin'])
      .addForeignKeyConstraint('members_in_node', ['organization', 'node'], 'nodes', ['organization', 'id'])
      .modifyEnd(end),
  ]
}

/** Users, groups and who is in what: every key begins with the zone. */
function zones(db: Kysely<unknown>, engine: Engine): Compilable[] {
  const { text, int, end } = columnTypes(engine)
  const { schema } = db
  return [
    schema
      .createTable('zones')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('organization', int, (c) => c.notNull().unique())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('synchronization', text, (c) => c.notNull())
      .addColumn('quotas', text, (c) => c.notNull())
      .addColumn('user_count', int, (c) => c.notNull())
      .addColumn('group_count', int, (c) => c.notNull())
      .addColumn('users_version', int, (c) => c.notNull())
      .addColumn('created_at', int, (c) => c.notNull())
      .addColumn('updated_at', int, (c) => c.notNull())
      .modifyEnd(end),
    schema
      .createTable('users')
      .addColumn('zone', text, (c) => c.notNull().references('zones.id'))
      .addColumn('id', text, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('name_key', text, (c) => c.notNull())
      .addColumn('first_name', text, (c) => c.notNull())
      .addColumn('last_name', text, (c) => c.notNull())
      .addColumn('display_name', text, (c) => c.notNull())
      .addColumn('description', text, (c) => c.notNull())
      .addColumn('email', text, (c) => c.notNull())
      .addColumn('email_key', text)
      .addColumn('status', text, (c) => c.notNull())
      .addColumn('owner', text, (c) => c.notNull())
      .addColumn('must_reset_password', int, (c) => c.notNull())
      .addColumn('password_digest', text, (c) => c.notNull())
      .addColumn('group_count', int, (c) => c.notNull())
      .addColumn('created_at', int, (c) => c.notNull())
      .addColumn('updated_at', int, (c) => c.notNull())
      .addPrimaryKeyConstraint('users_key', ['zone', 'id'])
      .addUniqueConstraint('users_name', ['zone', 'name_key'])
      .addUniqueConstraint('users_email', ['zone', 'email_key'])
      .modifyEnd(end),
    schema.createIndex('users_by_age').on('users').columns(['zone', 'created_at', 'id']),
    schema
      .createTable('groups')
      .addColumn('zone', text, (c) => c.notNull().references('zones.id'))
      .addColumn('id', text, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('name_key', text, (c) => c.notNull())
      .addColumn('description', text, (c) => c.notNull())
      .addColumn('owner', text, (c) => c.notNull())
      .addColumn('member_count', int, (c) => c.notNull())
      .addColumn('created_at', int, (c) => c.notNull())
      .addColumn('updated_at', int, (c) => c.notNull())
      .addPrimaryKeyConstraint('groups_key', ['zone', 'id'])
      .addUniqueConstraint('groups_name', ['zone', 'name_key'])
      .modifyEnd(end),
    schema.createIndex('groups_by_age').on('groups').columns(['zone', 'created_at', 'id']),
    schema
      .createTable('memberships')
      .addColumn('zone', text, (c) => c.notNull())
      .addColumn('group_id', text, (c) => c.notNull())
      .addColumn('user_id', text, (c) => c.notNull())
      .addColumn('joined_at', int, (c) => c.notNull())
      .addPrimaryKeyConstraint('memberships_key', ['zone', 'group_id', 'user_id'])
      .addForeignKeyConstraint('memberships_of_group', ['zone', 'group_id'], 'groups', ['zone', 'id'])
      .addForeignKeyConstraint('memberships_of_user', ['zone', 'user_id'], 'users', ['zone', 'id'])
      .modifyEnd(end),
    schema.createIndex('memberships_by_user').on('memberships').columns(['zone', 'user_id', 'group_id']),
    schema
      .createTable('access_rules')
      .addColumn('zone', text, (c) => c.notNull().references('zones.id'))
      .addColumn('principal', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('target_uin', int, (c) => c.notNull())
      .addColumn('created_at', int, (c) => c.notNull())
      .addPrimaryKeyConstraint('access_rules_key', ['zone', 'principal', 'kind', 'target_uin'])
      .modifyEnd(end),
  ]
}

/** What happened, one ordered stream a tenant. */
function events(db: Kysely<unknown>, engine: Engine): Compilable[] {
  const { text, int, end } = columnTypes(engine)
  const { schema } = db
  return [
    schema
      .createTable('event_streams')
      .addColumn('tenant', text, (c) => c.primaryKey())
      .addColumn('seq', int, (c) => c.notNull())
      .addColumn('last_at', int, (c) => c.notNull())
      .modifyEnd(end),
    schema
      .createTable('events')
      .addColumn('tenant', text, (c) => c.notNull())
      .addColumn('seq', int, (c) => c.notNull())
      .addColumn('at', int, (c) => c.notNull())
      .addColumn('actor', text, (c) => c.notNull())
      .addColumn('account', int, (c) => c.notNull())
      .addColumn('dialect', text, (c) => c.notNull())
      .addColumn('operation', text, (c) => c.notNull())
      .addColumn('request_id', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('subject', text, (c) => c.notNull())
      .addColumn('before', text)
      .addColumn('after', text)
      .addPrimaryKeyConstraint('events_key', ['tenant', 'seq'])
      .modifyEnd(end),
    schema.createIndex('events_by_subject').on('events').columns(['tenant', 'subject', 'seq']),
  ]
}

export const foundation = {
  id: 1,
  name: '0001-foundation',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => [
    ...registry(db, engine),
    ...organizations(db, engine),
    ...zones(db, engine),
    ...events(db, engine),
  ],
}
