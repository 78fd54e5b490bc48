import type { Static, TObject, TSchema } from 'typebox'
import { type DocumentedError, type Operation, operationKey, type Text } from '../../contract/operation.ts'
import type { Call } from './call.ts'
import { type Validate, validatorOf } from './requests/validation.ts'

/** What one operation says of itself; everything else is derived. */
export interface Declaration<Input extends TObject, Output extends TSchema> {
  readonly name: string
  /** The vendor's documentation area, which is the folder too: `identity-center/groups`. */
  readonly area: string
  readonly summary: Text
  readonly source: string
  readonly kind: 'read' | 'write'
  readonly input: Input
  readonly output: Output
  /** All codes that the vendor documents for it, beside the common ones. */
  readonly errors: readonly string[]
  /** Documented codes that no documented request leads to, each with the reason. */
  readonly unreachable?: Readonly<Record<string, string>>
  /** Documented codes that only a failing dependency brings about. */
  readonly faults?: readonly string[]
  /** Codes that the vendor does not list for it and that we answer all the same, each with the reason. */
  readonly chosen?: Readonly<Record<string, string>>
  /** Calls a second for one root account; 20 when left out. */
  readonly rate?: number
  readonly service?: string
  readonly version?: string
  handle(call: Call, input: Static<Input>): Promise<Static<Output>>
}

/** A declared operation, ready to be called through this wire. */
export interface Action<Input extends TObject = TObject, Output extends TSchema = TSchema> extends Operation {
  readonly dialect: 'tencent'
  readonly rate: number
  readonly input: Input
  readonly output: Output
  /** The codes of `errors`. */
  readonly codes: ReadonlySet<string>
  readonly validate: Validate
  handle(call: Call, input: unknown): Promise<object>
}

/** Declares one operation of this wire. */
export function action<Input extends TObject, Output extends TSchema>(declared: Declaration<Input, Output>): Action<Input, Output> {
  const service = declared.service ?? 'organization'
  const version = declared.version ?? '2021-03-31'
  const errors = documentedErrors(declared)
  return {
    dialect: 'tencent',
    service,
    version,
    name: declared.name,
    key: operationKey('tencent', version, declared.name),
    area: declared.area,
    summary: declared.summary,
    source: declared.source,
    kind: declared.kind,
    permission: `${service}:${declared.name}`,
    rate: declared.rate ?? 20,
    http: { method: 'POST', path: '/' },
    input: declared.input,
    output: declared.output,
    errors,
    codes: new Set(errors.map((error) => error.code)),
    validate: validatorOf(declared.input),
    handle: (call, input) => declared.handle(call, input as Static<Input>) as Promise<object>,
  }
}

interface DeclaredErrors {
  readonly name: string
  readonly errors: readonly string[]
  readonly unreachable?: Readonly<Record<string, string>>
  readonly faults?: readonly string[]
  readonly chosen?: Readonly<Record<string, string>>
}

/** A code stands in one of the lists, or in `errors` and in one of `unreachable` and `faults`, which say more about it. */
function documentedErrors({ name, errors, unreachable = {}, faults = [], chosen = {} }: DeclaredErrors): DocumentedError[] {
  const documented = [...new Set([...errors, ...faults, ...Object.keys(unreachable)])]
  const doubled =
    errors.find((code, index) => errors.indexOf(code) !== index) ??
    faults.find((code) => Object.hasOwn(unreachable, code)) ??
    documented.find((code) => Object.hasOwn(chosen, code))
  if (doubled !== undefined) throw new Error(`${name} declares the error ${doubled} twice`)
  const described = documented.map((code): DocumentedError => {
    if (Object.hasOwn(unreachable, code)) return { code, reach: 'unreachable', reason: unreachable[code] }
    return { code, reach: faults.includes(code) ? 'fault' : 'state' }
  })
  return [...described, ...Object.entries(chosen).map(([code, reason]): DocumentedError => ({ code, reach: 'chosen', reason }))]
}
