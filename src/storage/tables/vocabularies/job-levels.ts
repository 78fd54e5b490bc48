import type { JobLevelRow } from '../../schemas/vocabularies.ts'
import { statement } from '../../statement.ts'

export const insertJobLevel = statement((db, p: JobLevelRow) =>
  db.insertInto('job_levels').values({
    company: p.company,
    id: p.id,
    name: p.name,
    description: p.description,
    position: p.position,
    i18n_name: p.i18n_name,
    i18n_description: p.i18n_description,
    enabled: p.enabled,
    created_at: p.created_at,
    updated_at: p.updated_at,
  }),
)

export const updateJobLevel = statement((db, p: Omit<JobLevelRow, 'created_at'>) =>
  db
    .updateTable('job_levels')
    .set({
      name: p.name,
      description: p.description,
      position: p.position,
      i18n_name: p.i18n_name,
      i18n_description: p.i18n_description,
      enabled: p.enabled,
      updated_at: p.updated_at,
    })
    .where('company', '=', p.company)
    .where('id', '=', p.id),
)

/** Enabled or not. */
export const findJobLevel = statement((db, p: { company: string; id: string }) =>
  db.selectFrom('job_levels').where('company', '=', p.company).where('id', '=', p.id).selectAll(),
)

export const findJobLevelNamed = statement((db, p: { company: string; name: string }) =>
  db.selectFrom('job_levels').where('company', '=', p.company).where('name', '=', p.name).selectAll(),
)

export const findJobLevelAt = statement((db, p: { company: string; position: number }) =>
  db.selectFrom('job_levels').where('company', '=', p.company).where('position', '=', p.position).selectAll(),
)

/** How many there are, and the greatest position; null when there is none. */
export const countJobLevels = statement((db, p: { company: string }) =>
  db
    .selectFrom('job_levels')
    .where('company', '=', p.company)
    .select(({ fn }) => [fn.countAll<number>().as('n'), fn.max<number | null>('position').as('last')]),
)

/** By position, behind one. */
export const jobLevelsAfter = statement((db, p: { company: string; after: number; limit: number }) =>
  db
    .selectFrom('job_levels')
    .where('company', '=', p.company)
    .where('position', '>', p.after)
    .orderBy('position')
    .limit(p.limit)
    .selectAll(),
)

export const deleteJobLevel = statement((db, p: { company: string; id: string }) =>
  db.deleteFrom('job_levels').where('company', '=', p.company).where('id', '=', p.id),
)
