import type { Reader } from '../../storage/store.ts'
import {
  countMatchingMembers,
  countMembersOfNode,
  type MemberFilter,
  type MemberLine,
  matchingMembers,
  membersOfNode,
  membersOfOrganization,
} from '../../storage/tables/member-lists.ts'
import { nodeNow } from '../nodes/find-node.ts'
import type { Page } from '../paging.ts'
import type { Delegation } from '../services/delegation.ts'
import { namedScope } from '../services/scope.ts'
import { type Member, memberFrom, type Tag } from './member.ts'
import { memberCount } from './member-count.ts'

/** A member as it is listed. */
export interface ListedMember extends Member {
  readonly nodeName: string
  readonly accountName: string
  /** The payer's name in the organization; empty when the member pays itself. */
  readonly payerName: string
  /** How far the binding of its security address is. */
  readonly binding: 'none' | 'valid' | 'success' | 'failed'
}

/** What is absent finds everybody. */
export interface MemberQuery {
  readonly organization: number
  /** Found anywhere in the name, whatever the case of its Latin letters; or the whole Uin. */
  readonly text?: string | undefined
  /** Found anywhere in the verified name. */
  readonly entity?: string | undefined
  readonly node?: number | undefined
  /** The whole name of the node. */
  readonly nodeName?: string | undefined
  /** Every key must be there, with one of the values that are given for it; an empty value stands for any. */
  readonly tags?: readonly Tag[] | undefined
  /** Only whom this delegation is over. */
  readonly within?: Delegation | undefined
  readonly offset: number
  readonly limit: number
}

/** Some members by how long they are in, with the exact number of all that match. Refuses with `node_not_found`, `node_elsewhere`. */
export async function listMembers(reader: Reader, query: MemberQuery): Promise<Page<ListedMember, never>> {
  const { organization, node, offset, limit } = query
  if (node !== undefined) await nodeNow(reader, organization, node)
  const filter = await filterOf(reader, query)
  if (filter) {
    const counted = await reader.first(countMatchingMembers, filter)
    return page(await reader.all(matchingMembers, { ...filter, offset, limit }), counted)
  }
  if (node !== undefined) {
    const counted = await reader.first(countMembersOfNode, { organization, node })
    return page(await reader.all(membersOfNode, { organization, node, offset, limit }), counted)
  }
  const counted = { n: await memberCount(reader, organization) }
  return page(await reader.all(membersOfOrganization, { organization, offset, limit }), counted)
}

function page(rows: readonly MemberLine[], counted: { n: number } | undefined): Page<ListedMember, never> {
  return { items: rows.map(listedFrom), total: counted?.n ?? 0 }
}

function listedFrom(row: MemberLine): ListedMember {
  return {
    ...memberFrom(row),
    nodeName: row.node_name,
    accountName: row.account_name,
    payerName: row.payer_name ?? '',
    binding: (row.binding ?? 'none') as ListedMember['binding'],
  }
}

/** Nothing when an index alone finds the members. */
async function filterOf(reader: Reader, query: MemberQuery): Promise<MemberFilter | undefined> {
  const { text, entity, nodeName, tags = [], within } = query
  const limited = within?.scope.kind === 'part'
  if (!text && !entity && !nodeName && tags.length === 0 && !limited) return undefined
  const scope = limited ? await namedScope(reader, within) : undefined
  return {
    organization: query.organization,
    text: text || null,
    entity: entity || null,
    node: query.node ?? null,
    nodeName: nodeName || null,
    tags: tags.map(pieceOf),
    uins: scope ? scope.members.map(({ uin }) => uin) : null,
    nodes: scope ? scope.nodes.map(({ id }) => id) : null,
  }
}

/** How a tag stands in the text of `tagsText`; within a value the quotes would be escaped, so it stands nowhere else. */
function pieceOf({ key, value }: Tag): readonly [string, string] {
  const named = `{"key":${JSON.stringify(key)},"value":`
  return [key, value === '' ? named : `${named}${JSON.stringify(value)}}`]
}
