import { Refused } from '../../refusals.ts'
import { employeeTypeStanding } from '../../vocabularies/employee-types/find-employee-type.ts'
import { findJobFamily } from '../../vocabularies/job-families/find-job-family.ts'
import { findJobLevel } from '../../vocabularies/job-levels/find-job-level.ts'
import { becomesAnother, type Draft } from '../draft.ts'

/**
 * Words of the company that a person is described with. Refuses with `persons_job_level_unknown`, `persons_job_family_unknown`,
 * `employee_type_unknown`, `employee_type_inactive`.
 */
export async function judgeJob(draft: Draft): Promise<void> {
  const { tx, company, after } = draft
  const { jobLevel, jobFamily, employeeType } = after
  if (jobLevel !== '' && becomesAnother(draft, 'jobLevel') && !(await findJobLevel(tx, company.id, jobLevel))?.enabled)
    throw new Refused({ fact: 'persons_job_level_unknown', level: jobLevel })
  if (jobFamily !== '' && becomesAnother(draft, 'jobFamily') && !(await findJobFamily(tx, company.id, jobFamily))?.enabled)
    throw new Refused({ fact: 'persons_job_family_unknown', family: jobFamily })
  if (!becomesAnother(draft, 'employeeType')) return
  const standing = await employeeTypeStanding(tx, company.id, employeeType)
  if (standing !== 'active') throw new Refused({ fact: `employee_type_${standing}`, number: employeeType })
}
