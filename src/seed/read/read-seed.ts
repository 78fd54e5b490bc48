import { plainSchema } from '../../contract/derive/plain-schema.ts'
import { documentSchema, type SeedDocument } from '../schema/document.ts'
import { SeedRefused } from './finding.ts'
import { Findings } from './findings.ts'
import { shapeOf } from './shape.ts'
import { readSource } from './source.ts'

/** A seed that was read: what of it has the right shape, and what was found to be wrong so far. */
export interface Seed {
  readonly document: SeedDocument
  readonly findings: Findings
}

/** Reads a seed document, YAML or JSON. Throws `SeedRefused` when it is neither; what is wrong with its shape is in the findings. */
export function readSeed(text: string, file: string): Seed {
  const source = readSource(text, file)
  if (source.faults.length > 0) throw new SeedRefused(source.faults)
  const { value, places, findings, lacking } = shapeOf(plainSchema(documentSchema), source.value)
  return { document: value as SeedDocument, findings: new Findings(source, places, findings, lacking) }
}
