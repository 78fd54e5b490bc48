/** How much is in the directory. One group is big; the others hold ten or a hundred users each. */
export interface Scale {
  readonly name: ScaleName
  readonly users: number
  /** Members of the big group; the users behind it are in small groups only. */
  readonly bigGroup: number
  readonly groupsOf10: number
  readonly groupsOf100: number
}

export const scaleNames = ['10k', '100k', '1m'] as const
export type ScaleName = (typeof scaleNames)[number]

/** Named after their memberships. */
export const scales: Readonly<Record<ScaleName, Scale>> = {
  '10k': { name: '10k', users: 1_100, bigGroup: 1_000, groupsOf10: 400, groupsOf100: 50 },
  '100k': { name: '100k', users: 11_000, bigGroup: 10_000, groupsOf10: 2_000, groupsOf100: 700 },
  '1m': { name: '1m', users: 101_000, bigGroup: 100_000, groupsOf10: 10_000, groupsOf100: 8_000 },
}

export function membershipsOf({ bigGroup, groupsOf10, groupsOf100 }: Scale): number {
  return bigGroup + 10 * groupsOf10 + 100 * groupsOf100
}
