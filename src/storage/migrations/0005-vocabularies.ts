import type { Compilable, Kysely } from 'kysely'
import type { Engine } from '../statement.ts'
import { tableMaker } from './table-maker.ts'

type Table = ReturnType<typeof tableMaker>

function jobs(db: Kysely<unknown>, table: Table): Compilable[] {
  const { schema } = db
  const shared = ['company', 'id', 'name', 'description', 'i18n_name', 'i18n_description']
  return [
    table('job_families', { texts: [...shared, 'parent'], numbers: ['enabled', 'created_at', 'updated_at'], key: ['company', 'id'] }),
    schema.createIndex('job_families_by_name').unique().on('job_families').columns(['company', 'name']),
    schema.createIndex('job_families_by_parent').on('job_families').columns(['company', 'parent', 'id']),
    schema.createIndex('job_families_by_age').on('job_families').columns(['company', 'created_at', 'id']),
    table('deleted_job_families', { texts: ['company', 'id'], numbers: ['deleted_at'], key: ['company', 'id'] }),
    table('job_levels', { texts: shared, numbers: ['position', 'enabled', 'created_at', 'updated_at'], key: ['company', 'id'] }),
    schema.createIndex('job_levels_by_name').unique().on('job_levels').columns(['company', 'name']),
    schema.createIndex('job_levels_by_position').unique().on('job_levels').columns(['company', 'position']),
  ]
}

function names(db: Kysely<unknown>, table: Table): Compilable[] {
  const { schema } = db
  return ['job_titles', 'work_cities'].flatMap((name) => [
    table(name, { texts: ['company', 'id', 'name', 'i18n_name'], numbers: ['enabled', 'created_at'], key: ['company', 'id'] }),
    schema.createIndex(`${name}_by_name`).unique().on(name).columns(['company', 'name']),
    schema.createIndex(`${name}_by_age`).on(name).columns(['company', 'created_at', 'id']),
  ])
}

function fields(db: Kysely<unknown>, table: Table): Compilable[] {
  const { schema } = db
  return [
    table('employee_types', {
      texts: ['company', 'id', 'content', 'i18n_content'],
      optionalTexts: ['content_key', 'i18n_content_key'],
      numbers: ['number', 'active', 'created_at', 'updated_at'],
      optionalNumbers: ['deleted_at'],
      key: ['company', 'number'],
    }),
    ...['id', 'content_key', 'i18n_content_key'].map((column) =>
      schema.createIndex(`employee_types_by_${column}`).unique().on('employee_types').columns(['company', column]),
    ),
    table('custom_attributes', {
      texts: ['company', 'id', 'type', 'i18n_name'],
      optionalTexts: ['options'],
      numbers: ['open', 'created_at', 'updated_at'],
      key: ['company', 'id'],
    }),
    schema.createIndex('custom_attributes_by_age').on('custom_attributes').columns(['company', 'created_at', 'id']),
  ]
}

export const vocabularies = {
  id: 5,
  name: '0005-vocabularies',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const table = tableMaker(db, engine)
    return [...jobs(db, table), ...names(db, table), ...fields(db, table)]
  },
}
