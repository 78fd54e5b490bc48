import { factsText } from '../../directory/accounts/facts.ts'
import { listAccounts } from '../../directory/accounts/find-account.ts'
import { mailBindingFrom } from '../../directory/mail-bindings/mail-binding.ts'
import type { Reader } from '../../storage/store.ts'
import { everyCompany } from '../../storage/tables/companies/company-contents.ts'
import { everyOrganization, everyOutlivingMailBinding, everyZone } from '../../storage/tables/contents.ts'
import { accountContent } from '../content/account-content.ts'
import { readCompany } from '../content/companies/read-company.ts'
import { readOrganization } from '../content/organization-content.ts'
import { readZone } from '../content/zone-content.ts'
import { companyDocument } from './company-document.ts'
import { leaveOut } from './leave-out.ts'
import { mailBindingDocument, organizationDocument } from './organization-document.ts'
import { zoneDocument } from './zone-document.ts'

/**
 * Everything that a directory holds, as a seed document: but no secrets, no keys, no credentials of sources, no passwords and no history.
 * Always in the same order, so that equal directories make equal documents.
 */
export async function documentOf(reader: Reader): Promise<object> {
  const organizations = await reader.all(everyOrganization, {})
  const managers = new Map(organizations.map((row) => [row.id, row.manager_uin]))
  const zones: object[] = []
  for (const row of await reader.all(everyZone, {}))
    zones.push(zoneDocument(await readZone(reader, row), managers.get(row.organization) ?? 0))
  const trees: object[] = []
  for (const row of organizations) trees.push(organizationDocument(await readOrganization(reader, row)))
  const companies: object[] = []
  for (const row of await reader.all(everyCompany, {})) companies.push(companyDocument(await readCompany(reader, row)))
  const mailBindings = (await reader.all(everyOutlivingMailBinding, {})).map((row) => ({
    organization: row.organization,
    ...mailBindingDocument(mailBindingFrom(row)),
  }))
  return { rollcall: 1, ...leaveOut({ accounts: await accountDocuments(reader), organizations: trees, zones, companies, mailBindings }) }
}

async function accountDocuments(reader: Reader): Promise<object[]> {
  const documents: object[] = []
  for (let after = 0; ; ) {
    const page = await listAccounts(reader, after, 1000)
    for (const account of page) {
      const content = { ...accountContent(account), facts: JSON.parse(factsText(account.facts)) as object }
      documents.push(
        leaveOut(content, { verification: 'none', entity: account.verification === 'none' ? '' : account.name, kind: 'standard' }),
      )
    }
    const last = page.at(-1)
    if (!last || page.length < 1000) return documents
    after = last.uin
  }
}
