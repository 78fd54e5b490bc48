import type { AdminOperation } from '../admin-operation.ts'
import { deleteFault } from './delete-fault.ts'
import type { FaultControls } from './fault-fields.ts'
import { listFaults } from './list-faults.ts'
import { putFault } from './put-fault.ts'
import { type StandinControls, turnClock } from './turn-clock.ts'

/** What a server with the stand-in on answers beside everything else. */
export function standinOperations(clock: StandinControls, faults: FaultControls): AdminOperation[] {
  return [turnClock(clock), putFault(faults), deleteFault(faults), listFaults(faults)]
}
