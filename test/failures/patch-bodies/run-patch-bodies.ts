import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Seeded } from '../../kit/seeded.ts'
import { type OpenRows, openRows } from '../bad-requests/rows.ts'
import { startTarget } from '../bad-requests/start-target.ts'
import type { Started } from '../bad-requests/wire.ts'
import { type Asked, wrongIn } from './judge.ts'
import { nextBody } from './next-body.ts'
import { newScene, restore, type Scene } from './scene.ts'
import { type Stored, storedIn } from './storage-state.ts'

export interface Plan {
  readonly bodies: number
  readonly seed: number
  readonly folder: string
  readonly databaseUrl?: string | undefined
  /** Failures that are collected before it gives up; the first one when left out. */
  readonly patience?: number
  say?(line: string): void
}

/** How many bodies were judged how: `valid means 200`, `mutated meaningless 400`. */
export type Tally = Record<string, number>

interface Running {
  readonly plan: Plan
  readonly url: string
  readonly rows: OpenRows
  readonly tally: Tally
  readonly failures: string[]
}

const zones = 3

/** Sends generated PATCH bodies to a server in a process of its own. Throws where one did what it doesn't mean, with how to see it again. */
export async function runPatchBodies(plan: Plan): Promise<Tally> {
  const { folder, databaseUrl, bodies, seed } = plan
  const target = await startTarget(folder, databaseUrl)
  const rows = openRows(join(folder, 'rollcall.sqlite'), databaseUrl)
  try {
    const ready = (await target.hear('ready')) as Started
    const scenes: Scene[] = []
    while (scenes.length < zones) scenes.push(await newScene(ready))
    const running: Running = { plan, url: ready.url, rows, tally: {}, failures: [] }
    await Promise.all(scenes.map((scene, first) => sendAll(running, scene, first, bodies)))
    if (target.complaints.length > 0) throw new Error(`the server complains: ${target.complaints.slice(0, 3).join('\n')}`)
    if (running.failures.length > 0) throw new Error(running.failures.join('\n\n'))
    return running.tally
  } catch (error) {
    throw new Error(`seed ${seed}: ${(error as Error).message}\n${target.complaints.slice(0, 3).join('\n')}`)
  } finally {
    target.end()
    await rows.close()
  }
}

/** One zone's share, in order: the same seed brings it into the same states. */
async function sendAll(running: Running, scene: Scene, first: number, bodies: number): Promise<void> {
  const { plan, failures } = running
  let before = await storedIn(running.rows, scene.source.zone)
  for (let number = first; number < bodies; number += zones) {
    before = await sendOne(running, scene, number, before)
    if (failures.length > 0 && failures.length >= (plan.patience ?? 1)) return
    if (number % 10_000 === 0 && number > 0) plan.say?.(`${number} of ${bodies} bodies`)
  }
}

async function sendOne({ plan, url, rows, tally, failures }: Running, scene: Scene, number: number, before: Stored): Promise<Stored> {
  const asked = nextBody(new Seeded(Math.imul(plan.seed, 1_000_003) + number), scene, before)
  const { target, valid, text, expected } = asked
  const answer = await fetch(`${url}/scim/v2/${target.kind === 'users' ? 'Users' : 'Groups'}/${target.id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${scene.source.token}`, 'content-type': 'application/scim+json' },
    body: text,
  })
  const came = { status: answer.status, text: await answer.text(), before, after: await storedIn(rows, scene.source.zone) }
  const kind = `${valid ? 'valid' : 'mutated'} ${target.kind} ${expected.verdict} ${came.status}`
  tally[kind] = (tally[kind] ?? 0) + 1
  const wrong = wrongIn(asked, came)
  if (wrong !== undefined) failures.push(failureOf(asked, came, number, wrong))
  if (wrong === undefined && (came.status >= 400 || expected.verdict === 'means')) return came.after
  // Nobody knows what it is now.
  await restore(scene, target)
  const restored = await storedIn(rows, scene.source.zone)
  if (isDeepStrictEqual(restored, before)) throw new Error('nothing was restored')
  return restored
}

function failureOf({ target, text }: Asked, came: { status: number; text: string; before: Stored }, number: number, wrong: string): string {
  const was = JSON.stringify(came.before[target.kind][target.id])
  return `body ${number} (${target.kind}): ${wrong}\nsent: ${text.slice(0, 3000)}\nit was: ${was}\ngot: ${came.status} ${came.text.slice(0, 600)}`
}
