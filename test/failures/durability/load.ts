import type { Seeded } from '../../kit/seeded.ts'
import type { Ledger, Thing } from './ledger.ts'
import { type Answered, SignedCaller } from './signed-caller.ts'

/** Where the load is applied. */
export interface Place {
  readonly zone: string
  readonly groups: readonly string[]
  readonly users: readonly string[]
}

const lost = (answered: Answered) => answered.code === 'InternalError'

/** Sends the change that turns a thing over, and notes in it what is known afterwards. Answers false when the server is gone. */
async function turnOver(caller: SignedCaller, { zone }: Place, thing: Thing, ledger: Ledger): Promise<boolean> {
  const wanted = !thing.present
  ledger.unanswered++
  thing.unsure = true
  const [action, input] = changeOf(zone, thing)
  let answered: Answered
  try {
    answered = await caller.call(action, input)
  } catch (error) {
    if (/hangs/.test((error as Error).message)) throw error
    return false
  }
  if (lost(answered)) return false
  if (answered.code !== 'OK') throw new Error(`${action} of ${thing.name} answered ${answered.code}: what it was told before does not hold`)
  ledger.unanswered--
  ledger.acknowledge(answered.requestId)
  thing.unsure = false
  thing.present = wanted
  const made = answered.output as { UserInfo?: { UserId: string }; GroupInfo?: { GroupId: string } }
  thing.id = made.UserInfo?.UserId ?? made.GroupInfo?.GroupId
  return true
}

function changeOf(zone: string, { kind, name, present, id }: Thing): [string, object] {
  if (kind === 'user') return present ? ['DeleteUser', { ZoneId: zone, UserId: id }] : ['CreateUser', { ZoneId: zone, UserName: name }]
  if (kind === 'group') return present ? ['DeleteGroup', { ZoneId: zone, GroupId: id }] : ['CreateGroup', { ZoneId: zone, GroupName: name }]
  const [GroupId, UserId] = name.split(' ')
  return [present ? 'RemoveUserFromGroup' : 'AddUserToGroup', { ZoneId: zone, GroupId, UserId }]
}

export interface Load {
  /** Resolves when as many changes were acknowledged as there are connections: from then on the server is under load. */
  readonly begun: Promise<unknown>
  stop(): Promise<void>
}

/** Changes from many connections at once, each with things of its own, until told to stop or the server is gone. */
export function startLoad(port: number, place: Place, ledger: Ledger, random: Seeded, connections: number): Load {
  const underLoad = Promise.withResolvers<void>()
  let acknowledged = 0
  let stopping = false
  const lanes = Array.from({ length: connections }, (_, lane) => ledger.things.filter((_thing, index) => index % connections === lane))
  const workers = lanes.map(async (things) => {
    const caller = new SignedCaller(port)
    const sure = things.filter(({ unsure }) => !unsure)
    try {
      while (!stopping && sure.length > 0 && (await turnOver(caller, place, random.pick(sure), ledger))) {
        if (++acknowledged >= connections) underLoad.resolve()
      }
    } finally {
      caller.close()
    }
  })
  const ended = Promise.all(workers)
  // Told by whoever stops it.
  ended.catch(() => {})
  return {
    begun: Promise.race([underLoad.promise, ended]),
    async stop() {
      stopping = true
      await ended
    },
  }
}
