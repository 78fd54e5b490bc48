/** The rules of a company's tree of departments, told once more and as plainly as can be: no rows, no ways up, no transactions. */
export interface DepartmentModel {
  readonly departments: Map<string, Placed>
  /** Where each person sits, the primary department first. */
  readonly people: Map<string, readonly string[]>
}

export interface Placed {
  readonly parent: string
  readonly name: string
  readonly position: number
}

export type DepartmentStep =
  | { readonly kind: 'create'; readonly parent: string; readonly name: string; readonly position: number | undefined }
  | { readonly kind: 'change'; readonly id: string; readonly parent?: string; readonly name?: string; readonly position?: number }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'place'; readonly person: string; readonly seats: readonly string[] }

export const root = '0'
export const modelLimits = { departments: 9, departmentChildren: 3, departmentDepth: 4 } as const

const entries = ({ departments }: DepartmentModel) => [...departments]
const childrenOf = (model: DepartmentModel, parent: string) => entries(model).filter(([, one]) => one.parent === parent)

/** A department and those above it, without the root. */
function wayUp({ departments }: DepartmentModel, id: string): string[] {
  const way: string[] = []
  for (let at = id; at !== root; at = departments.get(at)?.parent ?? root) way.push(at)
  return way
}

function height(model: DepartmentModel, id: string): number {
  return Math.max(0, ...childrenOf(model, id).map(([child]) => 1 + height(model, child)))
}

/** What becomes of a step: `done`, or the fact that refuses it. The model is changed by `apply`. */
export function expected(model: DepartmentModel, step: DepartmentStep): string {
  if (step.kind === 'create') return create(model, step)
  if (step.kind === 'change') return change(model, step)
  if (step.kind === 'place')
    return step.seats.every((seat) => seat === root || model.departments.has(seat)) ? 'done' : 'department_not_found'
  if (!model.departments.has(step.id)) return 'department_not_found'
  if ([...model.people.values()].some((seats) => seats.includes(step.id))) return 'department_has_people'
  return childrenOf(model, step.id).length > 0 ? 'department_has_children' : 'done'
}

function create(model: DepartmentModel, { parent, name, position }: Extract<DepartmentStep, { kind: 'create' }>): string {
  if (parent !== root && !model.departments.has(parent)) return 'parent_department_not_found'
  const siblings = childrenOf(model, parent).map(([, one]) => one)
  if (siblings.some((one) => one.name === name)) return 'department_name_taken'
  if (siblings.some((one) => one.position === position)) return 'department_position_taken'
  if (wayUp(model, parent).length + 1 > modelLimits.departmentDepth) return 'department_too_deep'
  if (siblings.length >= modelLimits.departmentChildren) return 'department_has_most_children'
  return model.departments.size >= modelLimits.departments ? 'department_limit_reached' : 'done'
}

function change(model: DepartmentModel, step: Extract<DepartmentStep, { kind: 'change' }>): string {
  const before = model.departments.get(step.id)
  if (!before) return 'department_not_found'
  const { parent = before.parent, name = before.name } = step
  if (parent !== root && !model.departments.has(parent)) return 'parent_department_not_found'
  const siblings = childrenOf(model, parent).filter(([id]) => id !== step.id)
  if (parent !== before.parent) {
    if (wayUp(model, parent).includes(step.id)) return 'department_under_itself'
    if (wayUp(model, parent).length + 1 + height(model, step.id) > modelLimits.departmentDepth) return 'department_too_deep'
    if (siblings.length >= modelLimits.departmentChildren) return 'department_has_most_children'
  }
  if (siblings.some(([, one]) => one.name === name)) return 'department_name_taken'
  return siblings.some(([, one]) => one.position === step.position) ? 'department_position_taken' : 'done'
}

/** Does to the model what was done; `made` is the id of a new department. */
export function apply(model: DepartmentModel, step: DepartmentStep, made: string): void {
  if (step.kind === 'delete') model.departments.delete(step.id)
  if (step.kind === 'place') model.people.set(step.person, step.seats)
  if (step.kind === 'create') {
    const { parent, name, position = last(model, parent) + 1 } = step
    model.departments.set(made, { parent, name, position })
  }
  if (step.kind !== 'change') return
  const before = model.departments.get(step.id) as Placed
  const { parent = before.parent, name = before.name } = step
  model.departments.set(step.id, { parent, name, position: step.position ?? positionOf(model, step.id, before, parent) })
}

const last = (model: DepartmentModel, parent: string) => Math.max(0, ...childrenOf(model, parent).map(([, one]) => one.position))

/** Where it goes unasked: where it stood, or last where another stands there. */
function positionOf(model: DepartmentModel, id: string, { position, parent: from }: Placed, parent: string): number {
  const taken = childrenOf(model, parent).some(([other, one]) => other !== id && one.position === position)
  return parent !== from && taken ? last(model, parent) + 1 : position
}

/** A state as text: each department with its way up, name, order, and counts of people. */
export function textOf(model: DepartmentModel): string {
  const lines = entries(model).map(([id, { parent, name, position }]) => {
    const inside = [...model.people.values()].filter((seats) => seats.some((seat) => seat !== root && wayUp(model, seat).includes(id)))
    const primary = [...model.people.values()].filter(([first]) => first === id)
    return lineOf({ id, parent, name, position, way: wayUp(model, id), people: inside.length, primary: primary.length })
  })
  return lines.sort().join('\n')
}

interface Line extends Placed {
  readonly id: string
  readonly way: readonly string[]
  readonly people: number
  readonly primary: number
}

export function lineOf({ id, parent, name, position, way, people, primary }: Line): string {
  return `${id} "${name}" ${position} below ${parent}, way ${way.join(' ')}, ${people} people, ${primary} primary`
}
