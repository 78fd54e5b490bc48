import type { ListCommand, Store } from './store.ts'
import type { Waiting } from './unit.ts'

/** How a caller is told of what it waits for. */
type Promised = Pick<Waiting, 'resolve' | 'reject'>

/** The writing half of a store: each call waits where `enqueue` puts it. */
export function callsInto(enqueue: (call: Waiting) => void): Pick<Store, 'write' | 'rehearse' | 'submit'> {
  const waiting = <T>(call: (promised: Promised) => Waiting): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    enqueue(call({ resolve: resolve as (result: unknown) => void, reject }))
    return promise
  }
  return {
    write: (tenant, origin, work) => waiting((promised) => ({ ...promised, tenant, origin, rehearsal: false, work })),
    rehearse: (tenant, origin, work) => waiting((promised) => ({ ...promised, tenant, origin, rehearsal: true, work })),
    submit: (command, tenant, origin, change) =>
      waiting((promised) => ({ ...promised, tenant, origin, command: command as ListCommand<unknown, unknown>, change })),
  }
}
