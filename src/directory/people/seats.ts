import { Refused } from '../refusals.ts'
import type { OrderGiven, Seating } from './draft.ts'
import type { Placement } from './person.ts'

/**
 * Where a person sits by what was asked. What is said of no department's order stays as it was, or is 0; nobody said which is the primary one: it
 * is the one with the greatest order, of several the one that was primary, or else the first.
 * Refuses with `order_outside_departments`, `primary_not_first`.
 */
export function placed({ departments, orders }: Seating, before: readonly Placement[]): Placement[] {
  const given = byDepartment(departments, orders ?? [])
  const kept = new Map(before.map((placement) => [placement.department, placement]))
  const seats = departments.map((department): Omit<Placement, 'isPrimary'> => {
    const { personOrder = 0, departmentOrder = 0 } = given.get(department) ?? (orders ? undefined : kept.get(department)) ?? {}
    return { department, personOrder, departmentOrder }
  })
  const greatest = Math.max(...seats.map(({ departmentOrder }) => departmentOrder))
  const foremost = seats.filter(({ departmentOrder }) => departmentOrder === greatest).map(({ department }) => department)
  const primary = flagged(given, foremost) ?? foremost.find((department) => kept.get(department)?.isPrimary) ?? foremost[0]
  return inOrder(seats.map((seat) => ({ ...seat, isPrimary: seat.department === primary })))
}

/** As they are read: the greatest order first, the primary one before others of its order. */
function inOrder(seats: readonly Placement[]): Placement[] {
  const rank = ({ isPrimary }: Placement) => (isPrimary ? 0 : 1)
  return seats.toSorted((a, b) => b.departmentOrder - a.departmentOrder || rank(a) - rank(b) || (a.department < b.department ? -1 : 1))
}

function byDepartment(departments: readonly string[], orders: readonly OrderGiven[]): Map<string, OrderGiven> {
  const named = new Set(orders.map(({ department }) => department))
  const open = departments.filter((department) => !named.has(department))
  const given = new Map<string, OrderGiven>()
  for (const order of orders) {
    const department = order.department ?? open.shift()
    if (department === undefined) continue
    if (!departments.includes(department)) throw new Refused({ fact: 'order_outside_departments', department })
    given.set(department, order)
  }
  return given
}

/** The department that was said to be the primary one. */
function flagged(given: ReadonlyMap<string, OrderGiven>, foremost: readonly string[]): string | undefined {
  const primaries = [...given].filter(([, { isPrimary }]) => isPrimary === true).map(([department]) => department)
  const wrong = primaries.find((department, index) => index > 0 || !foremost.includes(department))
  if (wrong !== undefined) throw new Refused({ fact: 'primary_not_first', department: wrong })
  return primaries[0]
}
