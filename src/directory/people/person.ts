import type { PersonDepartmentRow, PersonRow } from '../../storage/schemas/companies.ts'

/** Where a person sits: one of his departments, with the orders that rank both. */
export interface Placement {
  readonly department: string
  /** Larger first within the department. */
  readonly personOrder: number
  /** Larger first among the person's departments. */
  readonly departmentOrder: number
  readonly isPrimary: boolean
}

/** What a person has in a field that the company defined; which members there are follows from its type. */
export interface CustomAttribute {
  readonly id: string
  readonly type: string
  readonly value: {
    readonly text?: string
    readonly url?: string
    readonly desktopUrl?: string
    /** The id of an option. */
    readonly option?: string
    /** The id of a person. */
    readonly person?: string
  }
}

/** `external`: another system masters the record; `secured`: locked for security. */
export type Hold = '' | 'anonymized' | 'external' | 'secured'

/** A post that a person holds in one of his departments. */
export interface Post {
  readonly code: string
  readonly name: string
  readonly department: string
  readonly leader: string | null
  /** The code of the leader's post. */
  readonly leaderPost: string
  readonly isMain: boolean
}

/** A person of a company, wherever an id of a person stands by his id that is for ever. Empty texts and empty lists for what he does not have. */
export interface Person {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly enName: string
  readonly nickname: string
  readonly email: string
  readonly mobile: string
  readonly mobileVisible: boolean
  readonly enterpriseEmail: string
  readonly employeeNo: string
  readonly gender: number
  readonly avatarKey: string
  readonly city: string
  readonly country: string
  readonly workStation: string
  /** Seconds since 1970. */
  readonly joinTime: number | null
  readonly employeeType: number
  readonly jobTitle: string
  readonly jobLevel: string
  readonly jobFamily: string
  readonly leader: string | null
  readonly dottedLeaders: readonly string[]
  readonly customAttributes: readonly CustomAttribute[]
  readonly geo: string
  readonly subscriptions: readonly string[]
  readonly description: string
  readonly posts: readonly Post[]
  readonly isManager: boolean
  /** Who made the company: can't be frozen. */
  readonly isFounder: boolean
  /** Why nobody may change him through a wire; empty for most. */
  readonly hold: Hold
  readonly frozen: boolean
  readonly activated: boolean
  readonly exited: boolean
  readonly unjoined: boolean
  readonly resignedAt: number | null
  readonly codeChanges: number
  /** By department order, the greatest first. */
  readonly placements: readonly Placement[]
  readonly createdAt: number
}

/** The departments that a person sits in, by their order. */
export function departmentsOf({ placements }: Pick<Person, 'placements'>): string[] {
  return placements.map(({ department }) => department)
}

/** The department that counts who sits so as its own; null for who sits in none. */
export function primaryDepartment(placements: readonly Pick<Placement, 'department' | 'isPrimary'>[]): string | null {
  return placements.find(({ isPrimary }) => isPrimary)?.department ?? null
}

export function placementOf(row: PersonDepartmentRow): Placement {
  return {
    department: row.department,
    personOrder: row.person_order,
    departmentOrder: row.department_order,
    isPrimary: row.is_primary === 1,
  }
}

export function personOf(row: PersonRow, placements: readonly Placement[]): Person {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    enName: row.en_name,
    nickname: row.nickname,
    email: row.email,
    mobile: row.mobile,
    mobileVisible: row.mobile_visible === 1,
    enterpriseEmail: row.enterprise_email,
    employeeNo: row.employee_no,
    gender: row.gender,
    avatarKey: row.avatar_key,
    city: row.city,
    country: row.country,
    workStation: row.work_station,
    joinTime: row.join_time,
    employeeType: row.employee_type,
    jobTitle: row.job_title,
    jobLevel: row.job_level,
    jobFamily: row.job_family,
    leader: row.leader,
    dottedLeaders: JSON.parse(row.dotted_leaders) as string[],
    customAttributes: JSON.parse(row.custom_attrs) as CustomAttribute[],
    geo: row.geo,
    subscriptions: JSON.parse(row.subscriptions) as string[],
    description: row.description,
    posts: JSON.parse(row.positions) as Post[],
    isManager: row.is_manager === 1,
    isFounder: row.is_founder === 1,
    hold: row.hold as Hold,
    frozen: row.frozen === 1,
    activated: row.activated === 1,
    exited: row.exited === 1,
    unjoined: row.unjoined === 1,
    resignedAt: row.resigned_at,
    codeChanges: row.code_changes,
    placements,
    createdAt: row.created_at,
  }
}
