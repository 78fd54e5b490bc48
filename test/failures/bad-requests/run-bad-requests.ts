import { connect } from 'node:net'
import { Seeded } from '../../kit/seeded.ts'
import { type Bad, generate } from './generate.ts'
import { answersIn, wrongWith } from './judge.ts'
import { startTarget } from './start-target.ts'
import type { Known } from './strange-values.ts'

export interface Plan {
  readonly requests: number
  readonly seed: number
  readonly folder: string
  readonly databaseUrl?: string
  readonly connections?: number
  say?(line: string): void
}

interface Memory {
  /** Bytes of the process. */
  readonly rss: number
  /** Bytes that are still held after a collection. */
  readonly held: number
}

export interface Result {
  readonly requests: number
  /** Codes and statuses that came, with how often. */
  readonly outcomes: Record<string, number>
  /** After the first fifth, and at the end. */
  readonly warm: Memory
  readonly end: Memory
}

const patienceMs = 20_000

/** Sends one, and gives what came back until the connection ended. Fails when it does not end. */
function exchange(port: number, { pieces, complete, kind }: Bad, leave: boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const received: Buffer[] = []
    const timer = setTimeout(() => {
      socket.destroy()
      reject(
        new Error(
          `hang: a request of kind ${kind} was not ended in ${patienceMs} ms; got ${Buffer.concat(received).toString('latin1').slice(0, 200)}`,
        ),
      )
    }, patienceMs)
    socket.on('data', (bytes: Buffer) => received.push(bytes))
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(received))
    })
    for (const piece of pieces) socket.write(piece)
    if (complete) return
    // What was not finished ends with the client: some take their leave, some just go.
    if (leave) socket.end()
    else socket.write('', () => socket.destroy())
  })
}

function sendAll(plan: Plan, known: Known, from: number, to: number, outcomes: Record<string, number>): Promise<unknown> {
  let next = from
  const worker = async () => {
    while (next < to) {
      const number = next++
      // Each request has a seed of its own: one can be sent again alone.
      const random = new Seeded(Math.imul(plan.seed, 1_000_003) + number)
      const bad = generate(random, known)
      const leave = random.chance(0.8)
      const received = await exchange(known.port, bad, leave)
      try {
        const answers =
          leave || bad.complete
            ? answersIn(
                received,
                bad.pieces.some((piece) => piece.includes('HEAD ')),
              )
            : []
        if (bad.complete && received.length === 0) throw new Error('no answer')
        for (const answer of answers) {
          const wrong = wrongWith(answer)
          if (wrong) throw new Error(wrong)
          const name = /"(?:Code|type|error)":"([^"]+)"/.exec(answer.body)?.[1] ?? `status ${answer.status}`
          outcomes[name] = (outcomes[name] ?? 0) + 1
        }
      } catch (error) {
        const sent = Buffer.concat(bad.pieces).toString('latin1').slice(0, 3000)
        throw new Error(`request ${number} (${bad.kind}): ${(error as Error).message}\nsent: ${sent}`)
      }
    }
  }
  return Promise.all(Array.from({ length: plan.connections ?? 16 }, worker))
}

/** Sends generated bad requests to a server in a process of its own. Throws at the first answer that must not be, with how to see it again. */
export async function runBadRequests(plan: Plan): Promise<Result> {
  const { folder, databaseUrl, requests, seed } = plan
  const target = startTarget(folder, databaseUrl)
  try {
    const known = (await target.hear('ready')) as Known
    const outcomes: Record<string, number> = {}
    const step = Math.ceil(requests / 10)
    const samples: Memory[] = []
    for (let from = 0; from < requests; from += step) {
      await sendAll(plan, known, from, Math.min(requests, from + step), outcomes)
      target.send('memory')
      const memory = (await target.hear('memory')) as Memory
      samples.push(memory)
      if (target.complaints.length > 0) throw new Error('the server complains')
      plan.say?.(`${Math.min(requests, from + step)} of ${requests} requests; ${mib(memory.rss)} MiB, ${mib(memory.held)} MiB held`)
    }
    target.send('stop')
    if ((await target.hear('stopped')) !== 'clean') throw new Error('the server did not stop cleanly')
    return { requests, outcomes, warm: samples[1] as Memory, end: samples.at(-1) as Memory }
  } catch (error) {
    throw new Error(`seed ${seed}: ${(error as Error).message}\n${target.complaints.slice(0, 3).join('\n')}`)
  } finally {
    target.end()
  }
}

export const mib = (bytes: number): number => Math.round(bytes / 1_048_576)
