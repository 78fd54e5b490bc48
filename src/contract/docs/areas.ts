import type { Operation } from '../operation.ts'

/** The operations of one area of one dialect. */
export interface Area {
  readonly dialect: Operation['dialect']
  readonly area: string
  /** As part of a path: `identity-center-groups`. */
  readonly slug: string
  readonly operations: readonly Operation[]
}

/** All areas in the order in which their first operations are declared. */
export function areasOf(operations: readonly Operation[]): Area[] {
  const groups = Map.groupBy(operations, ({ dialect, area }) => `${dialect} ${area}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ dialect: first.dialect, area: first.area, slug: first.area.replaceAll('/', '-'), operations: group }] : []
  })
}
