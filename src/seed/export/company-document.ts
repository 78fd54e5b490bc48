import type { CompanyFactsSet } from '../../directory/companies/company.ts'
import { rootDepartment } from '../../directory/ranges/range.ts'
import { factsContent } from '../content/companies/facts-content.ts'
import {
  companyGroupContent,
  departmentContent,
  groupMemberContent,
  personContent,
  roleContent,
  roleMemberContent,
  seatContent,
} from '../content/companies/people-contents.ts'
import type { CompanyContent } from '../content/companies/read-company.ts'
import {
  attributeContent,
  employeeTypeContent,
  familyContent,
  levelContent,
  nameContent,
  unitContent,
} from '../content/companies/word-contents.ts'
import { timeText } from '../content/times.ts'
import { leaveOut } from './leave-out.ts'

/** A company as an export writes it: what is left out is what a seed takes it for. Apps, with their secrets, are not in it. */
export function companyDocument(content: CompanyContent): object {
  const { row, names } = content
  return leaveOut({
    name: row.name,
    id: row.id,
    facts: factsContent(JSON.parse(row.facts) as CompanyFactsSet),
    createdAt: timeText(row.created_at),
    customAttributes: content.attributes.map((each) => aged(attributeContent(each), { open: true })),
    employeeTypes: content.types.map((each) => aged(employeeTypeContent(each), { active: true })),
    jobFamilies: content.families.map((each) => aged(familyContent(each, names), { description: '', enabled: true })),
    jobLevels: content.levels.map((each) => aged(levelContent(each), { description: '', enabled: true })),
    jobTitles: content.titles.map((each) => leaveOut(nameContent(each), { enabled: true })),
    workCities: content.cities.map((each) => leaveOut(nameContent(each), { enabled: true })),
    units: content.units.map((each) => aged(unitContent(each))),
    departments: branches(
      content,
      Map.groupBy(content.departments, ({ parent }) => parent),
      rootDepartment,
    ),
    people: content.people.map((each) => personDocument(content, each)),
    groups: content.groups.map((group) => {
      const members = content.groupMembers.get(group.id) ?? []
      const among = (kind: string) => members.filter((member) => member.kind === kind).map((member) => groupMemberContent(member, names))
      const told = { ...companyGroupContent(group), people: among('person'), departments: among('department') }
      return aged(told, { description: '', kind: 'normal' })
    }),
    roles: content.roles.map((role) => {
      const members = (content.roleMembers.get(role.id) ?? []).map((member) => {
        const departments = content.roleDepartments.get(`${role.id} ${member.person}`) ?? []
        return leaveOut(roleMemberContent(member, departments, names))
      })
      return aged({ ...roleContent(role), members }, { system: false })
    }),
  })
}

function aged<Content extends { createdAt: string }>(content: Content, defaults: Partial<Record<keyof Content, unknown>> = {}): object {
  return leaveOut(content, { ...defaults, updatedAt: content.createdAt })
}

type Children = ReadonlyMap<string, CompanyContent['departments']>

function branches(content: CompanyContent, children: Children, above: string): object[] {
  return (children.get(above) ?? []).map((row) => {
    const told = { ...departmentContent(row, content.names), departments: branches(content, children, row.id) }
    return aged(told, { codeChanges: 0 })
  })
}

const texts = ['enName', 'nickname', 'mobile', 'email', 'enterpriseEmail', 'employeeNo', 'jobTitle', 'city', 'country', 'workStation']
const moreTexts = ['avatarKey', 'geo', 'description']
const blank = {
  ...Object.fromEntries([...texts, ...moreTexts].map((name) => [name, ''])),
  ...{ mobileVisible: true, gender: 0, employeeType: 1, codeChanges: 0 },
  ...{ frozen: false, activated: false, exited: false, unjoined: false, manager: false, founder: false },
}

function personDocument({ seats, names }: CompanyContent, row: CompanyContent['people'][number]): object {
  const { code, name, id, ...rest } = personContent(row, names)
  const departments = (seats.get(row.id) ?? []).map((seat) => leaveOut(seatContent(seat, names), { personOrder: 0, departmentOrder: 0 }))
  return aged(
    { code, name, id, departments, ...rest, posts: rest.posts.map((post) => leaveOut(post, { leaderPost: '', main: false })) },
    blank,
  )
}
