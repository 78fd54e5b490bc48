import type { Client as Client20181225 } from 'tencentcloud-sdk-nodejs/tencentcloud/services/organization/v20181225/organization_client.js'
import type { Client as Client20210331 } from 'tencentcloud-sdk-nodejs/tencentcloud/services/organization/v20210331/organization_client.js'
import type { Static, TSchema } from 'typebox'

/** The SDK's client of each version of the API. */
export interface Clients {
  '2021-03-31': Client20210331
  '2018-12-25': Client20181225
}

/** What the vendor's SDK says of an action: a client has a method for each. */
type RequestOf<Client, Name extends keyof Client> = Client[Name] extends (request: infer Request, ...more: never[]) => unknown
  ? Request
  : never
type ResponseOf<Client, Name extends keyof Client> = Client[Name] extends (...all: never[]) => Promise<infer Response> ? Response : never

/** An object without members: the SDK has `null` for such requests. */
type Nothing = Record<never, never>

/** The SDK writes int64 as `number | bigint` in places; here both are numbers. */
type Value<Type> = [Type] extends [null | undefined] ? Nothing : Type extends null ? never : Type extends bigint ? number : Type

/** The same type, spelt out: members stay optional or required as they are. */
type Spelt<Type> =
  Value<Type> extends infer Of
    ? Of extends readonly (infer Entry)[]
      ? Spelt<Entry>[]
      : Of extends object
        ? [keyof Of] extends [never]
          ? Nothing
          : { [Member in keyof Of]: Spelt<Of[Member]> }
        : Of
    : never

/** The same type with every member required, to any depth: the SDK has all members of answers optional, which says nothing. */
type Full<Type> =
  Value<Type> extends infer Of
    ? Of extends readonly (infer Entry)[]
      ? Full<Entry>[]
      : Of extends object
        ? [keyof Of] extends [never]
          ? Nothing
          : { [Member in keyof Of]-?: Full<Exclude<Of[Member], undefined>> }
        : Of
    : never

/** Whether two types are one and the same, optionality included. */
type Same<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false

interface Declared {
  readonly input: TSchema
  readonly output: TSchema
}

type InputFits<Action extends Declared, Client, Name extends keyof Client> = Same<
  Spelt<Static<Action['input']>>,
  Spelt<RequestOf<Client, Name>>
>
type OutputFits<Action extends Declared, Client, Name extends keyof Client> = Same<
  Full<Static<Action['output']>>,
  Full<Omit<ResponseOf<Client, Name>, 'RequestId'>>
>

/** `'fits'`, or what is wrong with how an action is declared, member by member, against the vendor's SDK. */
export type Fit<Action extends Declared, Name, Version extends keyof Clients = '2021-03-31'> = FitOf<Action, Name, Clients[Version]>

type FitOf<Action extends Declared, Name, Client> = Name extends keyof Client
  ? InputFits<Action, Client, Name> extends true
    ? OutputFits<Action, Client, Name> extends true
      ? 'fits'
      : { 'output differs': [ours: Full<Static<Action['output']>>, vendor: Full<Omit<ResponseOf<Client, Name>, 'RequestId'>>] }
    : { 'input differs': [ours: Spelt<Static<Action['input']>>, vendor: Spelt<RequestOf<Client, Name>>] }
  : 'the SDK has no such action'

/** The actions that do not fit, by name: an object without members when all do. */
export type Misfits<Actions extends Record<string, Declared>, Version extends keyof Clients = '2021-03-31'> = {
  [Name in keyof Actions as Fit<Actions[Name], Name, Version> extends 'fits' ? never : Name]: Fit<Actions[Name], Name, Version>
}
