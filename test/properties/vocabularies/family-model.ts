export type FamilyStep =
  | { readonly kind: 'create'; readonly name: string; readonly parent: number | undefined }
  | { readonly kind: 'move'; readonly family: number; readonly parent: number | undefined }
  | { readonly kind: 'enable'; readonly family: number; readonly enabled: boolean }
  | { readonly kind: 'delete'; readonly family: number }

interface Family {
  readonly name: string
  parent: string
  enabled: boolean
}

export const modelLimits = { jobFamilies: 6, jobFamilyDepth: 3 }

/** The tree of job families as a plain map: what is allowed is worked out from the whole of it, each time anew. */
export class FamilyModel {
  readonly families = new Map<string, Family>()
  /** Ids in the order in which they were made, those of deleted ones too; steps name them by number. */
  readonly made: string[] = []

  idOf(number: number): string {
    return this.made[number % Math.max(1, this.made.length)] ?? 'mganobody'
  }

  wayUp(id: string): string[] {
    const way: string[] = []
    for (let at = id; at !== ''; at = this.families.get(at)?.parent ?? '') way.push(at)
    return way
  }

  /** `done`, or the fact that the step is refused with. */
  expected(step: FamilyStep): string {
    if (step.kind === 'create') return this.placing(undefined, step.parent) ?? this.creating(step.name)
    const id = this.idOf(step.family)
    const family = this.families.get(id)
    if (!family) return 'job_family_not_found'
    if (step.kind === 'delete') return [...this.families.values()].some(({ parent }) => parent === id) ? 'job_family_has_children' : 'done'
    if (step.kind === 'move' && this.parentOf(step.parent) !== family.parent) return this.placing(id, step.parent) ?? 'done'
    return 'done'
  }

  apply(step: FamilyStep, id: string): void {
    if (step.kind === 'create') {
      this.families.set(id, { name: step.name, parent: this.parentOf(step.parent), enabled: true })
      this.made.push(id)
    } else if (step.kind === 'delete') this.families.delete(id)
    else if (step.kind === 'enable') (this.families.get(id) as Family).enabled = step.enabled
    else (this.families.get(id) as Family).parent = this.parentOf(step.parent)
  }

  parentOf(parent: number | undefined): string {
    return parent === undefined ? '' : this.idOf(parent)
  }

  private creating(name: string): string {
    if ([...this.families.values()].some((family) => family.name === name)) return 'job_family_name_taken'
    return this.families.size >= modelLimits.jobFamilies ? 'job_family_limit_reached' : 'done'
  }

  private placing(family: string | undefined, named: number | undefined): string | undefined {
    const parent = this.parentOf(named)
    if (parent === '') return undefined
    const above = this.families.get(parent)
    if (!above) return this.made.includes(parent) ? 'parent_job_family_deleted' : 'parent_job_family_not_found'
    if (family !== undefined && this.wayUp(parent).includes(family)) return 'job_family_under_itself'
    if (!above.enabled) return 'parent_job_family_disabled'
    const below = [...this.families.keys()].map((id) => this.wayUp(id)).filter((way) => family !== undefined && way.includes(family))
    const height = Math.max(1, ...below.map((way) => way.indexOf(family as string) + 1))
    return this.wayUp(parent).length + height > modelLimits.jobFamilyDepth ? 'job_family_too_deep' : undefined
  }
}
