import { adminToken } from '../directory/secrets/admin-token.ts'
import type { Now, Reader } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'
import { betweenCommits } from './between-commits.ts'

/** The admin token, for the wire that takes it. Another one is in force with the commit that changed it, on every server of the directory. */
export function findAdminToken(reader: Reader, vault: Vault): () => Now<string> {
  const inForce = (token: string | undefined) => ({ token: token ?? '' })
  const look = betweenCommits(reader, () => {
    const token = adminToken(reader, vault)
    return token instanceof Promise ? token.then(inForce) : inForce(token)
  })
  return () => {
    const found = look('')
    return found instanceof Promise ? found.then((kept) => kept?.token ?? '') : (found?.token ?? '')
  }
}
