/** What is known of one thing that comes and goes: a membership, a user, a group. */
export interface Thing {
  readonly kind: 'membership' | 'user' | 'group'
  /** `<group> <user>` or a name. */
  readonly name: string
  present: boolean
  /** A change was sent and never answered: it may be there or not. */
  unsure: boolean
  /** Of a user or group that is present. */
  id?: string
}

/** What the callers were told: the only truth that the directory must keep. */
export class Ledger {
  readonly things: Thing[] = []
  /** Requests that were answered with success, since they were last checked. */
  acknowledged: string[] = []
  /** Changes that were sent and not answered, since they were last checked. */
  unanswered = 0
  total = 0

  add(kind: Thing['kind'], name: string): Thing {
    const thing: Thing = { kind, name, present: false, unsure: false }
    this.things.push(thing)
    return thing
  }

  acknowledge(requestId: string): void {
    this.acknowledged.push(requestId)
    this.total++
  }
}
