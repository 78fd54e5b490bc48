import { type RawBuilder, sql } from 'kysely'
import type { Schema } from '../schema.ts'
import type {
  EntityApplicationRow,
  InvitationRow,
  MailBindingRow,
  MemberRow,
  NodeRow,
  OrganizationRow,
  ServiceDelegationRow,
} from '../schemas/organizations.ts'
import type { GroupRow, UserRow, ZoneRow } from '../schemas/zones.ts'
import { statement } from '../statement.ts'

type OfOrganization = { organization: number }
type OfZone = { zone: string }

/** Whole contents, in an order that is the same in both engines: for documents that hold all of it. */
const wholeOrganization = <Row>(table: keyof Schema, order: RawBuilder<unknown>) =>
  statement(
    (_db, p: OfOrganization) => sql<Row>`select * from ${sql.table(table)} where organization = ${p.organization} order by ${order}`,
  )

const wholeZone = <Row>(table: keyof Schema, order: RawBuilder<unknown>) =>
  statement((_db, p: OfZone) => sql<Row>`select * from ${sql.table(table)} where zone = ${p.zone} order by ${order}`)

export const everyOrganization = statement((_db, _p: object) => sql<OrganizationRow>`select * from organizations order by id`)

export const everyZone = statement((_db, _p: object) => sql<ZoneRow>`select * from zones order by name`)

export const everyNode = wholeOrganization<NodeRow>('nodes', sql`name`)
export const everyMember = wholeOrganization<MemberRow>('members', sql`uin`)
export const everyInvitation = wholeOrganization<InvitationRow>('invitations', sql`id`)
export const everyCreationRecord = wholeOrganization<Schema['creation_records']>('creation_records', sql`id`)
export const everyEntityRelation = wholeOrganization<Schema['entity_relations']>('entity_relations', sql`id`)
export const everyEntityApplication = wholeOrganization<EntityApplicationRow>('entity_applications', sql`uin`)
export const everyDelegation = wholeOrganization<ServiceDelegationRow>('service_delegations', sql`service, uin`)
export const everyMailBinding = wholeOrganization<MailBindingRow>('mail_bindings', sql`uin`)

/** What accounts bound in organizations that were deleted since. */
export const everyOutlivingMailBinding = statement(
  (_db, _p: object) => sql<MailBindingRow>`
    select * from mail_bindings b where not exists (select 1 from organizations o where o.id = b.organization)
    order by organization, uin`,
)

export const everyAccountDeletion = wholeOrganization<Schema['account_deletions']>('account_deletions', sql`uin`)

export const everyUser = wholeZone<UserRow>('users', sql`name_key`)
export const everyGroup = wholeZone<GroupRow>('groups', sql`name_key`)
export const everyAccessRule = wholeZone<Schema['access_rules']>('access_rules', sql`principal, kind, target_uin`)

/** Who is in what, by the names of users. */
export const everyMembership = statement(
  (_db, p: OfZone) => sql<{ group_id: string; name: string; joined_at: number }>`
    select g.id as group_id, u.name, m.joined_at from groups g
      join memberships m on m.zone = g.zone and m.group_number = g.number join users u on u.zone = m.zone and u.number = m.user_number
    where g.zone = ${p.zone} order by g.id, u.name_key`,
)
