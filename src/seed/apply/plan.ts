import type { Tx } from '../../storage/store.ts'
import type { Vault } from '../../storage/vault.ts'
import type { OrganizationContent } from '../content/organization-content.ts'
import type { ZoneContent } from '../content/zone-content.ts'
import type { Findings } from '../read/findings.ts'
import type { SeedDocument } from '../schema/document.ts'
import type { SeedOrganization } from '../schema/organization.ts'
import type { SeedZone } from '../schema/zone.ts'
import type { AccountBook, Entry } from './account-book.ts'

/** What everything is planned with: the document on one side, the directory as it is on the other. */
export interface Planning {
  /** Reads what is there, and holds it as it is until the end. */
  readonly tx: Tx
  readonly vault: Vault
  readonly document: SeedDocument
  readonly findings: Findings
  readonly book: AccountBook
  /** By their managers. */
  readonly organizations: Map<Entry, PlannedOrganization>
}

/** An organization of the document, or one of the directory that the document means. */
export interface PlannedOrganization {
  readonly given: SeedOrganization | undefined
  readonly manager: Entry
  readonly present: OrganizationContent | undefined
  /** Undefined until it is made. */
  id: number | undefined
  /** Departments by their paths, of the document and of the directory; undefined until they are made. */
  readonly nodes: Map<string, number | undefined>
  /** The number of its newest record of an account that it made; undefined until somebody asks. */
  lastCreation?: number
}

export function idOf({ id }: PlannedOrganization): number {
  if (id === undefined) throw new Error('an organization is asked for before it is made')
  return id
}

/** A zone of the document. */
export interface PlannedZone {
  readonly given: SeedZone
  readonly organization: PlannedOrganization
  readonly present: ZoneContent | undefined
  /** Undefined until it is opened. */
  id: string | undefined
  /** Users and groups of the document and of the directory by their folded names, with their ids once they have one. */
  readonly users: Map<string, string | undefined>
  readonly groups: Map<string, string | undefined>
}

export function zoneIdOf({ id }: PlannedZone): string {
  if (id === undefined) throw new Error('a zone is asked for before it is opened')
  return id
}
