import { statement } from '../statement.ts'

export const findOrganization = statement((db, p: { organization: number }) =>
  db.selectFrom('organizations').where('id', '=', p.organization).selectAll(),
)

/** Changes nothing when the number is taken. */
export const insertOrganization = statement((db, p: { id: number; manager_uin: number; root_node: number; created_at: number }) =>
  db
    .insertInto('organizations')
    .values({ id: p.id, manager_uin: p.manager_uin, root_node: p.root_node, quotas: '{}', facts: '{}', created_at: p.created_at })
    .onConflict((conflict) => conflict.column('id').doNothing()),
)

/** Sets what was adjusted: JSON of quotas and facts. */
export const adjustOrganization = statement((db, p: { organization: number; quotas: string; facts: string }) =>
  db.updateTable('organizations').set({ quotas: p.quotas, facts: p.facts }).where('id', '=', p.organization),
)

/** An account belongs to one organization at most; changes nothing when it has one. */
export const affiliate = statement((db, p: { uin: number; organization: number }) =>
  db
    .insertInto('affiliations')
    .values({ uin: p.uin, organization: p.organization })
    .onConflict((conflict) => conflict.column('uin').doNothing()),
)

export const affiliationOf = statement((db, p: { uin: number }) =>
  db.selectFrom('affiliations').where('uin', '=', p.uin).select('organization'),
)

/** An organization with its manager's name, as one of its members sees it. */
export const organizationOfMember = statement((db, p: { uin: number }) =>
  db
    .selectFrom('affiliations')
    .innerJoin('organizations', 'organizations.id', 'affiliations.organization')
    .innerJoin('members', (join) =>
      join.onRef('members.organization', '=', 'affiliations.organization').onRef('members.uin', '=', 'affiliations.uin'),
    )
    .innerJoin('accounts', 'accounts.uin', 'organizations.manager_uin')
    .leftJoin('members as payer', (join) =>
      join.onRef('payer.organization', '=', 'members.organization').onRef('payer.uin', '=', 'members.payer'),
    )
    .where('affiliations.uin', '=', p.uin)
    .select([
      'organizations.id',
      'organizations.manager_uin',
      'organizations.root_node',
      'organizations.created_at',
      'members.joined_at',
      'members.may_quit',
      'members.permissions',
      'members.payer',
      'payer.name as payer_name',
      'accounts.name as manager_name',
    ])
    .select(({ selectFrom }) =>
      selectFrom('entity_relations as e')
        .whereRef('e.organization', '=', 'organizations.id')
        .whereRef('e.manager_uin', '=', 'affiliations.uin')
        .select(({ fn }) => fn.min<number>('e.id').as('id'))
        .as('administered'),
    ),
)
