import { bearerToken } from '../../settings/value-kinds.ts'
import type { Settings } from '../../settings.ts'
import { openAdmin } from '../server/ask-admin.ts'
import { newSecret } from './new-secret.ts'

export const newTokenOption = '--new-token-file'

/** Puts another admin token in the place of the one in force, on the running server. */
export async function rotateAdminToken(settings: Settings, file: string | undefined): Promise<number> {
  const own = file === undefined ? undefined : await newSecret(file, newTokenOption, bearerToken)
  const admin = await openAdmin(settings)
  const body = own === undefined ? {} : { token: own }
  const { token } = await admin<{ token: string }>({ method: 'POST', path: '/admin-token', body, has: 'token' })
  console.log(own === undefined ? `The old token has ended. Keep the new one:\n  Admin token  ${token}` : 'The old token has ended.')
  if (settings.adminToken !== undefined && settings.adminToken !== token)
    console.log('ROLLCALL_ADMIN_TOKEN is set to another one, which opens nothing: change it, or take it out.')
  return 0
}
