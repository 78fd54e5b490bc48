import { describe, expect, test } from 'vitest'
import { formerHoldersOfContacts, holdersOfContacts } from '../../../src/storage/tables/people/contacts.ts'
import { groupsOfPerson, holdersOfKeys, peopleLedBy } from '../../../src/storage/tables/people/leaving.ts'
import { presentPeople, seatsBehind } from '../../../src/storage/tables/people/lists.ts'
import { codesOfPeople } from '../../../src/storage/tables/people/people.ts'
import { planOf } from './plans-of.ts'

/** What these cost must not grow with the company: each step looks something up, and what is sorted is a page. */
describe('statements on people (sqlite)', () => {
  test('a page of a department begins behind the last one, in an index alone', async () => {
    const plan = await planOf(seatsBehind)
    const index = 'SEARCH person_departments USING COVERING INDEX person_departments_in_order'
    expect(plan).toContain(`${index} (company=? AND department=? AND person_order=? AND (joined_at,person)>(?,?))`)
    expect(plan).toContain(`${index} (company=? AND department=? AND person_order<?)`)
    // Two short lists, each in order, are put together.
    expect(plan.filter((step) => step.startsWith('SCAN person_departments'))).toEqual([])
    expect(plan.filter((step) => step.includes('OFFSET'))).toEqual([])
  })

  test('people of a range are looked up one by one', async () => {
    expect(await planOf(presentPeople)).toContain('SEARCH people USING PRIMARY KEY (company=? AND id=?)')
  })

  test('codes are looked up one by one, and who has that of somebody who resigned', async () => {
    const plan = await planOf(codesOfPeople)
    expect(plan).toContain('SEARCH people USING PRIMARY KEY (company=? AND id=?)')
    expect(plan).toContain('SEARCH heir USING INDEX people_by_code (company=? AND code=?)')
  })

  test('mails and phones are looked up, of who resigned too', async () => {
    expect(lookups(await planOf(holdersOfContacts))).toEqual([
      'people_by_email_key (company=? AND email_key=?)',
      'people_by_mobile_key (company=? AND mobile_key=?)',
    ])
    expect(lookups(await planOf(formerHoldersOfContacts))).toEqual([
      'people_by_email (company=? AND <expr>=?)',
      'people_by_mobile (company=? AND mobile=?)',
    ])
  })

  test('what a returning person could collide with is looked up key by key', async () => {
    const plan = await planOf(holdersOfKeys)
    expect(lookups(plan).toSorted()).toEqual([
      'people_by_code_key (company=? AND code_key=?)',
      'people_by_email_key (company=? AND email_key=?)',
      'people_by_employee_no_key (company=? AND employee_no_key=?)',
      'people_by_enterprise_email_key (company=? AND enterprise_email_key=?)',
      'people_by_mobile_key (company=? AND mobile_key=?)',
    ])
  })

  test('who resigns is found with whom he led and in his groups', async () => {
    const led = await planOf(peopleLedBy)
    expect(lookups(led)).toEqual([
      'people_by_leader (company=? AND leader=?)',
      'people_with_dotted_leaders (company=? AND <expr>=?)',
      'people_by_leader_of_post (company=? AND <expr>=?)',
      'people_by_leader_of_post (company=? AND <expr>=?)',
    ])
    const groups = await planOf(groupsOfPerson)
    expect(lookups(groups)).toEqual(['company_group_members_by_member (company=? AND kind=? AND member=?)'])
  })

  const lookups = (plan: readonly string[]) =>
    plan.flatMap((step) => /^SEARCH \w+ USING (?:COVERING )?INDEX (.+)$/.exec(step)?.[1] ?? (step.startsWith('SCAN people') ? [step] : []))
})
