import type { Engine } from '../statement.ts'
import { ofCompanies } from './companies.ts'
import type { Invariant } from './invariant.ts'
import { ofOrganizations } from './organizations.ts'
import { foreignKeys, pages } from './sqlite.ts'
import { ofStreams } from './streams.ts'
import { ofZones } from './zones.ts'

/** What the file itself must be, whatever its schema. */
export const soundness = (engine: Engine): readonly Invariant[] => (engine === 'sqlite' ? [pages, foreignKeys] : [])

/** What is true of the rows of the schema that this program knows. */
export const invariants: readonly Invariant[] = [...ofZones, ...ofOrganizations, ...ofCompanies, ...ofStreams]
