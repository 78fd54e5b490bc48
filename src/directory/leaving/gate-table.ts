import type { Gate, Way } from './gate.ts'
import { createdHereGate } from './gates/created-here.ts'
import { createdNeverQuitsGate } from './gates/created-never-quits.ts'
import { creatorGate } from './gates/creator.ts'
import { deletionPendingGate } from './gates/deletion-pending.ts'
import { deletionPermissionGate } from './gates/deletion-permission.ts'
import { entityGate } from './gates/entity.ts'
import { operateProcessGate } from './gates/operate-process.ts'
import { payeesGate } from './gates/payees.ts'
import { payerGate } from './gates/payer.ts'
import { paymentCardGate } from './gates/payment-card.ts'
import { quitDeniedGate } from './gates/quit-denied.ts'
import { resourcesGate } from './gates/resources.ts'
import { roleDeployedGate } from './gates/role-deployed.ts'
import { securityMailGate } from './gates/security-mail.ts'
import { servicesGate } from './gates/services.ts'
import { sharesResourcesGate } from './gates/shares-resources.ts'
import { userProvisionedGate } from './gates/user-provisioned.ts'
import { usesSharesGate } from './gates/uses-shares.ts'

const yes = true
const no = false
const row = (gate: Gate, remove: boolean, quit: boolean, destroy: boolean) => ({ gate, bars: { remove, quit, delete: destroy } })

/**
 * Which fact bars which way out, in the order in which they are told: the table of the three operations, row by row. A call is refused with
 * the first that holds, the exit check tells them all. A member that another account pays for may never quit, so what must be settled with
 * the payer is told before the denial that comes with it.
 */
export const gateTable: readonly { readonly gate: Gate; readonly bars: Readonly<Record<Way, boolean>> }[] = [
  //                                remove quit delete
  row(creatorGate, /*            */ yes, yes, no),
  row(securityMailGate, /*       */ yes, no, no),
  row(createdNeverQuitsGate, /*  */ no, yes, no),
  row(createdHereGate, /*        */ no, no, yes),
  row(servicesGate, /*           */ yes, yes, yes),
  row(entityGate, /*             */ yes, yes, yes),
  row(sharesResourcesGate, /*    */ yes, yes, yes),
  row(usesSharesGate, /*         */ yes, yes, no),
  row(payerGate, /*              */ yes, yes, yes),
  row(payeesGate, /*             */ yes, yes, yes),
  row(paymentCardGate, /*        */ yes, yes, yes),
  row(quitDeniedGate, /*         */ no, yes, no),
  row(operateProcessGate, /*     */ yes, yes, yes),
  row(roleDeployedGate, /*       */ yes, yes, yes),
  row(userProvisionedGate, /*    */ yes, yes, yes),
  row(deletionPermissionGate, /* */ no, no, yes),
  row(resourcesGate, /*          */ no, no, yes),
  row(deletionPendingGate, /*    */ no, no, yes),
]
