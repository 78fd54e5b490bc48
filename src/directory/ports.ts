/** Everything that is not deterministic reaches the directory through here, so that a test can hold the clock and replay a seed. */
export interface Ports {
  readonly clock: Clock
  readonly ids: Ids
}

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export interface Ids {
  /** `length` characters of `0-9a-z`, all equally likely. */
  text(length: number): string
  /** A whole number of exactly `digits` digits, the first not 0. */
  number(digits: number): number
  /** Printable text of more than 120 bits for passwords, keys and tokens: letters and digits. */
  secret(length: number): string
  /** `length` hexadecimal digits, all equally likely. */
  hex(length: number): string
  /** A version 4 UUID. */
  uuid(): string
}
