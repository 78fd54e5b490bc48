import { expect, test } from 'vitest'
import { exitCheck } from '../../../src/dialects/admin/accounts/exit-check.ts'
import { adminOperations } from '../../../src/dialects/admin/operations.ts'
import { admin } from '../../kit/admin.ts'
import { unique } from '../../kit/directory.ts'
import { sharedServer } from '../../kit/shared-server.ts'
import { casesOf, leaksOf } from './compare.ts'
import { withToken } from './send.ts'
import { nobodys, type Words } from './slots.ts'
import { changedBy } from './state.ts'
import { newWholeCompany, type WholeCompany } from './whole-company.ts'
import { newWholeOrganization, type WholeOrganization } from './whole-organization.ts'

const world = sharedServer()

interface Side {
  readonly organization: WholeOrganization
  readonly company: WholeCompany
  /** Names of what lies in an organization, zone, account or company. */
  readonly inside: Words
}

async function newSide(mark: string): Promise<Side> {
  const organization = await newWholeOrganization(world.server, mark)
  const company = await newWholeCompany(world.server, mark, unique('developer'))
  const { zone, place } = organization.source
  const selection = { departments: [company.department.open], groups: [company.things.group_id] }
  const bridge = await admin<{ id: string }>(world.server, 'POST', `/zones/${zone}/bridges`, { company: company.app.company, selection })
  const { job_title_id: title, work_city_id: city, id: attribute, role_id: role, group_id: group } = company.things
  const department = company.department.open
  const inside = {
    ...{ secretId: place.key.secretId, principal: organization.things.UserId, bridge: bridge.body.id, app: company.app.app.id },
    ...{
      title,
      city,
      attribute,
      role,
      group,
      department,
      person: company.person,
      departments: department,
      groups: group,
      people: company.person,
    },
  }
  return { organization, company, inside }
}

/** In whose hands these things lie: the first part of the path. */
const holders = ({ organization: { source }, company }: Side): Words => ({
  ...{ uin: source.place.uin, organization: source.place.organization, zone: source.zone, company: company.app.company },
})

/** Without these nothing is asked for, and the request is refused before anything is looked up. */
const always: Words = {
  ...{ 'ChangeAccount.name': 'fresh', 'ChangeKey.status': 'enabled', 'ChangeBridge.status': 'paused', 'PutCompanyGroup.kind': 'normal' },
  ...{ 'ChangeJobTitle.enabled': true, 'ChangeWorkCity.enabled': true, 'ChangePerson.activated': true, 'ChangeApp.name': 'fresh' },
  ...{ 'ChangeCustomAttribute.open': true, locale: 'zh_cn', event: '0'.repeat(32) },
}

/** An app is told by its name wherever it is installed or not: the administration is of all companies. */
const toldToTheAdministration = ['admin:CreateAuthorization params.app', 'admin:InstallApp params.app', 'admin:UninstallApp params.app']

const plain: Words = { name: 'fresh', kind: 'role_assignment', scope: 'all', service: 'tag', type: 'TEXT', id: 7 }

test('to no operation has one tenant what is in another, be it named as the vendors name it', async () => {
  const [ours, theirs] = [await newSide('alpha'), await newSide('bravo')]
  const own: Words = { ...plain, ...holders(ours), ...ours.inside, members: undefined }
  const operations = [...adminOperations, exitCheck(() => ({ code: '', explanation: { en: '', zh: '' }, remedy: '' }))]
  const cases = casesOf({ ours: own, theirs: theirs.inside, nobodys: nobodys(theirs.inside), always }, operations).filter(({ at }) =>
    at.includes(' '),
  )
  const send = withToken(world.server, () => world.server.adminToken)
  const secrets = ['bravo', theirs.organization.source.zone, theirs.company.app.company]
  expect(Object.keys(await leaksOf(send, cases, secrets)).sort()).toEqual(toldToTheAdministration)
  const { zone } = theirs.organization.source
  expect(await changedBy(world.server, send, cases, [zone, theirs.company.app.company, `${holders(theirs).uin}`])).toEqual([])
})
