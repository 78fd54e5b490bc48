/** How long a token of an app is good for, in ms. */
export const tokenLife = 2 * 60 * 60 * 1000

/** While a token lasts at least so long, the same one is given again; after that a new one, and both hold until their own end. */
export const renewalMargin = 30 * 60 * 1000

/** What is over is remembered so long, in ms: until then using it is told apart from using what nobody was given. */
export const remembered = 7 * 24 * 60 * 60 * 1000

/** `tenant`: an app in a company; `app`: a store app before it has chosen one; `user`: an app on behalf of a person. */
export type TokenKind = 'tenant' | 'app' | 'user'

/** What the digest of a token is made for, so that no other kind of secret has the same. */
export const digestPurpose = 'access token'
export const tokenPurpose = (digest: string): string => `access token ${digest}`

/** A token as it is given out. */
export interface GivenToken {
  readonly token: string
  /** Whole seconds that are left of it. */
  readonly expires: number
}
