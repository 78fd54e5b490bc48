/** The rules of a zone that a source and people fill at the same time, told once more and as plainly as can be: no counters, no rows, no wires. */
export type Owner = 'manual' | 'synchronized'

export interface ModelUser {
  readonly name: string
  readonly owner: Owner
  readonly status: 'enabled' | 'disabled'
  readonly displayName: string
  readonly externalId: string
  /** Addresses beside his own, in the order in which they were sent, with spaces between them. */
  readonly further: string
}

export type ModelGroup = Pick<ModelUser, 'name' | 'owner' | 'externalId'>

export interface ZoneModel {
  sync: boolean
  adoption: boolean
  readonly users: Map<string, ModelUser>
  readonly groups: Map<string, ModelGroup>
  /** Ids of users by group. */
  readonly members: Map<string, Set<string>>
  /** By id, when the last who changed something was answered. */
  readonly changed: Map<string, number>
}

export const limits = { users: 24, groups: 10, usersPerGroup: 4, groupsPerUser: 3 } as const

export const emptyModel = (): ZoneModel => ({
  sync: false,
  adoption: false,
  users: new Map(),
  groups: new Map(),
  members: new Map(),
  changed: new Map(),
})

/** What a source sees of a user or a group that it may change. */
export function contentOf(model: ZoneModel, id: string): string {
  const {
    name,
    displayName = '',
    status = '',
    externalId,
    further = '',
  }: Partial<Record<keyof ModelUser, string>> = model.users.get(id) ?? model.groups.get(id) ?? {}
  return JSON.stringify([name, displayName, status, externalId, further, [...membersIn(model, id)].sort()])
}

/** One thing that is recorded, as far as the model knows of it. */
export interface Happening {
  readonly kind: string
  readonly subject: string
  /** What is there afterwards, or who came or went. */
  readonly facts: unknown
}

/** What must come of an operation: the answer, `done` or a fact or what is read; and all that is recorded, in any order. */
export interface Judged {
  readonly outcome: string
  readonly happens: readonly Happening[]
}

export const refused = (fact: string): Judged => ({ outcome: fact, happens: [] })
export const done = (...happens: readonly Happening[]): Judged => ({ outcome: 'done', happens })

export const membersIn = (model: ZoneModel, group: string): ReadonlySet<string> => model.members.get(group) ?? new Set()
export const groupsWith = (model: ZoneModel, user: string): string[] =>
  [...model.members].filter(([, users]) => users.has(user)).map(([group]) => group)

export const came = (group: string, user: string): Happening => ({ kind: 'member_added', subject: group, facts: user })
export const went = (group: string, user: string): Happening => ({ kind: 'member_removed', subject: group, facts: user })

/** Who has a name, letter case aside. */
export function holderOf(things: ReadonlyMap<string, ModelGroup>, name: string): string | undefined {
  return [...things].find(([, thing]) => thing.name.toLowerCase() === name.toLowerCase())?.[0]
}

/** Does to the model what was recorded, and holds that it can have happened at all. */
export function follow(model: ZoneModel, { kind, subject, facts }: Happening): void {
  const impossible = (why: string): never => {
    throw new Error(`${kind} of ${subject} ${JSON.stringify(facts)}: ${why}`)
  }
  const present = (things: ReadonlyMap<string, unknown>) => things.has(subject) || impossible('it is not there')
  const absent = (things: ReadonlyMap<string, unknown>) => !things.has(subject) || impossible('it is there')
  switch (kind) {
    case 'synchronization_changed':
      model.sync = facts === 'enabled'
      return
    case 'adoption_changed':
      model.adoption = facts === 'by_name'
      return
    case 'user_created':
      absent(model.users)
      model.users.set(subject, facts as ModelUser)
      return
    case 'user_changed':
    case 'user_adopted':
      present(model.users)
      model.users.set(subject, facts as ModelUser)
      return
    case 'user_status_changed':
      present(model.users)
      model.users.set(subject, { ...(model.users.get(subject) as ModelUser), status: facts as ModelUser['status'] })
      return
    case 'user_deleted':
      present(model.users)
      if (groupsWith(model, subject).length > 0) impossible('it is in groups')
      model.users.delete(subject)
      return
    case 'group_created':
      absent(model.groups)
      model.groups.set(subject, facts as ModelGroup)
      return
    case 'group_changed':
      present(model.groups)
      model.groups.set(subject, facts as ModelGroup)
      return
    case 'group_deleted':
      present(model.groups)
      if (membersIn(model, subject).size > 0) impossible('it has members')
      model.groups.delete(subject)
      return
    case 'member_added': {
      const [group, user] = [model.groups.get(subject), model.users.get(facts as string)]
      if (!group || !user || group.owner !== user.owner) impossible(`${group?.owner} group, ${user?.owner} user`)
      if (membersIn(model, subject).has(facts as string)) impossible('is one already')
      model.members.set(subject, new Set([...membersIn(model, subject), facts as string]))
      if (membersIn(model, subject).size > limits.usersPerGroup) impossible('the group is full')
      if (groupsWith(model, facts as string).length > limits.groupsPerUser) impossible('is in too many')
      return
    }
    case 'member_removed':
      if (!membersIn(model, subject).has(facts as string)) impossible('is none')
      model.members.set(subject, new Set([...membersIn(model, subject)].filter((user) => user !== facts)))
      return
    default:
      impossible('should not be here')
  }
}
