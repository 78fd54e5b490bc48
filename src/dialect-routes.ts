import { findAdminToken } from './bootstrap/find-admin-token.ts'
import { findCredential } from './bootstrap/find-credential.ts'
import { findKey } from './bootstrap/find-key.ts'
import { findToken } from './bootstrap/find-token.ts'
import { meantWord } from './bootstrap/meant-word.ts'
import type { OpenDirectory } from './bootstrap/open-directory.ts'
import { docsRoutes } from './contract/docs/docs-pages.ts'
import { releasedCoverage } from './contract/docs/released-coverage.ts'
import type { Route } from './contract/exchange.ts'
import type { Faults } from './contract/faults.ts'
import type { Operation } from './contract/operation.ts'
import type { RateLimiter } from './contract/rate-limiter.ts'
import { keptRehearsals } from './contract/rehearsals.ts'
import { exitCheck } from './dialects/admin/accounts/exit-check.ts'
import type { AdminOperation } from './dialects/admin/admin-operation.ts'
import { adminRoutes } from './dialects/admin/endpoint.ts'
import { adminOperations } from './dialects/admin/operations.ts'
import { getRehearsal } from './dialects/admin/rehearsals/get-rehearsal.ts'
import { authRoutes } from './dialects/feishu/auth/auth-routes.ts'
import { authorizePage } from './dialects/feishu/auth/authorize-page.ts'
import { authEndpoints } from './dialects/feishu/auth.ts'
import { contactV3 } from './dialects/feishu/contact-v3.ts'
import { contactRoutes } from './dialects/feishu/endpoint.ts'
import { verifyWebhook } from './dialects/feishu/events/verify-webhook.ts'
import { unservedRoutes } from './dialects/feishu/unserved.ts'
import { scimRoutes } from './dialects/scim/endpoint.ts'
import { scimOperations } from './dialects/scim/operations.ts'
import type { Action } from './dialects/tencent/action.ts'
import { tencentRoute } from './dialects/tencent/endpoint.ts'
import { organization20181225 } from './dialects/tencent/organization-2018-12-25.ts'
import { organization20210331 } from './dialects/tencent/organization-2021-03-31.ts'
import { wordBlocker } from './dialects/tencent/refusals/word-blocker.ts'
import { wordRefusal } from './dialects/tencent/refusals.ts'
import { wireTime } from './dialects/tencent/time.ts'
import type { Ports } from './directory/ports.ts'
import type { Logs } from './http/logs.ts'
import { commonWords, factWords, operations } from './operations.ts'
import { closestName } from './settings/closest-name.ts'
import type { Settings } from './settings.ts'

/** What the stand-in adds when it is on. */
export interface Standin {
  readonly operations: readonly AdminOperation[]
  readonly faults?: Faults
}

interface DialectParts {
  readonly settings: Pick<Settings, 'timeZoneOffset' | 'tlsCert'>
  readonly hooks: { readonly actions?: readonly Action[]; undocumented?(operation: string, code: string): void }
  readonly ports: Ports
  readonly standin: Standin
  readonly logs: Logs
  readonly directory: OpenDirectory
  readonly limiter: RateLimiter
}

/** Every action of the Tencent wire, and more where a test or a benchmark brings some. */
function actionsOf(more: readonly Action[] = []): Action[] {
  return [...organization20210331, ...organization20181225, ...more]
}

/** Everything of the vendors' wires that the stand-in can make fail. */
export function faultableOperations(more: readonly Action[] = []): Operation[] {
  return [...actionsOf(more), ...contactV3, ...authEndpoints, ...scimOperations]
}

/** Its code is loaded when somebody asks. */
const seedSchema = async () => (await import('./seed/schema/published.ts')).publishedSchema()

/** What every dialect answers, and the documents about all of it. */
export function dialectRoutes({ settings, hooks, ports, standin, logs, directory, limiter }: DialectParts): Route[] {
  const { store, vault, openSession } = directory
  const undocumented = hooks.undocumented ?? ((operation: string, code: string) => logs.warn('undocumented code', { operation, code }))
  const rehearsals = keptRehearsals(ports.clock)
  const shared = { ports, openSession, rehearsals, faults: standin.faults, undocumented }
  const feishu = { ...shared, findToken: findToken(store.reader, vault, ports.clock) }
  return [
    tencentRoute({
      ...shared,
      actions: actionsOf(hooks.actions),
      limiter,
      time: wireTime(settings.timeZoneOffset),
      findKey: findKey(store.reader, vault),
      closestName,
      wordRefusal,
    }),
    ...contactRoutes({ ...feishu, endpoints: contactV3, limiter }),
    ...authRoutes({ ...feishu, authEndpoints }),
    ...authorizePage(ports),
    ...unservedRoutes(ports),
    ...scimRoutes({
      ...shared,
      operations: scimOperations,
      findCredential: findCredential(store.reader, vault, ports.clock),
      secure: settings.tlsCert !== undefined,
      faultInside: (fault, about) => logs.error('fault', fault, { ...about }),
    }),
    ...adminRoutes({
      ...shared,
      operations: [...adminOperations, exitCheck(wordBlocker), getRehearsal(rehearsals), ...standin.operations],
      token: findAdminToken(store.reader, vault),
      verifyWebhook: (url, keys) => verifyWebhook(url, keys, ports),
      meant: meantWord,
    }),
    ...docsRoutes(operations, { title: 'Rollcall', coverage: releasedCoverage, factWords, commonWords, seedSchema }),
  ]
}
