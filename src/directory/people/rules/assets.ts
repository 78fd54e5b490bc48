import { Refused } from '../../refusals.ts'
import { becomesAnother, type Draft } from '../draft.ts'

/** Where a person's data is kept. Refuses with `regions_not_open`, `regions_expired`, `region_unknown`, `region_seats_spent`. */
export function judgeRegion(draft: Draft): void {
  const { company, after } = draft
  if (after.geo === '' || !becomesAnother(draft, 'geo')) return
  const { regions } = company.facts
  if (!regions) throw new Refused({ fact: 'regions_not_open' })
  if (regions.expired) throw new Refused({ fact: 'regions_expired' })
  if (!regions.names.includes(after.geo)) throw new Refused({ fact: 'region_unknown', region: after.geo })
  if (regions.seatsLeft === 0) throw new Refused({ fact: 'region_seats_spent', region: after.geo })
}

/** Licences that a person is given. Refuses with `licence_needed`, `licence_unknown`, `licence_spent`. */
export function judgeLicences(draft: Draft): void {
  const { company, before, after } = draft
  if (!becomesAnother(draft, 'subscriptions')) return
  const { licences } = company.facts
  if (after.subscriptions.length === 0) {
    if (licences?.required) throw new Refused({ fact: 'licence_needed' })
    return
  }
  for (const licence of after.subscriptions) {
    if (before?.subscriptions.includes(licence)) continue
    const left = licences?.seatsLeft[licence]
    if (left === undefined) throw new Refused({ fact: 'licence_unknown', licence })
    if (left === 0) throw new Refused({ fact: 'licence_spent', licence })
  }
}
