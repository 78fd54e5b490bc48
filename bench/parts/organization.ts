import { join } from 'node:path'
import { fillOrganization, type OrganizationSize } from '../data/fill-organization.ts'
import type { Pattern } from '../load/jobs.ts'
import { type Load, nextSeed, type Sample, type Summary, sample, sizeOfRound, summaryOf } from '../load/measure.ts'
import { medianRatio, rounded } from '../report/statistics.ts'
import { atMost, targets, type Verdict } from '../report/targets.ts'
import { type MeasuredServer, startServer } from '../servers/rollcall-server.ts'

export interface OrganizationFigures {
  readonly summaries: Record<string, Summary>
  readonly verdicts: Verdict[]
}

const sizes: Readonly<Record<'small' | 'large', OrganizationSize>> = {
  small: { nodes: 10, members: 10 },
  large: { nodes: 1_000, members: 10_000 },
}

const patterns = ['describe-members', 'describe-nodes'] as const satisfies readonly Pattern[]

interface Place {
  readonly program: readonly string[]
  readonly folder: string
  readonly logLevel: string
}

/** Whether the lists of an organization cost the same when it is large: pages of ten, the first of each list. */
export async function measureOrganization(load: Load, { program, folder, logLevel }: Place, rounds: number): Promise<OrganizationFigures> {
  const servers: Partial<Record<string, MeasuredServer>> = {}
  for (const [size, wanted] of Object.entries(sizes)) {
    const dataDir = join(folder, `organization-${size}`)
    await fillOrganization(dataDir, wanted)
    servers[size] = await startServer({ program, dataDir, logLevel })
  }
  const series: Record<string, Sample[]> = {}
  for (const pattern of patterns) {
    const requests = await sizeOfRound(load, servers.small as MeasuredServer, pattern)
    for (let round = 0; round < rounds; round++) {
      for (const [size, server] of Object.entries(servers)) {
        const taken = await sample(load, server as MeasuredServer, pattern, requests, nextSeed())
        series[`${pattern} ${size}`] = [...(series[`${pattern} ${size}`] ?? []), taken]
      }
    }
  }
  for (const server of Object.values(servers)) {
    load.driver.tell({ close: server?.port })
    await server?.stop()
  }
  const of = (name: string, pick: (one: Sample) => number) => (series[name] ?? []).map(pick)
  const verdict = (pattern: string, words: string) => {
    const ratio = (pick: (one: Sample) => number) => rounded(medianRatio(of(`${pattern} large`, pick), of(`${pattern} small`, pick)))
    return atMost(
      words,
      ratio(({ p99 }) => p99),
      targets.largeToSmallOrganization,
      '×',
      ratio(({ cpuMicros }) => cpuMicros),
    )
  }
  return {
    summaries: Object.fromEntries(Object.entries(series).map(([name, samples]) => [name, summaryOf(samples)])),
    verdicts: [
      verdict('describe-members', 'p99 of DescribeOrganizationMembers with 10000 members over 10'),
      verdict('describe-nodes', 'p99 of DescribeOrganizationNodes with 1000 nodes over 10'),
    ],
  }
}
