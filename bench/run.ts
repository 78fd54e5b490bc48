import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Job, LoadResult } from './load/jobs.ts'
import { describeMachine } from './machine.ts'
import { readOptions } from './options.ts'
import { machineLine, markdownOf } from './report/markdown.ts'
import { keepRecord, type ScaleRecord } from './report/record.ts'
import { runScale } from './scale-run.ts'
import { startAsked } from './servers/asked-process.ts'
import { buildPrograms } from './servers/programs.ts'

/** `npm run bench`: fills folders, starts the real server from its bundle, measures it beside its floors and says which targets are met. */
const options = readOptions(process.argv.slice(2))
const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.setMaxListeners(50)
const say = (line: string) => void process.stderr.write(`${line}\n`)
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const driver = startAsked<Job, LoadResult>(1, new URL('./load/driver.ts', import.meta.url))
try {
  const machine = describeMachine()
  const programs = await buildPrograms(folder)
  const records: ScaleRecord[] = []
  for (const scale of options.scales) records.push(await runScale({ options, programs, driver, folder, say }, scale))
  console.log([machineLine(machine), ...records.map(markdownOf)].join('\n\n'))
  if (options.record) say(`kept in ${keepRecord(machine, options, records)}`)
  process.exit(0)
} catch (error) {
  console.error(error)
  process.exit(1)
}
