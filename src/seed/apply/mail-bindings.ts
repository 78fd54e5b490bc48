import { organizationStream } from '../../directory/events.ts'
import { keepBinding } from '../../directory/mail-bindings/keep-binding.ts'
import type { MailBinding } from '../../directory/mail-bindings/mail-binding.ts'
import { record } from '../../directory/record.ts'
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
  const tasks: Task[] = []
  for (const binding of given) {
    const account = book.find(binding, 'account', binding.account)
    const present = account && planned.present?.mailBindings.find(({ uin }) => uin === account.uin)
    if (present) {
      const { account: _, ...content } = mailContent(present)
      compare(findings, binding, content)
    } else if (account) tasks.push({ makes: 'mail binding', holder: binding, run: (means) => make(means, planned, binding, account) })
  }
  return tasks
}

/** The day of a time where most organizations are. */
const dayOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

async function make({ tx }: Means, planned: PlannedOrganization, given: SeedMailBinding, account: Entry): Promise<void> {
  const organization = idOf(planned)
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
