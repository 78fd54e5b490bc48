import { putRelation } from '../../directory/entities/change-relation.ts'
import { organizationStream } from '../../directory/events.ts'
import { applyForTrust } from '../../directory/invitations/judge-company.ts'
import { memberNow } from '../../directory/members/find-member.ts'
import { record } from '../../directory/record.ts'
import { putCreationRecord } from '../../storage/tables/creation-records.ts'
import { insertDeletion } from '../../storage/tables/departures.ts'
import { applicationContent, creationContent, deletionContent, entityContent } from '../content/organization-content.ts'
import { timeOf } from '../content/times.ts'
import type { SeedApplication, SeedCreation, SeedDeletion, SeedEntity } from '../schema/register.ts'
import { uinOf } from './account-book.ts'
import { compare } from './compare.ts'
import { numbersBehind } from './given-numbers.ts'
import { idOf, type PlannedOrganization, type Planning } from './plan.ts'
import { within } from './replayed.ts'
import type { Task } from './task.ts'

/** Tasks for what an organization keeps on record beside its members: companies, creations, deletions, applications. */
export function planRegisters(planning: Planning, planned: PlannedOrganization): Task[] {
  const { findings, book } = planning
  const { entities = [], creations = [], deletions = [], applications = [] } = planned.given ?? {}
  findings.twice(entities, 'id', ({ id }) => id)
  findings.twice(creations, 'id', ({ id }) => id)
  for (const list of [deletions, applications])
    findings.twice<{ account: string | number }>(list, 'account', ({ account }) => book.keyOf(account))
  const nextEntity = numbersBehind(entities, planned.present?.entities ?? [])
  const nextCreation = numbersBehind(creations, planned.present?.creations ?? [])
  return [
    ...entities.map((entity) => planEntity(planning, planned, entity, nextEntity)),
    ...creations.map((creation) => planCreation(planning, planned, creation, nextCreation)),
    ...deletions.map((deletion) => planDeletion(planning, planned, deletion)),
    ...applications.map((application) => planApplication(planning, planned, application)),
  ].filter((task) => task !== undefined)
}

type Next = () => number

function planEntity({ findings, book }: Planning, planned: PlannedOrganization, entity: SeedEntity, next: Next): Task | undefined {
  const manager = entity.manager === undefined ? undefined : book.find(entity, 'manager', entity.manager)
  const present = planned.present?.entities.find(({ id, name }) => (entity.id === undefined ? name === entity.name : id === entity.id))
  if (present) {
    const { manager: _, ...content } = entityContent(present)
    compare(findings, entity, content)
    return undefined
  }
  const id = entity.id ?? next()
  return {
    makes: 'company',
    holder: entity,
    run: ({ tx }) => {
      const organization = idOf(planned)
      const own = within(tx, organizationStream(organization), timeOf(entity.createdAt))
      return putRelation(own, { organization, id, name: entity.name, managerUin: manager ? uinOf(manager) : null })
    },
  }
}

function planCreation({ findings, book }: Planning, planned: PlannedOrganization, creation: SeedCreation, next: Next): Task | undefined {
  const account = creation.account === undefined ? undefined : book.findEver(creation, 'account', creation.account)
  if (creation.account !== undefined && !account) return undefined
  const present = planned.present?.creations.find(({ id, uin }) => (creation.id === undefined ? uin === account?.uin : id === creation.id))
  if (present) {
    const { account: _, ...content } = creationContent(present)
    compare(findings, creation, content)
    return undefined
  }
  const id = creation.id ?? next()
  return {
    holder: creation,
    run: async ({ tx }) =>
      tx.run(putCreationRecord, {
        organization: idOf(planned),
        id,
        uin: account ? uinOf(account) : null,
        created_at: timeOf(creation.createdAt) ?? tx.origin.at,
      }),
  }
}

function planDeletion({ findings, book }: Planning, planned: PlannedOrganization, deletion: SeedDeletion): Task | undefined {
  const account = book.find(deletion, 'account', deletion.account)
  const present = account && planned.present?.deletions.find(({ uin }) => uin === account.uin)
  if (present) {
    const { account: _, ...content } = deletionContent(present)
    compare(findings, deletion, content)
  }
  if (!account || present) return undefined
  return {
    makes: 'deletion',
    holder: deletion,
    async run({ tx }) {
      const organization = idOf(planned)
      const uin = uinOf(account)
      const dueAt = timeOf(deletion.dueAt) as number
      await memberNow(tx, organization, uin)
      await tx.run(insertDeletion, { organization, uin, requested_at: timeOf(deletion.requestedAt) as number, due_at: dueAt })
      record(within(tx, organizationStream(organization)), { kind: 'account_deletion_requested', subject: String(uin), after: { dueAt } })
    },
  }
}

function planApplication({ findings, book }: Planning, planned: PlannedOrganization, application: SeedApplication): Task | undefined {
  const account = book.findEver(application, 'account', application.account)
  const present = account && planned.present?.applications.find(({ uin }) => uin === account.uin)
  if (present) {
    const { account: _, ...content } = applicationContent(present)
    compare(findings, application, content)
  }
  if (!account || present) return undefined
  return {
    makes: 'application',
    holder: application,
    run: ({ tx }) => {
      const organization = idOf(planned)
      const own = within(tx, organizationStream(organization), timeOf(application.createdAt))
      return applyForTrust(own, organization, uinOf(account), { entity: application.entity, proofs: application.proofs ?? [] })
    },
  }
}
