import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import type { JobFamilyRow } from '../../schemas/vocabularies.ts'
import { statement } from '../../statement.ts'

export const insertJobFamily = statement((db, p: JobFamilyRow) =>
  db.insertInto('job_families').values({
    company: p.company,
    id: p.id,
    name: p.name,
    description: p.description,
    parent: p.parent,
    i18n_name: p.i18n_name,
    i18n_description: p.i18n_description,
    enabled: p.enabled,
    created_at: p.created_at,
    updated_at: p.updated_at,
  }),
)

export const updateJobFamily = statement((db, p: Omit<JobFamilyRow, 'created_at'>) =>
  db
    .updateTable('job_families')
    .set({
      name: p.name,
      description: p.description,
      parent: p.parent,
      i18n_name: p.i18n_name,
      i18n_description: p.i18n_description,
      enabled: p.enabled,
      updated_at: p.updated_at,
    })
    .where('company', '=', p.company)
    .where('id', '=', p.id),
)

/** Enabled or not. */
export const findJobFamily = statement((db, p: { company: string; id: string }) =>
  db.selectFrom('job_families').where('company', '=', p.company).where('id', '=', p.id).selectAll(),
)

export const findJobFamilyNamed = statement((db, p: { company: string; name: string }) =>
  db.selectFrom('job_families').where('company', '=', p.company).where('name', '=', p.name).selectAll(),
)

export const countJobFamilies = statement((db, p: { company: string }) =>
  db
    .selectFrom('job_families')
    .where('company', '=', p.company)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

/** Those whose parent is one of these. */
export const jobFamiliesBelow = statement((db, p: { company: string; parents: readonly string[] }, engine) =>
  db.selectFrom('job_families').where('company', '=', p.company).where('parent', 'in', textsOf(engine, p.parents)).select('id'),
)

/** Oldest first, behind one of them. */
export const jobFamiliesAfter = statement((db, p: { company: string; at: number; after: string; limit: number }) =>
  db
    .selectFrom('job_families')
    .where('company', '=', p.company)
    .where(sql<boolean>`(created_at, id) > (${p.at}, ${p.after})`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(p.limit)
    .selectAll(),
)

export const deleteJobFamily = statement((db, p: { company: string; id: string }) =>
  db.deleteFrom('job_families').where('company', '=', p.company).where('id', '=', p.id),
)

export const keepDeletedJobFamily = statement((db, p: { company: string; id: string; deleted_at: number }) =>
  db.insertInto('deleted_job_families').values({ company: p.company, id: p.id, deleted_at: p.deleted_at }),
)

export const findDeletedJobFamily = statement((db, p: { company: string; id: string }) =>
  db.selectFrom('deleted_job_families').where('company', '=', p.company).where('id', '=', p.id).selectAll(),
)
