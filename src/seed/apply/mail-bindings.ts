import { organizationStream } from '../../directory/events.ts'
import { keepBinding } from '../../directory/mail-bindings/keep-binding.ts'
import { type MailBinding, mailBindingFrom } from '../../directory/mail-bindings/mail-binding.ts'
import { record } from '../../directory/record.ts'
import { everyOrganization, everyOutlivingMailBinding } from '../../storage/tables/contents.ts'
import { mailContent } from '../content/organization-content.ts'
import { timeOf } from '../content/times.ts'
import type { SeedMailBinding } from '../schema/mail-binding.ts'
import { type Entry, uinOf } from './account-book.ts'
import { compare } from './compare.ts'
import { idOf, type PlannedOrganization, type Planning } from './plan.ts'
import { within } from './replayed.ts'
import type { Means, Task } from './task.ts'

/** Tasks for the mail bindings of one organization that are missing. */
export function planMailBindings({ findings, book }: Planning, planned: PlannedOrganization): Task[] {
  const given = planned.given?.mailBindings ?? []
  findings.twice(given, 'account', ({ account }) => book.keyOf(account))
  return given.flatMap((binding) => {
    const account = book.find(binding, 'account', binding.account)
    const present = account && planned.present?.mailBindings.find(({ uin }) => uin === account.uin)
    return account ? missingOnly(findings, binding, present, (means) => make(means, idOf(planned), binding, account)) : []
  })
}

/** Tasks for those that outlived their organizations and are missing. */
export async function planOutlivingBindings({ tx, findings, book, document }: Planning): Promise<Task[]> {
  const given = document.mailBindings ?? []
  if (given.length === 0) return []
  const known = (await tx.all(everyOutlivingMailBinding, {})).map(mailBindingFrom)
  const there = new Set((await tx.all(everyOrganization, {})).map(({ id }) => id))
  for (const { id } of document.organizations ?? []) if (id !== undefined) there.add(id)
  findings.twice(
    given,
    'account',
    ({ organization, account }) => `${organization} ${book.keyOf(account)}`,
    ({ account }) => account,
  )
  return given.flatMap((binding) => {
    const { organization } = binding
    if (there.has(organization))
      findings.add(binding, 'organization', `${organization} is not deleted. Write this under its own \`mailBindings\`.`)
    const account = book.find(binding, 'account', binding.account)
    const present = known.find((each) => each.organization === organization && each.uin === account?.uin)
    return account ? missingOnly(findings, binding, present, (means) => make(means, organization, binding, account)) : []
  })
}

function missingOnly(findings: Planning['findings'], given: SeedMailBinding, present: MailBinding | undefined, run: Task['run']): Task[] {
  if (!present) return [{ makes: 'mail binding', holder: given, run }]
  const { account: _, ...content } = mailContent(present)
  compare(findings, given, content)
  return []
}

/** The day of a time where most organizations are. */
const dayOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

async function make({ tx }: Means, organization: number, given: SeedMailBinding, account: Entry): Promise<void> {
  const { account: _, createdAt, boundAt, sentAt, ...rest } = given
  const status = given.status ?? 'valid'
  const created = timeOf(createdAt) ?? tx.origin.at
  const binding: MailBinding = {
    ...{
      id: 1,
      countryCode: '86',
      phoneBound: status === 'success',
      description: '',
      day: dayOf(created),
      requests: 1,
      updates: 0,
      sends: 0,
    },
    ...rest,
    organization,
    uin: uinOf(account),
    status,
    sentAt: timeOf(sentAt) ?? 0,
    createdAt: created,
    boundAt: timeOf(boundAt) ?? (status === 'success' ? created : null),
  }
  const { id, uin, email, countryCode, phone, phoneBound, description } = binding
  const own = within(tx, organizationStream(organization))
  await keepBinding(own, binding, Number.MAX_SAFE_INTEGER)
  record(own, { kind: 'mail_binding_requested', subject: String(uin), after: { id, email, countryCode, phone } })
  if (status === 'valid') return
  const after = { id, status, phoneBound, description }
  record(own, { kind: 'mail_binding_confirmed', subject: String(uin), before: { id, status: 'valid' }, after })
}
