import type { Reader } from '../../storage/store.ts'
import { otherIdKeys as rows } from '../../storage/tables/companies/apps.ts'
import type { Vault } from '../../storage/vault.ts'
import { appPurposes } from './app.ts'

/** Apps that are looked at; a company has a handful. */
const most = 200

/** Under which the other apps of a company know its people, in hexadecimal. */
export async function otherIdKeys(reader: Reader, vault: Vault, company: string, app: string): Promise<string[]> {
  const found = await reader.all(rows, { company, app, most })
  return found.map(({ id, sealed_id_key }) => vault.open(sealed_id_key, appPurposes.idKey(id)))
}
