import type { Clock } from '../../src/directory/ports.ts'

/** A clock that moves only when a test says so. It begins at the machine's time: official clients sign with that, and 300 s are allowed. */
export interface HeldClock extends Clock {
  pass(ms: number): void
}

export function heldClock(): HeldClock {
  let now = Math.floor(Date.now() / 1000) * 1000
  return {
    now: () => now,
    pass(ms) {
      now += ms
    },
  }
}

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

/** How the vendor writes a moment, by another way than the server's. Source: the examples' times; China time because the product runs there. */
export function chinaTime(ms: number): string {
  return inChina.format(ms)
}
