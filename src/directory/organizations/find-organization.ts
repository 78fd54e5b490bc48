import type { Reader } from '../../storage/store.ts'
import { findOrganization } from '../../storage/tables/organizations.ts'
import { zoneOfOrganization } from '../../storage/tables/zones.ts'
import { type OrganizationQuotas, organizationQuotasOf, type Quotas, quotasOf } from '../limits.ts'
import { Refused } from '../refusals.ts'
import { type Zone, zoneFrom } from '../zones/zone.ts'
import { type OrganizationFacts, organizationFactsFrom } from './facts.ts'

/** A tree of accounts with one manager. */
export interface Organization {
  readonly id: number
  readonly managerUin: number
  readonly rootNode: number
  readonly limits: OrganizationQuotas
  readonly facts: OrganizationFacts
  readonly createdAt: number
}

export interface OrganizationWithZone extends Organization {
  readonly zone: Zone | undefined
  /** Those in force; without a zone, those that a zone begins with. */
  readonly quotas: Quotas
}

/** Refuses with `organization_not_found`. */
export async function organizationNow(reader: Reader, organization: number): Promise<Organization> {
  const row = await reader.first(findOrganization, { organization })
  if (!row) throw new Refused({ fact: 'organization_not_found', organization })
  return {
    id: row.id,
    managerUin: row.manager_uin,
    rootNode: row.root_node,
    limits: organizationQuotasOf(JSON.parse(row.quotas) as Partial<OrganizationQuotas>),
    facts: organizationFactsFrom(row.facts),
    createdAt: row.created_at,
  }
}

/** Refuses with `organization_not_found`. */
export async function organizationWithZone(reader: Reader, id: number): Promise<OrganizationWithZone> {
  const organization = await organizationNow(reader, id)
  const row = await reader.first(zoneOfOrganization, { organization: id })
  const zone = row && zoneFrom(row)
  return { ...organization, zone, quotas: zone?.quotas ?? quotasOf({}) }
}
