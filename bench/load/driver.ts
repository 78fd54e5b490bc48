import { dataSet } from '../data/data-set.ts'
import { callsOf } from './calls.ts'
import { type Connection, openConnection } from './connection.ts'
import type { Job, LoadResult, SignedPattern } from './jobs.ts'
import { signer } from './signed-bytes.ts'
import { isOfSource, requestsOfSource } from './source-calls.ts'

/** A process of its own, on a core of its own: takes jobs from its parent and answers what it measured. */
const open = new Map<number, Connection[]>()

async function connectionsTo(port: number, count: number): Promise<Connection[]> {
  const known = (open.get(port) ?? []).filter((connection) => !connection.closed())
  while (known.length < count) known.push(await openConnection(port))
  open.set(port, known)
  return known.slice(0, count)
}

/** In the order in which they are sent. */
function requestsOf(job: Job): Buffer[] {
  if (isOfSource(job)) return requestsOfSource(job)
  return callsOf(job as Job<SignedPattern>, dataSet(job.scale)).map(signer(job.port))
}

async function perform(job: Job): Promise<LoadResult> {
  const lanes: Buffer[][] = Array.from({ length: job.connections }, () => [])
  requestsOf(job).forEach((request, index) => {
    lanes[index % job.connections]?.push(request)
  })
  const connections = await connectionsTo(job.port, job.connections)
  const latencies = new Float64Array(job.requests)
  let answers = 0
  const answered = (milliseconds: number) => {
    latencies[answers++] = milliseconds
  }
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  await Promise.all(connections.map((connection, index) => connection.run(lanes[index] ?? [], answered)))
  const seconds = (performance.now() - startedAt) / 1000
  const { user, system } = process.cpuUsage(cpu)
  latencies.sort()
  const at = (part: number) => latencies[Math.floor(part * (latencies.length - 1))] ?? 0
  return { requests: answers, seconds, p50: at(0.5), p99: at(0.99), driverBusy: (user + system) / 1e6 / seconds }
}

process.on('message', (asked: Job | { close: number }) => {
  if ('close' in asked) {
    for (const connection of open.get(asked.close) ?? []) connection.close()
    open.delete(asked.close)
    return
  }
  perform(asked).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ error: error.message }),
  )
})
process.on('disconnect', () => process.exit(0))
