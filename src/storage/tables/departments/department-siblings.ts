import { type RawBuilder, sql } from 'kysely'
import { type Engine, statement } from '../../statement.ts'

type Siblings = { company: string; parent: string }

export const childWithName = statement((db, p: Siblings & { name: string }) =>
  db.selectFrom('departments').where('company', '=', p.company).where('parent', '=', p.parent).where('name', '=', p.name).select('id'),
)

export const childAtPosition = statement((db, p: Siblings & { position: number }) =>
  db
    .selectFrom('departments')
    .where('company', '=', p.company)
    .where('parent', '=', p.parent)
    .where('position', '=', p.position)
    .select('id'),
)

const named = (engine: Engine, locale: 'zh_cn' | 'ja_jp' | 'en_us'): RawBuilder<string | null> =>
  engine === 'sqlite' ? sql`i18n_name ->> ${sql.lit(locale)}` : sql`(i18n_name::jsonb ->> ${sql.lit(locale)})`

type Names = { zh_cn: string | null; ja_jp: string | null; en_us: string | null }

/** Children that have one of these names in its language. */
export const childrenWithLocalName = statement(
  (_db, p: Siblings & Names, engine) => sql<{ id: string; i18n_name: string }>`
    select id, i18n_name from departments where company = ${p.company} and parent = ${p.parent} and i18n_name <> '{}'
      and (${named(engine, 'zh_cn')} = ${p.zh_cn} or ${named(engine, 'ja_jp')} = ${p.ja_jp} or ${named(engine, 'en_us')} = ${p.en_us})`,
)

/** How many children there are, and the position of the last; null without any. */
export const childrenOf = statement((db, p: Siblings) =>
  db
    .selectFrom('departments')
    .where('company', '=', p.company)
    .where('parent', '=', p.parent)
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max<number | null>('position').as('last')]),
)

/** Somebody whose department it is directly. */
export const somebodyIn = statement((db, p: { company: string; department: string }) =>
  db.selectFrom('person_departments').where('company', '=', p.company).where('department', '=', p.department).limit(1).select('person'),
)
