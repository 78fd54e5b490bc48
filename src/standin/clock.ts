import type { Clock } from '../directory/ports.ts'

/** A clock that a test can turn: it goes on from where it was set. */
export interface StandinClock extends Clock {
  /** Turns the clock by this many milliseconds, forwards or backwards; answers what it shows then. Rehearsed, it stays as it is. */
  turn(ms: number, rehearsed: boolean): number
}

export function standinClock(real: Clock): StandinClock {
  let offset = 0
  return {
    now: () => real.now() + offset,
    turn(ms, rehearsed) {
      if (rehearsed) return real.now() + offset + ms
      offset += ms
      return real.now() + offset
    },
  }
}
