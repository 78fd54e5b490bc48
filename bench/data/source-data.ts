import { idText } from './data-set.ts'

/** What a source keeps in the zone that it fills: by arithmetic, so that the filler and the load agree without lists. */
export const sourceZone = 'z-benchsource0'
export const sourceToken = 'benchmark-source-credential-0000000000000000'

/** Everybody is made by the source. The first are in the big group; the last are in no group, and go in and out under load. */
export const sourceUsers = 110_000
const strangers = 10_000

/** Members of each of the three that are measured, as their patterns are named. */
export const sourceGroups = { 'of-10': 10, 'of-1000': 1_000, 'of-100000': 100_000 } as const
export type SourceGroup = keyof typeof sourceGroups
export const sourceGroupNames = Object.keys(sourceGroups) as SourceGroup[]

/** Groups of ten beside those three. */
export const manyGroups = 400

export const sourceUserId = (index: number): string => `u-${idText('u', index)}`
export const sourceGroupId = (index: number): string => `g-${idText('g', index)}`
export const groupOfSource = (name: SourceGroup): string => sourceGroupId(sourceGroupNames.indexOf(name))

/** Members of the group with this number: the three that are measured come first. */
export function sizeOfSourceGroup(index: number): number {
  const name = sourceGroupNames[index]
  return name ? sourceGroups[name] : 10
}

/** The user that is the nth member of a group. Ids are random: neighbours here lie far apart in every index. */
export const nthOfSourceGroup = (group: number, n: number): number => (group * 7919 + n) % (sourceUsers - strangers)

/** The id of the nth member of a group that is measured. */
export const memberOfSourceGroup = (name: SourceGroup, n: number): string =>
  sourceUserId(nthOfSourceGroup(sourceGroupNames.indexOf(name), n))

/** The nth of those who are in no group. */
export const stranger = (n: number): number => sourceUsers - strangers + (n % strangers)
