import { connect } from 'node:net'
import { join } from 'node:path'
import { Seeded } from '../../kit/seeded.ts'
import { answersIn } from './answers.ts'
import { type OpenRows, openRows, watchRows } from './rows.ts'
import { startTarget } from './start-target.ts'
import type { Bad, Place, Started, Wire } from './wire.ts'

export interface Plan {
  readonly wire: Wire
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

/** What one connection sends and what it watches. */
interface Sender {
  readonly place: Place
  /** Throws when what the place owns is not as it was, unless the request may have changed it. */
  settle(mayChange: boolean): Promise<void>
}

async function senderOf(place: Place, rows: OpenRows): Promise<Sender> {
  return { place, settle: place.owned ? await watchRows(rows, place.owned) : async () => {} }
}

interface Running {
  readonly plan: Plan
  readonly port: number
  readonly senders: readonly Sender[]
  readonly outcomes: Record<string, number>
}

async function sendOne({ plan, port, senders, outcomes }: Running, number: number): Promise<void> {
  // Each request has a seed of its own, and a connection of its own to be sent over.
  const random = new Seeded(Math.imul(plan.seed, 1_000_003) + number)
  const { place, settle } = senders[number % senders.length] as Sender
  const bad = place.next(random)
  const leave = random.chance(0.8)
  const received = await exchange(port, bad, leave)
  try {
    const askedHead = bad.pieces.some((piece) => piece.includes('HEAD '))
    const answers = leave || bad.complete ? answersIn(received, askedHead) : []
    if (bad.complete && received.length === 0) throw new Error('no answer')
    const verdicts = answers.map((answer) => bad.judge(answer))
    for (const { wrong, outcome } of verdicts) {
      if (wrong) throw new Error(wrong)
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
    await settle(verdicts.some(({ changes }) => changes))
  } catch (error) {
    const sent = Buffer.concat(bad.pieces).toString('latin1').slice(0, 3000)
    throw new Error(
      `request ${number} (${bad.kind}): ${(error as Error).message}\nsent: ${sent}\ngot: ${received.toString().slice(0, 1000)}`,
    )
  }
}

/** Each connection sends its own share in order, so that the same seed brings each place into the same states. */
function sendAll(running: Running, from: number, to: number): Promise<unknown> {
  const { length } = running.senders
  const one = async (first: number) => {
    for (let number = first; number < to; number += length) await sendOne(running, number)
  }
  return Promise.all(Array.from({ length }, (_, index) => one(from + index)))
}

/** Sends generated bad requests to a server in a process of its own. Throws at the first answer that must not be, with how to see it again. */
export async function runBadRequests(plan: Plan): Promise<Result> {
  const { folder, databaseUrl, requests, seed } = plan
  const target = await startTarget(folder, databaseUrl)
  const rows = openRows(join(folder, 'rollcall.sqlite'), databaseUrl)
  try {
    const ready = (await target.hear('ready')) as Omit<Started, 'turnClock'>
    const turnClock = async (turn: number) => {
      const turned = target.hear('turned')
      target.send({ turn })
      await turned
    }
    const places = await plan.wire.prepare({ ...ready, turnClock }, plan.connections ?? 16)
    const senders = await Promise.all(places.map((place) => senderOf(place, rows)))
    const outcomes: Record<string, number> = {}
    const running = { plan, port: ready.port, senders, outcomes }
    // A whole share for each connection, so that a step ends where the next one begins.
    const step = Math.ceil(requests / 10 / senders.length) * senders.length
    const samples: Memory[] = []
    for (let from = 0; from < requests; from += step) {
      await sendAll(running, from, Math.min(requests, from + step))
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
    await rows.close()
  }
}

export const mib = (bytes: number): number => Math.round(bytes / 1_048_576)
