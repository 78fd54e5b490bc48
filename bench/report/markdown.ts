import type { Summary } from '../load/measure.ts'
import type { Machine } from '../machine.ts'
import type { ScimFigures } from '../parts/scim.ts'
import type { ScaleRecord } from './record.ts'
import { type Verdict, wordsOf } from './targets.ts'

type Cell = string | number

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function verdictTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map((verdict) => {
    const { measured, bound } = wordsOf(verdict)
    return [verdict.name, measured, bound, verdict.met ? 'met' : '**missed**', verdict.byProcessorTime ?? '']
  })
  return table(['what', 'measured', 'target', '', 'by processor time'], rows)
}

function summaryTable(summaries: Readonly<Record<string, Summary>>): string {
  const rows = Object.entries(summaries).map(([name, summary]) => [
    name,
    summary.perSecond,
    summary.cpuMicros,
    summary.p50,
    summary.p99,
    summary.serverBusy,
    summary.driverBusy,
  ])
  return table(['call', 'per second', 'server µs each', 'p50 ms', 'p99 ms', 'server busy', 'driver busy'], rows)
}

export function machineLine(machine: Machine): string {
  const { date, cores, model, memoryGiB, system, node, sqlite, commit, pinned, loadAverage } = machine
  const where = pinned ? 'server on one core, driver on the other' : 'NOT pinned to cores'
  return `${date.slice(0, 16).replace('T', ' ')} UTC · ${cores} cores (${model}), ${memoryGiB} GiB, ${system} · Node.js ${node}, SQLite ${sqlite} · commit ${commit} · ${where} · load average ${loadAverage.join(' ')}`
}

/** One scale as a page: every figure beside its reference and its target. */
export function markdownOf(record: ScaleRecord): string {
  const { scale, startUp, calls, memory, flat, logging, postgres, organization, company, scim, profiles } = record
  const blocks = [`## ${scale.memberships} memberships, ${scale.users} users, ${scale.groups} groups, one of ${scale.bigGroup}`]
  const verdicts = [startUp, calls, flat, postgres, organization, company, scim].flatMap((part) => part?.verdicts ?? [])
  if (verdicts.length > 0) blocks.push(verdictTable(verdicts))
  if (startUp) blocks.push(`Start: ${startUp.startMs.all.join(', ')} ms. Idle: ${memoryWords(startUp.idle)}.`)
  if (calls) {
    blocks.push(
      '### SQLite',
      summaryTable(calls.summaries),
      `To bare \`node:http\`: ${listed(calls.toEcho)}. The bare store: ${calls.store.add} additions and ${calls.store.remove} removals a second; through the server ${calls.toStore.add}× and ${calls.toStore.remove}× of that.`,
    )
  }
  if (memory) blocks.push(`After the load: ${memoryWords(memory)}.`)
  if (flat) blocks.push('### Flat cost', summaryTable(flat.summaries))
  if (organization) blocks.push('### Lists of an organization', summaryTable(organization.summaries))
  if (company) {
    const rows = Object.entries(company.medians).map(([call, { small, large }]) => [call, small, large])
    blocks.push('### A company of people', table(['call, one at a time', 'median ms, 1000 people', 'median ms, 100000 people'], rows))
  }
  if (scim) blocks.push('### SCIM', summaryTable(scim.summaries), scimWords(scim))
  if (logging) {
    const ratios = Object.entries(logging.toNoop).map(
      ([name, ratio]) => `${name} ${ratio.measured}× (by processor time ${ratio.byProcessorTime}×)`,
    )
    blocks.push('### A log line for each answer', summaryTable(logging.summaries), `To the no-op without lines: ${ratios.join(', ')}.`)
  }
  if (postgres) {
    const { pgbench, changesPerSecond, settings, summaries, toRowNumbering } = postgres
    blocks.push(
      '### PostgreSQL',
      listed(settings),
      summaryTable(summaries),
      `Changes a second: server ${changesPerSecond}; pgbench ${pgbench.sequence.changesPerSecond} with events numbered by a sequence, ${pgbench.row.changesPerSecond} numbered in the stream's row as the server does (the server at ${toRowNumbering}× of that).`,
    )
  }
  for (const { pattern, functions } of profiles ?? []) {
    blocks.push(
      `### Own time in the server: ${pattern}`,
      table(
        ['%', 'function'],
        functions.map(({ name, percent }) => [percent, `\`${name}\``]),
      ),
    )
  }
  return blocks.join('\n\n')
}

function scimWords({ memory }: ScimFigures): string {
  const { inGroupOf1000, inGroupOf100000 } = memory.growth
  return `Memory taken while members are removed one by one: ${inGroupOf1000} MiB in a group of 1000, ${inGroupOf100000} MiB in one of 100000. scimmy-routers keeps its group in memory, and is sent 4 requests at a time.`
}

function memoryWords({ rss, anonymous, peak }: { rss: number; anonymous: number; peak: number }): string {
  return `RSS ${rss} MiB (${anonymous} without mapped files), at its peak ${peak} MiB`
}

function listed(values: Readonly<Record<string, Cell>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
}
