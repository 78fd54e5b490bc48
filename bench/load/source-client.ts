import { groupOfSource, type SourceGroup, sourceToken } from '../data/source-data.ts'
import type { Target } from './measure.ts'
import { addition, patchOf, removal } from './source-calls.ts'

/** Where a source sends single requests, outside of the load. */
type Place = Pick<Target, 'port'>

async function send({ port }: Place, method: string, path: string, body?: object): Promise<string> {
  const headers = { authorization: `Bearer ${sourceToken}`, 'content-type': 'application/scim+json' }
  const response = await fetch(`http://127.0.0.1:${port}/scim/v2${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text.slice(0, 400)}`)
  return text
}

export async function patchMember(place: Place, group: SourceGroup, verb: 'add' | 'remove', user: string): Promise<void> {
  await send(place, 'PATCH', `/Groups/${groupOfSource(group)}`, patchOf(verb === 'add' ? addition(user) : removal(user)))
}

/** Throws unless this many are in the group: what is fast and wrong is not measured. */
export async function requireMembers(place: Place, group: SourceGroup, count: number): Promise<void> {
  const { members = [] } = JSON.parse(await send(place, 'GET', `/Groups/${groupOfSource(group)}`)) as { members?: object[] }
  if (members.length !== count) throw new Error(`${members.length} are in the group ${group}, which should have ${count}`)
}
