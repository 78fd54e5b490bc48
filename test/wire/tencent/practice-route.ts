import { type Static, type TObject, Type } from 'typebox'
import type { Answer, Request, Route } from '../../../src/contract/exchange.ts'
import { keptRehearsals } from '../../../src/contract/rehearsals.ts'
import { action } from '../../../src/dialects/tencent/action.ts'
import type { Call } from '../../../src/dialects/tencent/call.ts'
import { tencentRoute } from '../../../src/dialects/tencent/endpoint.ts'
import type { KeyRecord, TencentDeps } from '../../../src/dialects/tencent/endpoint-deps.ts'
import { TencentError } from '../../../src/dialects/tencent/tencent-error.ts'
import { factsFrom } from '../../../src/directory/accounts/facts.ts'
import type { Session } from '../../../src/directory/session.ts'
import { closestName } from '../../../src/settings/closest-name.ts'
import { exampleKey, noon, starredKey } from './signing/independent-signer.ts'

export const practiceInput = Type.Object({
  Name: Type.String({ minLength: 2, maxLength: 8, refusal: 'InvalidParameter.NameFormatError' }),
  Kind: Type.Optional(Type.Union([Type.Literal('Manual'), Type.Literal('Synchronized')])),
  Limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  Uin: Type.Optional(Type.Integer()),
  Ratio: Type.Optional(Type.Number()),
  Open: Type.Optional(Type.Boolean()),
  Password: Type.Optional(Type.String({ pattern: '^[A-Z]+$' })),
  Uins: Type.Optional(Type.Array(Type.Integer(), { maxItems: 3 })),
  Members: Type.Optional(Type.Array(Type.Object({ Name: Type.String(), Age: Type.Optional(Type.Integer()) }))),
})

export type PracticeInput = Static<typeof practiceInput>

export type Handle = (call: Call, input: PracticeInput) => Promise<object>

const words = { area: 'practice', summary: { en: 'Practice', zh: '练习' }, source: 'none: made for these tests', kind: 'write' as const }

export const caller = {
  account: {
    uin: 100_000_000_001,
    name: 'a',
    verification: 'none' as const,
    entity: '',
    kind: 'standard' as const,
    createdIn: null,
    facts: factsFrom('{}'),
    createdAt: 0,
  },
  secretId: exampleKey.secretId,
}

export interface Practice {
  readonly route: Route
  /** What was reported as a fault. */
  readonly faults: { error: unknown; requestId: string; operation: string }[]
  /** Keys that were taken from the limiter. */
  readonly taken: string[]
  readonly ports: TencentDeps['ports']
  ask(request: Request): Promise<{ code: string; message: string; response: Record<string, unknown>; answer: Answer }>
}

/** A route over one made-up action, `Practise`, with everything around it under the test's control. */
export function practice(handle: Handle = async (_call, input) => ({ Input: input }), differing: Partial<TencentDeps> = {}): Practice {
  const faults: Practice['faults'] = []
  const taken: string[] = []
  const deps: TencentDeps = {
    actions: [
      action({
        ...words,
        name: 'Practise',
        input: practiceInput,
        output: Type.Unknown(),
        errors: ['FailedOperation.Practised', 'InvalidParameter.NameFormatError'],
        handle,
      }),
      nothing('DescribeInstances', {
        service: 'cvm',
        version: '2017-03-12',
        input: Type.Object({ Limit: Type.Integer() }, { additionalProperties: true }),
      }),
      nothing('DescribeOrganizationNodes', { input: Type.Object({ Limit: Type.Integer(), Offset: Type.Integer() }) }),
      nothing('OldAction', { version: '2018-12-25' }),
    ],
    findKey: (secretId) =>
      [exampleKey, starredKey].map(recordOf).find((_, index) => [exampleKey, starredKey][index]?.secretId === secretId),
    openSession: (origin) => ({ origin }) as Session,
    rehearsals: keptRehearsals({ now: () => noon * 1000 }),
    time: (at) => `moment ${at}`,
    limiter: { take: (key) => taken.push(key) > 0, takeOf: () => 0 },
    ports: {
      clock: { now: () => noon * 1000 },
      ids: { uuid: () => '00000000-0000-4000-8000-000000000000', text: String, number: Number, secret: String, hex: String },
    },
    closestName,
    wordRefusal: (refusal) => new TencentError('FailedOperation.Practised', { en: `told ${refusal.fact}`, zh: `中文 ${refusal.fact}` }),
    undocumented: (operation, code) => {
      throw new Error(`${operation} answered ${code}, which it does not declare`)
    },
    ...differing,
  }
  const route = tencentRoute(deps)
  const ask: Practice['ask'] = async (request) => {
    const answer = await route.handle(request)
    const { fault: error, requestId, operation } = answer.outcome
    if (error !== undefined) faults.push({ error, requestId, operation })
    const response = (JSON.parse(answer.body) as { Response: Record<string, unknown> }).Response
    const refused = response.Error as { Code: string; Message: string } | undefined
    return { code: refused?.Code ?? 'OK', message: refused?.Message ?? '', response, answer }
  }
  return { route, faults, taken, ports: deps.ports, ask }
}

export function recordOf({ secretKey }: { secretKey: string }): KeyRecord {
  return { caller, secretKey, enabled: true, ipAllow: [], ipDeny: [] }
}

function nothing(name: string, { input = Type.Object({}) as TObject, ...place }: { input?: TObject; service?: string; version?: string }) {
  return action({ ...words, ...place, name, input, output: Type.Object({}), errors: [], handle: async () => ({}) })
}
