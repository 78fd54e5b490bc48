import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Machine } from '../machine.ts'
import type { Options } from '../options.ts'
import type { CompanyFigures } from '../parts/company.ts'
import type { FlatCost } from '../parts/flat-cost.ts'
import type { Logging } from '../parts/logging.ts'
import type { OrganizationFigures } from '../parts/organization.ts'
import type { PostgresFigures } from '../parts/postgres.ts'
import type { Profile } from '../parts/profile.ts'
import type { ScimFigures } from '../parts/scim.ts'
import type { StartUp } from '../parts/start-up.ts'
import type { Throughput } from '../parts/throughput.ts'
import type { Memory } from '../servers/pinned.ts'
import { machineLine, markdownOf } from './markdown.ts'

/** All that was measured at one scale. */
export interface ScaleRecord {
  readonly scale: { name: string; memberships: number; users: number; groups: number; bigGroup: number; fillSeconds: number | null }
  startUp?: StartUp
  calls?: Throughput
  memory?: Memory
  flat?: FlatCost
  logging?: Logging
  postgres?: PostgresFigures
  organization?: OrganizationFigures
  company?: CompanyFigures
  scim?: ScimFigures
  profiles?: Profile[]
}

/** Keeps a run as JSON for programs and as Markdown for people; answers where. */
export function keepRecord(machine: Machine, { rounds, seconds, connections, logLevel }: Options, records: readonly ScaleRecord[]): string {
  const folder = fileURLToPath(new URL('../results/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const stamp = `${machine.date.slice(0, 16).replace('T', '-').replace(':', '')}-${records.map(({ scale }) => scale.name).join('-')}`
  const how = { rounds, seconds, connections, logLevel }
  writeFileSync(`${folder}${stamp}.json`, `${JSON.stringify({ machine, how, records }, null, 2)}\n`)
  const intro = `Medians of ${rounds} rounds of ${seconds} s each, all calls in turn within a round; ${connections} connections, one request in flight on each; log level ${logLevel}. Ratios are medians of each round's own ratio.`
  const page = [`# Benchmark`, machineLine(machine), intro, ...records.map(markdownOf)]
  writeFileSync(`${folder}${stamp}.md`, `${page.join('\n\n')}\n`)
  return `bench/results/${stamp}.md`
}
