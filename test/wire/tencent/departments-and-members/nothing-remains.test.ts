import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { databaseIn } from '../../../../src/storage/engines/data-folder.ts'
import { admin } from '../../../kit/admin.ts'
import { newAccount, newMember, withGroup } from '../../../kit/directory.ts'
import { giveAccess, newCompany, setFacts, setOrganization } from '../../../kit/leaving/companies.ts'
import { situation } from '../../../kit/leaving/obstacles.ts'
import { answered, newCredential, urns } from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const world = sharedServer()

/** Rows of the database by table, where a column has one of these names and the value. */
function rowsWith(columns: readonly string[], value: string | number): Record<string, number> {
  const database = new DatabaseSync(databaseIn(world.server.folder), { readOnly: true })
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]
    const counts = tables.flatMap(({ name }) => {
      const found = (database.prepare(`select name from pragma_table_info('${name}')`).all() as { name: string }[]).filter((column) =>
        columns.includes(column.name),
      )
      return found.map((column) => {
        const row = database.prepare(`select count(*) as n from "${name}" where "${column.name}" = ?`).get(value) as { n: number }
        return [`${name}.${column.name}`, row.n] as const
      })
    })
    return Object.fromEntries(counts.filter(([, n]) => n > 0))
  } finally {
    database.close()
  }
}

test('of a deleted organization and its zone no row is left in any table, but whose an address is', async () => {
  const company = await newCompany(world.server)
  const { client, organization, zone } = company
  await withGroup(company, 2)
  await client.UpdateSCIMSynchronizationStatus({ ZoneId: zone, SCIMSynchronizationStatus: 'Enabled' })
  const { scim } = await newCredential(world.server, company)
  const user = { schemas: [urns.user], userName: 'two.addresses', emails: [{ value: 'one@a.cn' }, { value: 'two@a.cn' }] }
  await answered(scim('POST', '/Users', user), 201)
  const { body: source } = await admin<{ id: string }>(world.server, 'POST', '/companies', { name: 'Source of a bridge' })
  const selection = { departments: ['0'] }
  const { body: bridge } = await admin(world.server, 'POST', `/zones/${zone}/bridges`, { company: source.id, selection })
  await admin(world.server, 'POST', `/zones/${zone}/bridges/${bridge.id}/apply`)
  const { RootNodeId } = await client.DescribeOrganization({})
  const node = await client.AddOrganizationNode({ ParentNodeId: RootNodeId as number, Name: 'Below' })
  const { Uin } = await client.CreateOrganizationMember({
    Name: 'Made',
    AccountName: 'made-here',
    PolicyType: 'Financial',
    PermissionIds: [1, 2],
    NodeId: node.NodeId as number,
  })
  const made = Uin as number
  await client.AddOrganizationMemberEmail({ MemberUin: made, Email: 'made@example.com', CountryCode: '86', Phone: '13912345678' })
  await admin(world.server, 'POST', `/accounts/${made}/mail-binding`, { outcome: 'success', phone: true })
  const unbound = await newMember(world.server, organization, { createdIn: organization })
  await client.AddOrganizationMemberEmail({ MemberUin: unbound.uin, Email: 'open@example.com', CountryCode: '86', Phone: '13912345678' })
  const invitee = await newAccount(world.server, { entity: company.entity })
  await client.InviteOrganizationMember({
    MemberUin: invitee.uin,
    PolicyType: 'Financial',
    PermissionIds: [1, 2],
    Name: 'Asked',
    NodeId: RootNodeId as number,
    IsAllowQuit: 'Allow',
  })
  await admin(world.server, 'PUT', `/organizations/${organization}/entities/4`, { name: 'Trading', managerUin: company.uin })
  await giveAccess(world.server, company, made, 'role_assignment')
  const filled = { ...rowsWith(['organization'], organization), ...rowsWith(['zone'], zone) }
  for (const table of ['affiliations', 'members', 'nodes', 'invitations', 'mail_bindings', 'entity_relations', 'zones']) {
    expect(Object.keys(filled)).toContain(`${table}.organization`)
  }
  for (const table of [
    'users',
    'listed_values',
    'groups',
    'memberships',
    'access_rules',
    'zone_names',
    'source_credentials',
    'bridges',
    'bridge_links',
  ])
    expect(Object.keys(filled)).toContain(`${table}.zone`)

  await dropAccess(made)
  await setFacts(world.server, made, { securityMail: true })
  await setFacts(world.server, unbound.uin, { securityMail: true })
  await client.DeleteOrganizationMembers({ MemberUin: [made, unbound.uin] })
  await client.DeleteOrganization()
  expect(rowsWith(['organization'], organization)).toEqual({ 'mail_bindings.organization': 1 })
  expect(rowsWith(['zone'], zone)).toEqual({})
  expect(rowsWith(['id'], organization)).toEqual({})
  expect(rowsWith(['id'], zone)).toEqual({})
})

test('of a deleted account nothing is left but what happened', async () => {
  const { company, member } = await situation(world.server, 'created', new Set())
  await setOrganization(world.server, company, { limits: { deletionReviewSeconds: 0 } })
  const columns = ['uin', 'target_uin', 'payer', 'asked_payer', 'manager_uin']
  const before = Object.keys(rowsWith(columns, member.uin))
  for (const table of ['accounts', 'affiliations', 'members', 'access_keys']) expect(before).toContain(`${table}.uin`)
  await company.client.DeleteAccount({ MemberUin: member.uin })
  await expect.poll(() => rowsWith(columns, member.uin), { timeout: 15_000 }).toEqual({})
})

async function dropAccess(uin: number): Promise<void> {
  const { remove } = (await admin<{ remove: { fact: string; remedy: string }[] }>(world.server, 'GET', `/accounts/${uin}/exit-check`)).body
  const remedy = remove.find(({ fact }) => fact === 'role_deployed_to_account')?.remedy as string
  await admin(world.server, 'DELETE', remedy.replace(/^DELETE \/admin\/v1/, ''))
}
