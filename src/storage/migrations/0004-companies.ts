import { type Compilable, type Kysely, sql } from 'kysely'
import type { Engine } from '../statement.ts'
import { tableMaker } from './table-maker.ts'

type Table = ReturnType<typeof tableMaker>

/** What is found by a global name: companies, apps and their tokens. */
function registry(db: Kysely<unknown>, table: Table): Compilable[] {
  const { schema } = db
  return [
    table('companies', { texts: ['id', 'name', 'facts'], numbers: ['created_at'], key: ['id'] }),
    table('developers', { texts: ['id', 'sealed_id_key'], numbers: ['created_at'], key: ['id'] }),
    table('apps', {
      texts: [
        ...[
          'id',
          'company',
          'name',
          'kind',
          'developer',
          'sealed_secret',
          'sealed_id_key',
          'scopes',
          'redirect_uris',
          'ip_allow',
          'status',
        ],
        ...['sealed_verification_token', 'subscriptions'],
      ],
      optionalTexts: ['webhook_url', 'sealed_encrypt_key'],
      numbers: ['created_at', 'updated_at'],
      key: ['id'],
    }),
    schema.createIndex('apps_by_company').on('apps').columns(['company', 'id']),
    table('installations', { texts: ['company', 'app', 'range'], numbers: ['created_at'], key: ['company', 'app'] }),
    schema.createIndex('installations_by_app').on('installations').columns(['app', 'company']),
    table('access_tokens', {
      texts: ['digest', 'kind', 'app', 'company', 'scopes', 'sealed'],
      optionalTexts: ['person'],
      numbers: ['expires_at'],
      key: ['digest'],
    }),
    schema.createIndex('access_tokens_by_app').on('access_tokens').columns(['app', 'company', 'kind', 'expires_at']),
    schema.createIndex('access_tokens_by_end').on('access_tokens').columns(['expires_at']),
    table('user_grants', {
      texts: ['digest', 'kind', 'app', 'company', 'person', 'scopes', 'redirect_uri', 'challenge', 'challenge_method'],
      numbers: ['granted_at', 'expires_at'],
      optionalNumbers: ['used_at'],
      key: ['digest'],
    }),
    schema.createIndex('user_grants_by_end').on('user_grants').columns(['expires_at']),
    table('app_tickets', { texts: ['app', 'sealed'], numbers: ['at'], key: ['app'] }),
    table('kept_answers', {
      texts: ['company', 'app', 'operation', 'token', 'digest', 'answer'],
      numbers: ['expires_at'],
      key: ['company', 'app', 'operation', 'token'],
    }),
    schema.createIndex('kept_answers_by_end').on('kept_answers').columns(['company', 'expires_at']),
  ]
}

/** The tree of departments, with every way up it, so that what lies below one is found without walking. */
function departments(db: Kysely<unknown>, table: Table): Compilable[] {
  const { schema } = db
  return [
    table('departments', {
      texts: ['company', 'id', 'code', 'parent', 'name', 'i18n_name', 'leaders', 'partners', 'chat_employee_types'],
      optionalTexts: ['unit', 'chat'],
      numbers: ['code_changes', 'position', 'people', 'primary_people', 'created_at', 'updated_at'],
      key: ['company', 'id'],
    }),
    schema.createIndex('departments_by_code').unique().on('departments').columns(['company', 'code']),
    schema.createIndex('departments_by_name').unique().on('departments').columns(['company', 'parent', 'name']),
    schema.createIndex('departments_by_position').unique().on('departments').columns(['company', 'parent', 'position']),
    schema.createIndex('departments_by_unit').on('departments').columns(['company', 'unit', 'id']),
    table('department_ancestors', {
      texts: ['company', 'department', 'ancestor'],
      numbers: ['depth'],
      key: ['company', 'department', 'ancestor'],
    }),
    table('department_heads', { texts: ['company', 'person', 'department'], numbers: [], key: ['company', 'person', 'department'] }),
    schema.createIndex('department_ancestors_down').on('department_ancestors').columns(['company', 'ancestor', 'depth', 'department']),
  ]
}

function people(db: Kysely<unknown>, table: Table): Compilable[] {
  const { schema } = db
  const unique = (column: string) => schema.createIndex(`people_by_${column}`).unique().on('people').columns(['company', column])
  return [
    table('people', {
      texts: [
        ...['company', 'id', 'code', 'name', 'en_name', 'nickname', 'email', 'mobile', 'enterprise_email', 'employee_no', 'avatar_key'],
        ...[
          'city',
          'country',
          'work_station',
          'job_title',
          'job_level',
          'job_family',
          'dotted_leaders',
          'custom_attrs',
          'geo',
          'subscriptions',
          'description',
          'positions',
          'hold',
        ],
      ],
      optionalTexts: ['code_key', 'email_key', 'mobile_key', 'enterprise_email_key', 'employee_no_key', 'leader'],
      numbers: [
        ...[
          'code_changes',
          'mobile_visible',
          'gender',
          'employee_type',
          'is_manager',
          'is_founder',
          'frozen',
          'activated',
          'exited',
          'unjoined',
        ],
        ...['created_at', 'updated_at'],
      ],
      optionalNumbers: ['join_time', 'resigned_at'],
      key: ['company', 'id'],
    }),
    ...['code_key', 'email_key', 'mobile_key', 'enterprise_email_key', 'employee_no_key'].map(unique),
    // Who resigned is found by the code, mail and phone that once were his.
    schema.createIndex('people_by_code').on('people').columns(['company', 'code']),
    schema.createIndex('people_by_email').on('people').column('company').expression(sql`lower(email)`),
    schema.createIndex('people_by_mobile').on('people').columns(['company', 'mobile']),
    schema.createIndex('people_by_leader').on('people').columns(['company', 'leader', 'id']),
    // Few have dotted-line leaders, and departments have few of those: both are looked through when one of them resigns.
    schema
      .createIndex('people_with_dotted_leaders')
      .on('people')
      .column('company')
      .expression(sql`substr(dotted_leaders, 1, 2)`)
      .where(sql<boolean>`dotted_leaders <> '[]'`),
    table('person_departments', {
      texts: ['company', 'department', 'person'],
      numbers: ['person_order', 'department_order', 'is_primary', 'joined_at'],
      key: ['company', 'person', 'department'],
    }),
    schema
      .createIndex('person_departments_in_order')
      .on('person_departments')
      .columns(['company', 'department', 'person_order desc', 'joined_at', 'person'] as never),
  ]
}

function groups(db: Kysely<unknown>, table: Table): Compilable[] {
  const { schema } = db
  return [
    table('company_groups', {
      texts: ['company', 'id', 'name', 'description', 'kind'],
      optionalTexts: ['rule', 'visibility'],
      numbers: ['person_count', 'department_count', 'created_at', 'updated_at'],
      key: ['company', 'id'],
    }),
    schema.createIndex('company_groups_by_name').unique().on('company_groups').columns(['company', 'name']),
    schema.createIndex('company_groups_by_age').on('company_groups').columns(['company', 'kind', 'created_at', 'id']),
    // The limit over all groups is judged by their counters: read here alone, and only when people are added.
    schema.createIndex('company_groups_by_size').on('company_groups').columns(['company', 'kind', 'person_count']),
    // Kept in the order of joining, so that a page is read from the table itself; who is in what is found by the member.
    table('company_group_members', {
      texts: ['company', 'group_id', 'kind', 'member'],
      numbers: ['joined_at'],
      key: ['company', 'group_id', 'kind', 'joined_at', 'member'],
    }),
    schema
      .createIndex('company_group_members_by_member')
      .unique()
      .on('company_group_members')
      .columns(['company', 'kind', 'member', 'group_id']),
  ]
}

export const companies = {
  id: 4,
  name: '0004-companies',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const table = tableMaker(db, engine)
    return [...registry(db, table), ...departments(db, table), ...people(db, table), ...groups(db, table)]
  },
}
