import type { WrittenPerson } from '../../../../../directory/people/create-person.ts'
import { Refused } from '../../../../../directory/refusals.ts'
import type { UserBody } from './body-fields.ts'

/** Refuses with `city_not_kept`, `job_title_not_kept`, `city_and_job_title_not_kept`: after the user was saved, where the vendor says so. */
export function refuseUnkept(unkept: WrittenPerson['unkept'], { city = '', job_title: title = '' }: UserBody): void {
  const [first, second] = unkept
  if (first === undefined) return
  if (second !== undefined) throw new Refused({ fact: 'city_and_job_title_not_kept', names: `${city}, ${title}` })
  throw new Refused(first === 'city' ? { fact: 'city_not_kept', names: city } : { fact: 'job_title_not_kept', names: title })
}
