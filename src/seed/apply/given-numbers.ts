import type { SeedNode } from '../schema/node.ts'
import type { SeedOrganization } from '../schema/organization.ts'
import type { Planning } from './plan.ts'

interface Numbered {
  readonly id?: number
}

/** Complains of what only one thing of the whole directory has and several of the document are to have. */
export function requireOwnNumbers({ findings, document: { organizations = [], zones = [] } }: Planning): void {
  findings.twice(organizations, 'id', ({ id }) => id)
  findings.twice(organizations.flatMap(departmentsIn), 'id', ({ id }) => id)
  findings.twice(
    organizations.flatMap(({ invitations = [] }) => invitations),
    'id',
    ({ id }) => id,
  )
  findings.twice(zones, 'id', ({ id }) => id)
}

function departmentsIn({ root, nodes = [] }: SeedOrganization): Numbered[] {
  const within = (list: readonly SeedNode[]): Numbered[] => list.flatMap((node) => [node, ...within((node.nodes ?? []) as SeedNode[])])
  return [...(root ? [root] : []), ...within(nodes as SeedNode[])]
}

/** Numbers one after the other, behind all that are taken and all that are given. */
export function numbersBehind(...lists: (readonly Numbered[])[]): () => number {
  let last = lists.flat().reduce((greatest, { id = 0 }) => Math.max(greatest, id), 0)
  return () => ++last
}
