import type { Seeded } from '../../../kit/seeded.ts'

/** So many of each are remembered; older ones were likely deleted. */
const most = 20

/** What exists in a zone, as answers told it: so that much of what is sent goes deep. */
export class Things {
  readonly #ids = { User: [] as string[], Group: [] as string[] }
  readonly #texts: string[] = ['Engineer']
  readonly #tags: string[] = ['W/"1"']

  /** Remembers what an answer tells, a resource or a list of them. */
  learn(told: Record<string, unknown>): void {
    if (Array.isArray(told.Resources)) for (const each of told.Resources) this.learn(each as Record<string, unknown>)
    const { resourceType, version } = (told.meta ?? {}) as Record<string, unknown>
    if (resourceType !== 'User' && resourceType !== 'Group') return
    keep(this.#ids[resourceType], String(told.id))
    for (const name of ['userName', 'displayName', 'externalId']) if (typeof told[name] === 'string') keep(this.#texts, told[name])
    if (typeof version === 'string') keep(this.#tags, version)
  }

  id(random: Seeded, kind: 'User' | 'Group'): string {
    const own = random.chance(0.95) ? kind : 'User'
    return this.#ids[own].length > 0 ? random.pick(this.#ids[own]) : 'u-0'
  }

  tag(random: Seeded): string {
    return random.pick(this.#tags)
  }

  text(random: Seeded): string {
    return random.pick(this.#texts)
  }

  /** Texts of every kind, for where none of them belongs. */
  get all(): readonly string[] {
    return [...this.#ids.User, ...this.#ids.Group, ...this.#texts, ...this.#tags]
  }
}

function keep(kept: string[], text: string): void {
  if (kept.includes(text)) return
  kept.push(text)
  if (kept.length > most) kept.shift()
}
