import { Type } from 'typebox'
import { companyNow } from '../../../directory/companies/find-company.ts'
import { changeGroupPeople } from '../../../directory/company-groups/change-people.ts'
import { companyStream } from '../../../directory/events.ts'
import { namedPeople } from '../../../directory/people/named-people.ts'
import { Refused } from '../../../directory/refusals.ts'
import type { Session } from '../../../directory/session.ts'
import { adminOperation } from '../admin-operation.ts'
import { personParams } from './company-group-fields.ts'

const path = '/admin/v1/companies/:company/groups/:group/people/:person'

export const putGroupPerson = adminOperation({
  name: 'PutGroupPerson',
  area: 'company-groups',
  summary: {
    en: 'Have a person be in a dynamic user group, as if its rule said so; who is already changes nothing',
    zh: '使人员成为动态用户组的成员（视同规则计算结果），已是成员时不产生变化',
  },
  kind: 'write',
  method: 'PUT',
  path,
  params: personParams,
  output: Type.Null(),
  status: 204,
  errors: ['company_not_found', 'company_group_not_found', 'company_group_is_normal', 'person_not_found', 'person_resigned'],
  handle: ({ session }, { params }) => change(session, 'add', params),
})

export const deleteGroupPerson = adminOperation({
  name: 'DeleteGroupPerson',
  area: 'company-groups',
  summary: {
    en: 'Have a person not be in a dynamic user group; who is not changes nothing',
    zh: '使人员不再是动态用户组的成员，不是成员时不产生变化',
  },
  kind: 'write',
  method: 'DELETE',
  path,
  params: personParams,
  output: Type.Null(),
  status: 204,
  errors: ['company_not_found', 'company_group_not_found', 'company_group_is_normal', 'person_not_found'],
  handle: ({ session }, { params }) => change(session, 'remove', params),
})

interface Named {
  readonly company: string
  readonly group: string
  readonly person: string
}

async function change(session: Session, kind: 'add' | 'remove', { company, group, person: told }: Named): Promise<null> {
  const [person] = await session.read(async (reader) => {
    await companyNow(reader, company)
    return namedPeople(reader, company, [['code', told]])
  })
  if (!person) throw new Refused({ fact: 'person_not_found', person: told })
  const asked = { company, kind, group, person: person.id, told, byRule: true }
  const outcome = await session.submit(changeGroupPeople, companyStream(company), asked)
  if (!outcome.done) throw new Refused(outcome.refusal)
  return null
}
