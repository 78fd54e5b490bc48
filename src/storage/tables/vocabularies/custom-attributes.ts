import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import type { CustomAttributeRow } from '../../schemas/vocabularies.ts'
import { statement } from '../../statement.ts'

export const insertCustomAttribute = statement((db, p: CustomAttributeRow) =>
  db.insertInto('custom_attributes').values({
    company: p.company,
    id: p.id,
    type: p.type,
    i18n_name: p.i18n_name,
    options: p.options,
    open: p.open,
    created_at: p.created_at,
    updated_at: p.updated_at,
  }),
)

export const updateCustomAttribute = statement((db, p: Omit<CustomAttributeRow, 'created_at' | 'type'>) =>
  db
    .updateTable('custom_attributes')
    .set({ i18n_name: p.i18n_name, options: p.options, open: p.open, updated_at: p.updated_at })
    .where('company', '=', p.company)
    .where('id', '=', p.id),
)

export const findCustomAttribute = statement((db, p: { company: string; id: string }) =>
  db.selectFrom('custom_attributes').where('company', '=', p.company).where('id', '=', p.id).selectAll(),
)

/** Those of these ids that are open to apps. */
export const openCustomAttributesWithIds = statement((db, p: { company: string; ids: readonly string[] }, engine) =>
  db
    .selectFrom('custom_attributes')
    .where('company', '=', p.company)
    .where('id', 'in', textsOf(engine, p.ids))
    .where('open', '=', 1)
    .selectAll(),
)

/** Ids of all that are open to apps, oldest first. */
export const openCustomAttributes = statement((db, p: { company: string }) =>
  db
    .selectFrom('custom_attributes')
    .where('company', '=', p.company)
    .where('open', '=', 1)
    .orderBy('created_at')
    .orderBy('id')
    .select('id'),
)

/** Oldest first, behind one of them; only those that are open to apps, or all. */
export const customAttributesAfter = statement((db, p: { company: string; at: number; after: string; open: number; limit: number }) =>
  db
    .selectFrom('custom_attributes')
    .where('company', '=', p.company)
    .where(sql<boolean>`(created_at, id) > (${p.at}, ${p.after})`)
    .where('open', '>=', p.open)
    .orderBy('created_at')
    .orderBy('id')
    .limit(p.limit)
    .selectAll(),
)
