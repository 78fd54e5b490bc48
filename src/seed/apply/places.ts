import { shown } from '../read/finding.ts'
import type { PlannedOrganization, Planning } from './plan.ts'

type Reference = string | number | undefined

/** A path of departments without slashes at its ends; empty for the root. */
export function withoutSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '')
}

/** How a document's reference to a department reads in full: without slashes at its ends, and empty for the root. */
export function pathOf(reference: Reference): string | number {
  return typeof reference === 'string' ? withoutSlashes(reference) : (reference ?? '')
}

/** Complains when the organization has no such department. `gone` allows the number of one that it had. */
export function requirePlace(
  { findings }: Planning,
  planned: PlannedOrganization,
  holder: object,
  member: string | number,
  reference: Reference,
  gone = false,
) {
  const path = pathOf(reference)
  if (typeof path === 'string') {
    if (!planned.nodes.has(path)) {
      findings.missing(holder, member, `there is no department ${shown(path)}. Write it under \`nodes\`.`, planned.nodes.keys(), path)
    }
  } else if (!gone && !hasNumber(planned, path)) {
    findings.missing(holder, member, `there is no department with the number ${path}. Write its path.`)
  }
}

function hasNumber({ given, nodes }: PlannedOrganization, number: number): boolean {
  const inTree = (list: readonly { id?: number; nodes?: readonly unknown[] }[]): boolean =>
    list.some(({ id, nodes: below }) => id === number || inTree((below ?? []) as typeof list))
  return [...nodes.values()].includes(number) || given?.root?.id === number || inTree(given?.nodes ?? [])
}

/** The number of a department that is there by now. */
export function placeOf(planned: PlannedOrganization, reference: Reference): number {
  const path = pathOf(reference)
  const number = typeof path === 'number' ? path : planned.nodes.get(path)
  if (number === undefined) throw new Error(`department ${path} is asked for before it is made`)
  return number
}
