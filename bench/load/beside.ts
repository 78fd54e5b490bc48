import { median, rounded } from '../report/statistics.ts'
import { atLeast, type Verdict } from '../report/targets.ts'
import type { Sample } from './measure.ts'

/** A sample with its reference as it was right before and right after it: machines change their speed within seconds. */
interface Beside {
  readonly sample: Sample
  readonly before: Sample
  readonly after: Sample
}

/** One call of a round. */
export interface Turn {
  readonly name: string
  take(): Promise<Sample>
}

/** Samples of every call, and those of the reference between them. */
export class BesideFloor {
  readonly floors: Sample[] = []
  readonly #beside = new Map<string, Beside[]>()

  /** One round: each turn in order, with a sample of the reference before, between and after them. */
  async round(takeFloor: () => Promise<Sample>, turns: readonly Turn[]): Promise<void> {
    let before = await this.#floor(takeFloor)
    for (const { name, take } of turns) {
      const sample = await take()
      const after = await this.#floor(takeFloor)
      const known = this.#beside.get(name) ?? []
      this.#beside.set(name, known)
      known.push({ sample, before, after })
      before = after
    }
  }

  async #floor(takeFloor: () => Promise<Sample>): Promise<Sample> {
    const sample = await takeFloor()
    this.floors.push(sample)
    return sample
  }

  samples(name: string): Sample[] {
    return this.#of(name).map(({ sample }) => sample)
  }

  /** The first sample of the reference in each round. */
  firstFloors(): Sample[] {
    const [first = []] = this.#beside.values()
    return first.map(({ before }) => before)
  }

  /** At least so much of the reference's rate: the median of what each sample says by itself. */
  atLeast(what: string, name: string, bound: number): Verdict {
    const all = this.#of(name)
    const mean = ({ before, after }: Beside, of: 'perSecond' | 'cpuMicros') => (before[of] + after[of]) / 2
    const rate = median(all.map((one) => one.sample.perSecond / mean(one, 'perSecond')))
    const cost = median(all.map((one) => mean(one, 'cpuMicros') / one.sample.cpuMicros))
    return atLeast(what, rounded(rate), bound, rounded(cost))
  }

  #of(name: string): readonly Beside[] {
    return this.#beside.get(name) ?? []
  }
}
