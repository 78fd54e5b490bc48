import type { DialectDeps } from '../../contract/dialect-deps.ts'
import type { Ports } from '../../directory/ports.ts'
import type { OpenSession } from '../../directory/session.ts'
import type { AdminOperation, Meant, VerifyWebhook } from './admin-operation.ts'

/** What this wire needs from outside. The stand-in makes nothing of it fail. */
export interface AdminDeps extends Omit<DialectDeps<Ports, OpenSession>, 'faults'> {
  readonly operations: readonly AdminOperation[]
  /** The admin token in force; nobody is let in while it is empty. */
  token(): string | Promise<string>
  readonly verifyWebhook: VerifyWebhook
  readonly meant: Meant
}
