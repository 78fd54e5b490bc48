import type { Reader } from '../../storage/store.ts'
import { accessTo, entitiesOf, payeesOf, pendingDeletions, servicesOf, standingsOf } from '../../storage/tables/standings.ts'
import { factsFrom } from '../accounts/facts.ts'
import type { Member } from '../members/member.ts'
import { withoutPayer } from '../members/permissions.ts'
import { type Organization, organizationNow } from '../organizations/find-organization.ts'
import { Refused } from '../refusals.ts'
import { productOf } from '../services/services.ts'
import type { Payees, Standing } from './standing.ts'

/** Where the named accounts stand, in the order of the names; one that is no member is left out. The number of statements does not grow with the list. */
export async function readStandings(reader: Reader, organization: Organization, uins: readonly number[]): Promise<Standing[]> {
  const some = { organization: organization.id, uins }
  const rows = await reader.all(standingsOf, some)
  const delegated = Map.groupBy(await reader.all(servicesOf, some), ({ uin }) => uin)
  const payees = await readPayees(reader, organization.id, uins)
  const entities = Map.groupBy(await reader.all(entitiesOf, some), ({ manager_uin: uin }) => uin)
  const access = Map.groupBy(await reader.all(accessTo, some), ({ target_uin: uin }) => uin)
  const pending = new Map((await reader.all(pendingDeletions, some)).map((row) => [row.uin, row.due_at]))
  const standings = rows.map((row): Standing => {
    const { uin, name, node, payer } = row
    const left = (kind: string) => access.get(uin)?.find((rule) => rule.kind === kind)
    return {
      uin,
      name,
      node,
      kind: row.kind as Member['kind'],
      mayQuit: row.may_quit as Member['mayQuit'],
      payer,
      permissions: JSON.parse(row.permissions) as number[],
      asked: row.asked_permissions === null ? undefined : { payer: row.asked_payer },
      organization,
      facts: factsFrom(row.facts),
      services: (delegated.get(uin) ?? []).map(({ service, in_use: used }) => ({ product: productOf(service), inUse: used === 1 })),
      entities: (entities.get(uin) ?? []).map((entity) => ({ id: entity.id, name: entity.name })),
      payees: payees.get(uin),
      roles: left('role_assignment'),
      provisioned: left('user_provisioning'),
      deletionDue: pending.get(uin) ?? null,
    }
  })
  const byUin = new Map(standings.map((standing) => [standing.uin, standing]))
  return uins.flatMap((uin) => byUin.get(uin) ?? [])
}

/** Where one member stands. Refuses with `organization_not_found`, `member_not_found`. */
export async function standingNow(reader: Reader, organization: number, uin: number): Promise<Standing> {
  const [standing] = await readStandings(reader, await organizationNow(reader, organization), [uin])
  if (!standing) throw new Refused({ fact: 'member_not_found', uin })
  return standing
}

async function readPayees(reader: Reader, organization: number, uins: readonly number[]): Promise<Map<number | null, Payees>> {
  const rows = await reader.all(payeesOf, { organization, uins })
  if (rows.length === 0) return new Map()
  const ones = await reader.all(standingsOf, { organization, uins: rows.map(({ one }) => one) })
  const told = new Map(ones.map((row) => [row.uin, row]))
  return new Map(
    rows.map(({ payer, payees, one }) => {
      const { permissions = '[]', asked_permissions: asked = null } = told.get(one) ?? {}
      return [payer, { count: payees, one, otherPermissions: withoutPayer(JSON.parse(permissions) as number[]), asked: asked !== null }]
    }),
  )
}
