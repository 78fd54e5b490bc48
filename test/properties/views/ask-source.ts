import { patchOf, type Resource, type Scim, type ScimAnswer, urns } from '../../kit/scim.ts'
import type { Answered, Condition, GroupPatch, Seen, SourceOperation, UserPatch } from './operations.ts'
import { furtherOf } from './recorded.ts'

/** The answer to each fact of the model on this wire: status and scimType. Source: RFC 7644 §3.12. */
export const sourceCodes: Readonly<Record<string, string>> = {
  synchronization_off: '403 -',
  version_differs: '412 -',
  reference_dangling: '400 invalidValue',
  user_not_found: '404 -',
  group_not_found: '404 -',
  user_kept_by_hand: '400 mutability',
  group_kept_by_hand: '400 mutability',
  user_name_taken: '409 uniqueness',
  group_name_taken: '409 uniqueness',
  adopted_user_in_groups: '409 uniqueness',
  users_not_found: '400 invalidValue',
  owners_differ: '400 invalidValue',
  user_quota_reached: '409 -',
  group_quota_reached: '409 -',
  group_full: '409 -',
  user_in_too_many_groups: '409 -',
}

interface Request {
  /** What events name it. */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body?: object
}

const addressesOf = (further: readonly string[]) => (further.length > 0 ? { ims: further.map((value) => ({ value, type: 'chat' })) } : {})

const members = (ids: readonly string[]) => ids.map((value) => ({ value }))

function requestFor(operation: SourceOperation): Request {
  switch (operation.kind) {
    case 'create_user': {
      const { name: userName, active, externalId, further } = operation
      const body = { schemas: [urns.user], userName, externalId, ...addressesOf(further), ...(active !== undefined && { active }) }
      return { name: 'CreateUser', method: 'POST', path: '/Users', body }
    }
    case 'replace_user': {
      const { user: id, name: userName, displayName, further } = operation
      const body = { schemas: [urns.user], id, userName, displayName, ...addressesOf(further) }
      return { name: 'ReplaceUser', method: 'PUT', path: `/Users/${id}`, body }
    }
    case 'patch_user':
      return {
        name: 'PatchUser',
        method: 'PATCH',
        path: `/Users/${operation.user}`,
        body: patchOf(...userPatch(operation, operation.shape)),
      }
    case 'delete_user':
      return { name: 'DeleteUser', method: 'DELETE', path: `/Users/${operation.user}` }
    case 'create_group': {
      const body = { schemas: [urns.group], displayName: operation.name, members: members(operation.members) }
      return { name: 'CreateGroup', method: 'POST', path: '/Groups', body }
    }
    case 'replace_group': {
      const { group, name: displayName, whole } = operation
      const body = { schemas: [urns.group], displayName, ...(whole && { members: members(whole) }) }
      return { name: 'ReplaceGroup', method: 'PUT', path: `/Groups/${group}`, body }
    }
    case 'patch_group': {
      const body = patchOf(...groupPatch(operation.patch, operation.shape))
      return { name: 'PatchGroup', method: 'PATCH', path: `/Groups/${operation.group}`, body }
    }
    case 'delete_group':
      return { name: 'DeleteGroup', method: 'DELETE', path: `/Groups/${operation.group}` }
    case 'read_members':
      return { name: 'GetGroup', method: 'GET', path: `/Groups/${operation.group}` }
    case 'dangling':
      throw new Error('nobody sends what is told afterwards')
  }
}

/** The same in the words of Okta, of Entra ID with and without its compliant mode, and with full names. */
function userPatch({ drop, ...said }: UserPatch, shape: number): object[] {
  if (drop === undefined) return spelledOut(said, shape)
  const removal = { op: 'remove', ...(shape < 2 ? { path: `ims[value eq "${drop}"]` } : { path: 'ims', value: [{ value: drop }] }) }
  return [removal, ...spelledOut(said, shape)]
}

function spelledOut({ active, displayName }: UserPatch, shape: number): object[] {
  const said = { ...(active !== undefined && { active }), ...(displayName !== undefined && { displayName }) }
  if (shape === 0) return [{ op: 'replace', value: said }]
  const entries = Object.entries(said)
  if (shape === 1)
    return entries.map(([path, value]) => ({ op: 'Replace', path, value: value === true ? 'True' : value === false ? 'False' : value }))
  if (shape === 2) return entries.map(([path, value]) => ({ op: 'Add', path, value }))
  return entries.map(([path, value]) => ({ op: 'replace', path: `${urns.user}:${path}`, value }))
}

function groupPatch({ name, add, remove, whole }: GroupPatch, shape: number): object[] {
  return [
    ...(name === undefined
      ? []
      : [shape % 2 === 0 ? { op: 'replace', path: 'displayName', value: name } : { op: 'Replace', value: { displayName: name } }]),
    ...(whole ? wholeLists(whole, shape) : []),
    ...(remove?.length ? removals(remove, shape) : []),
    ...(add?.length ? additions(add, shape) : []),
  ]
}

function wholeLists(ids: readonly string[], shape: number): object[] {
  if (ids.length === 0 && shape === 0) return [{ op: 'remove', path: 'members' }]
  return [shape < 2 ? { op: 'replace', path: 'members', value: members(ids) } : { op: 'Replace', value: { members: members(ids) } }]
}

function removals(ids: readonly string[], shape: number): object[] {
  if (shape === 0) return ids.map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` }))
  if (shape === 1) return [{ op: 'Remove', path: 'members', value: members(ids) }]
  if (shape === 2) return [{ op: 'remove', path: `members[${ids.map((id) => `value eq "${id}"`).join(' or ')}]` }]
  return [{ op: 'remove', path: 'members', value: ids }]
}

function additions(ids: readonly string[], shape: number): object[] {
  if (shape === 0) return [{ op: 'add', path: 'members', value: members(ids) }]
  if (shape === 1) return ids.map((id) => ({ op: 'Add', path: 'members', value: [{ value: id }] }))
  if (shape === 2) return [{ op: 'add', value: { members: members(ids) } }]
  return ids.map((value) => ({ op: 'add', path: 'members', value: { value } }))
}

const codeOf = (status: number, body: Resource) => (status < 300 ? 'done' : `${status} ${body?.scimType ?? '-'}`)
const requestOf = ({ headers }: ScimAnswer) => headers.get('x-request-id') ?? ''

/** What is seen of something before it is changed; undefined where it is not there. */
async function see(scim: Scim, path: string): Promise<Seen | undefined> {
  const start = performance.now()
  const { status, headers, body } = await scim('GET', path)
  if (status !== 200) return undefined
  const { userName, displayName = '', active, externalId = '', ims, members: listed = [] } = body
  const own = userName === undefined ? [displayName, '', ''] : [userName, displayName, active ? 'enabled' : 'disabled']
  const content = JSON.stringify([...own, externalId, furtherOf(ims), listed.map(({ value }: { value: string }) => value).sort()])
  return { tag: headers.get('etag') as string, content, start }
}

/** What was seen last, by path. */
export type SeenBefore = Map<string, Seen>

async function seenOf(scim: Scim, path: string, ifMatch: Condition['ifMatch'], before: SeenBefore): Promise<Seen | undefined> {
  if (ifMatch !== 'now' && ifMatch !== 'earlier') return undefined
  const known = ifMatch === 'earlier' ? before.get(path) : undefined
  const seen = known ?? (await see(scim, path))
  if (seen) before.set(path, seen)
  return seen
}

function tagFor(ifMatch: Condition['ifMatch'], seen: Seen | undefined): Record<string, string> {
  if (ifMatch === undefined) return {}
  return { 'if-match': ifMatch === 'never' ? 'W/"0"' : (seen?.tag ?? '*') }
}

export async function askSource(scim: Scim, asked: SourceOperation, before: SeenBefore): Promise<Answered> {
  const { name, method, path, body } = requestFor(asked)
  const seen = await seenOf(scim, path, asked.ifMatch, before)
  const operation = { ...asked, ...(seen && { seen }) }
  const start = performance.now()
  const answer = await scim(method, path, body, tagFor(asked.ifMatch, seen))
  const end = performance.now()
  const told = { operation, key: `${requestOf(answer)} ${name}`, start, end }
  if (answer.status < 300 && operation.kind === 'read_members') {
    const ids = ((answer.body.members ?? []) as { value: string }[]).map(({ value }) => value).sort()
    return { ...told, outcome: `members ${ids.join(' ')}` }
  }
  return { ...told, outcome: codeOf(answer.status, answer.body), ...(answer.status === 201 && { made: answer.body.id as string }) }
}

const bulkUrn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'
const reference = 'bulkId:0'

/**
 * Several in one request, no two of one name, so that events tell them apart. A group among whose members is `bulkId:0` refers to the first of them, which
 * creates a user.
 */
export async function askBulk(scim: Scim, operations: readonly SourceOperation[]): Promise<Answered[]> {
  const requests = operations.map((operation) => requestFor(operation))
  const Operations = requests.map(({ method, path, body: data }, index) => ({ method, path, bulkId: String(index), ...(data && { data }) }))
  const start = performance.now()
  const answer = await scim('POST', '/Bulk', { schemas: [bulkUrn], Operations })
  const end = performance.now()
  const answered: Answered[] = []
  for (const [index, sent] of operations.entries()) {
    const { status, location, response } =
      answer.status === 200 ? answer.body.Operations[index] : { status: answer.status, response: answer.body }
    const made = Number(status) === 201 ? String(location).split('/').at(-1) : undefined
    const after = answered.at(-1)
    answered.push({
      operation: answer.status === 200 ? withReference(sent, answered[0]?.made) : sent,
      key: `${requestOf(answer)} ${requests[index]?.name}`,
      ...{ start, end, outcome: codeOf(Number(status), response) },
      ...(made !== undefined && { made }),
      ...(after && { after }),
    })
  }
  return answered
}

function withReference(operation: SourceOperation, made: string | undefined): SourceOperation {
  if (operation.kind !== 'create_group' || !operation.members.includes(reference)) return operation
  if (made === undefined) return { by: 'source', kind: 'dangling' }
  return { ...operation, members: operation.members.map((member) => (member === reference ? made : member)) }
}
