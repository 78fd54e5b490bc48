import { blankPerson, type Settable } from '../../../directory/people/draft.ts'
import type { CustomAttribute, Person, Placement, Post } from '../../../directory/people/person.ts'
import { placed } from '../../../directory/people/seats.ts'
import type { Tx } from '../../../storage/store.ts'
import { rootPath } from '../../content/companies/company-names.ts'
import { timeOf } from '../../content/times.ts'
import type { SeedPerson, SeedPost, SeedSeat, SeedValue } from '../../schema/companies/person.ts'
import { givenOf } from '../replayed.ts'
import { knownId, type PlannedCompany } from './planned-company.ts'
import { timesOf } from './times-of.ts'

type Seat = Exclude<SeedSeat, string>

/** Where a document has a person sit; in the root when it does not say, and nowhere when he has resigned. */
export function seatsOf({ departments, resignedAt }: SeedPerson): Seat[] {
  const seats = departments ?? (resignedAt === undefined ? [rootPath] : [])
  return seats.map((seat) => (typeof seat === 'string' ? { department: seat } : seat))
}

/** His seats as the directory keeps them. */
export function placedIn(planned: PlannedCompany, given: SeedPerson): Placement[] {
  const seats = seatsOf(given).map((seat) => ({ ...seat, department: knownId(planned, 'departments', seat.department) }))
  if (seats.length === 0) return []
  const orders = seats.map(({ department, personOrder = 0, departmentOrder = 0 }) => ({
    ...{ department, personOrder, departmentOrder },
    isPrimary: undefined,
  }))
  const placements = placed({ departments: seats.map(({ department }) => department), orders }, [])
  const primaries = new Set(seats.filter(({ primary }) => primary === true).map(({ department }) => department))
  if (primaries.size === 0) return placements
  return placements.map((placement) => ({ ...placement, isPrimary: primaries.has(placement.department) }))
}

/** What he is said to be, without who leads him and fields that name people: those may not be there yet. */
export function saidOf(planned: PlannedCompany, given: SeedPerson): Partial<Settable> & { employeeType: number } {
  const { enName, nickname, mobile, mobileVisible, email, enterpriseEmail, employeeNo, gender, jobTitle, city, country } = given
  const { workStation, avatarKey, geo, description, subscriptions, frozen, employeeType = 1 } = given
  const joinTime = timeOf(given.joinTime)
  return {
    ...{ enName, nickname, mobile, mobileVisible, email, enterpriseEmail, employeeNo, gender, jobTitle, city, country },
    ...{ workStation, avatarKey, geo, description, subscriptions, frozen },
    employeeType: typeof employeeType === 'number' ? employeeType : (planned.types.get(employeeType) ?? 0),
    jobFamily: given.jobFamily === undefined ? undefined : knownId(planned, 'families', given.jobFamily),
    jobLevel: given.jobLevel === undefined ? undefined : knownId(planned, 'levels', given.jobLevel),
    ...(joinTime !== undefined && { joinTime: Math.floor(joinTime / 1000) }),
  }
}

/** What he is said to be that names other people. */
export function linksOf(planned: PlannedCompany, given: SeedPerson): Partial<Settable> {
  const { leader, dottedLeaders, customAttributes, posts } = given
  return givenOf({
    leader: leader === undefined ? undefined : knownId(planned, 'people', leader),
    dottedLeaders: dottedLeaders?.map((person) => knownId(planned, 'people', person)),
    customAttributes: customAttributes?.map((value) => attributeOf(planned, value)),
    posts: posts?.map((post) => postOf(planned, post)),
  }) as Partial<Settable>
}

function attributeOf(planned: PlannedCompany, { attribute, person, text, url, desktopUrl, option }: SeedValue): CustomAttribute {
  const value = givenOf({ text, url, desktopUrl, option, person: person === undefined ? undefined : knownId(planned, 'people', person) })
  return { id: attribute, type: planned.attributeTypes.get(attribute) ?? '', value }
}

function postOf(planned: PlannedCompany, { code, name, department, leader, leaderPost = '', main = false }: SeedPost): Post {
  return {
    ...{ code, name },
    department: knownId(planned, 'departments', department),
    leader: leader === undefined ? null : knownId(planned, 'people', leader),
    leaderPost,
    isMain: main,
  }
}

/** How he stands, of which no command that makes him knows. */
export function standingOf({ activated, exited, unjoined, manager, founder, hold }: SeedPerson) {
  return givenOf({ activated, exited, unjoined, isManager: manager, isFounder: founder, hold })
}

/** A person as he stood. */
export function personIn(planned: PlannedCompany, given: SeedPerson, tx: Tx): Person {
  const id = planned.drawn.get(given)
  if (id === undefined) throw new Error(`${given.code} is asked for before he has an id`)
  return {
    ...blankPerson,
    ...givenOf(saidOf(planned, given)),
    ...linksOf(planned, given),
    name: given.name,
    id,
    code: given.code,
    codeChanges: given.codeChanges ?? 0,
    placements: placedIn(planned, given),
    ...{ isManager: false, isFounder: false, hold: '', activated: false, exited: false, unjoined: false },
    ...standingOf(given),
    resignedAt: timeOf(given.resignedAt) ?? null,
    createdAt: timesOf(given, tx).createdAt,
  }
}
