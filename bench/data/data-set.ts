import { hash } from 'node:crypto'
import { type Scale, type ScaleName, scales } from './scales.ts'

/** Who is in what, by arithmetic: the filler, the load and SQL agree on it without handing lists around. */
export interface DataSet {
  readonly scale: Scale
  /** Group 0 is the big one, then come those of 10, then those of 100. */
  readonly groups: number
  sizeOf(group: number): number
  /** The user that is the nth member of a group; beyond the group's size it is one that is not in it. */
  nth(group: number, n: number): number
  /** A position for `nth` that `draw` (0 to 1) chooses among those that are not in the group. */
  outside(group: number, draw: number): number
}

/** A prime, so that neighbouring groups begin at users far from each other. */
export const stride = 7919

export const zoneId = 'z-benchmark000'
export const account = {
  secretId: 'AKIDbenchmark0000000000000000000000',
  secretKey: 'benchmark0000000000000000000000000',
  adminToken: 'benchmark-admin-token-000000000000000000',
  masterKey: Buffer.alloc(32, 9).toString('base64'),
}

/** As random as ids of the real generator, and computable in SQL too: `md5` of `u` or `g` and the number. */
export const idText = (kind: 'u' | 'g', index: number): string => hash('md5', `${kind}${index}`).slice(0, 12)
export const userId = (index: number): string => `u-${idText('u', index)}`
export const groupId = (index: number): string => `g-${idText('g', index)}`

export function dataSet(name: ScaleName): DataSet {
  const scale = scales[name]
  const { users, bigGroup, groupsOf10, groupsOf100 } = scale
  const sizeOf = (group: number) => (group === 0 ? bigGroup : group <= groupsOf10 ? 10 : 100)
  return {
    scale,
    groups: 1 + groupsOf10 + groupsOf100,
    sizeOf,
    nth: (group, n) => (group * stride + n) % users,
    outside: (group, draw) => sizeOf(group) + Math.floor(draw * (users - sizeOf(group))),
  }
}

/** The same numbers from 0 to 1 for the same seed. */
export function drawsFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
