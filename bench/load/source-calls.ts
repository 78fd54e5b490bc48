import { drawsFrom } from '../data/data-set.ts'
import {
  groupOfSource,
  manyGroups,
  type SourceGroup,
  sourceGroupId,
  sourceGroupNames,
  sourceToken,
  sourceUserId,
  stranger,
} from '../data/source-data.ts'
import type { Job, SourcePattern } from './jobs.ts'

interface SourceCall {
  readonly method: 'GET' | 'PATCH'
  readonly path: string
  readonly body?: object
}

export const isOfSource = (job: Job): job is Job<SourcePattern> => job.pattern.startsWith('source-')

/** The requests of a job as bytes, in the order in which they are sent: connection `i % connections` sends the `i`th. */
export function requestsOfSource({ port, pattern, seed, requests, connections }: Job<SourcePattern>): Buffer[] {
  const make = callsOf(pattern, drawsFrom(seed), connections)
  return Array.from({ length: requests }, (_, index) => bytesOf(port, make(index)))
}

function callsOf(pattern: SourcePattern, draw: () => number, connections: number): (index: number) => SourceCall {
  if (pattern.startsWith('source-get-')) {
    const path = `/Groups/${groupOfSource(pattern.slice('source-get-'.length) as SourceGroup)}?excludedAttributes=members`
    return () => ({ method: 'GET', path })
  }
  const name = pattern.slice('source-patch-'.length)
  const anyGroup = () => sourceGroupId(sourceGroupNames.length + Math.floor(draw() * manyGroups))
  return inAndOut(draw, connections, name === 'any' ? anyGroup : () => groupOfSource(name as SourceGroup))
}

/** Every connection puts somebody in and takes him out again, whom no other connection touches; half of them take out as Okta does, half as Entra ID. */
function inAndOut(draw: () => number, connections: number, chooseGroup: () => string): (index: number) => SourceCall {
  const chosen: { group: string; user: string }[] = []
  return (index) => {
    const lane = index % connections
    const turn = Math.floor(index / connections)
    if (turn % 2 === 0) chosen[lane] = { group: chooseGroup(), user: sourceUserId(stranger(Math.floor(draw() * 100) * connections + lane)) }
    const { group, user } = chosen[lane] as { group: string; user: string }
    const operation = turn % 2 === 0 ? addition(user) : lane % 2 === 0 ? removal(user) : filteredRemoval(user)
    return { method: 'PATCH', path: `/Groups/${group}`, body: patchOf(operation) }
  }
}

/** The body of a PATCH. */
export const patchOf = (operation: object) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [operation] })

export const addition = (user: string) => ({ op: 'add', path: 'members', value: [{ value: user }] })
export const removal = (user: string) => ({ op: 'remove', path: 'members', value: [{ value: user }] })
const filteredRemoval = (user: string) => ({ op: 'Remove', path: `members[value eq "${user}"]` })

function bytesOf(port: number, { method, path, body }: SourceCall): Buffer {
  const text = body ? JSON.stringify(body) : ''
  const lines = [
    `${method} /scim/v2${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${sourceToken}`,
    'Accept: application/scim+json',
    ...(body ? ['Content-Type: application/scim+json; charset=utf-8', `Content-Length: ${Buffer.byteLength(text)}`] : []),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`)
}
