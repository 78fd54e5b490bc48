import { pageOf } from '../../src/dialects/tencent/paging.ts'
import { type DataSet, drawsFrom, groupId, userId, zoneId } from '../data/data-set.ts'
import type { Job, SignedPattern } from './jobs.ts'

export interface Call {
  readonly action: string
  readonly body: object
}

/** The calls of a job, in the order in which they are sent: connection `i % connections` sends call `i`. */
export function callsOf(job: Job<SignedPattern>, data: DataSet): Call[] {
  const draw = drawsFrom(job.seed)
  const make = makers[job.pattern](job, data, draw)
  return Array.from({ length: job.requests }, (_, index) => make(index))
}

type Maker = (job: Job<SignedPattern>, data: DataSet, draw: () => number) => (index: number) => Call

const makers: Readonly<Record<SignedPattern, Maker>> = {
  'no-op': (_job, data, draw) => () => ({ action: 'NoOperation', body: pair(anySmallGroup(data, draw()), 0) }),
  add: (_job, data, draw) => strangers('AddUserToGroup', data, draw),
  remove: (_job, data, draw) => strangers('RemoveUserFromGroup', data, draw),
  'get-group': (_job, data, draw) => () => ({
    action: 'GetGroup',
    body: { ZoneId: zoneId, GroupId: groupId(Math.floor(draw() * data.groups)) },
  }),
  'list-members': (_job, data, draw) => {
    const big = membersInOrder(data)
    return () => (draw() < 0.5 ? page(0, big[Math.floor(draw() * (big.length - 100))]) : page(groupOf100(data, draw())))
  },
  'describe-members': () => () => ({ action: 'DescribeOrganizationMembers', body: { Offset: 0, Limit: 10 } }),
  'describe-nodes': () => () => ({ action: 'DescribeOrganizationNodes', body: { Offset: 0, Limit: 10 } }),
  'list-first-page': () => () => page(0),
  'list-last-page': (_job, data) => {
    const big = membersInOrder(data)
    return () => page(0, big[big.length - 101])
  },
  'toggle-small': (job, data, draw) =>
    toggled(job, ['AddUserToGroup', 'RemoveUserFromGroup'], (lane) => {
      const place = Math.floor((draw() * (data.scale.users - 10)) / job.connections - 1) * job.connections + lane
      return pair(1, data.nth(1, 10 + Math.max(place, lane)))
    }),
  'toggle-big': (job, data, draw) =>
    toggled(job, ['RemoveUserFromGroup', 'AddUserToGroup'], (lane) => {
      const place = Math.floor((draw() * data.scale.bigGroup) / job.connections - 1) * job.connections + lane
      return pair(0, data.nth(0, Math.max(place, lane)))
    }),
}

function pair(group: number, user: number): object {
  return { ZoneId: zoneId, GroupId: groupId(group), UserId: userId(user) }
}

function anySmallGroup(data: DataSet, draw: number): number {
  return 1 + Math.floor(draw * (data.groups - 1))
}

function groupOf100({ scale, groups }: DataSet, draw: number): number {
  return 1 + scale.groupsOf10 + Math.floor(draw * (groups - 1 - scale.groupsOf10))
}

/** Groups and users that are not in them, no pair twice. */
function strangers(action: string, data: DataSet, draw: () => number): () => Call {
  const seen = new Set<string>()
  return () => {
    for (;;) {
      const group = anySmallGroup(data, draw())
      const user = data.nth(group, data.outside(group, draw()))
      const name = `${group} ${user}`
      if (seen.has(name)) continue
      seen.add(name)
      return { action, body: pair(group, user) }
    }
  }
}

/** Every connection undoes in its second call what it did in the first, with pairs that no other connection touches. */
function toggled({ connections }: Job, actions: readonly [string, string], choose: (lane: number) => object): (index: number) => Call {
  const chosen: object[] = []
  return (index) => {
    const lane = index % connections
    const again = Math.floor(index / connections) % 2
    if (again === 0) chosen[lane] = choose(lane)
    return { action: actions[again] as string, body: chosen[lane] as object }
  }
}

/** The numbers of the big group's members: users were made one after the other, from 1. */
function membersInOrder(data: DataSet): number[] {
  return Array.from({ length: data.scale.bigGroup }, (_, n) => data.nth(0, n) + 1).sort((one, other) => one - other)
}

function page(group: number, after?: number): Call {
  const asked: { ZoneId: string; GroupId: string; NextToken?: string } = { ZoneId: zoneId, GroupId: groupId(group) }
  const place =
    after === undefined ? {} : { NextToken: pageOf('ListGroupMembers', zoneId, asked, [0] as readonly [number]).tokenAfter([after]) }
  return { action: 'ListGroupMembers', body: { ...asked, MaxResults: 100, ...place } }
}
