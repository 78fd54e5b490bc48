import type { Seeded } from '../../../kit/seeded.ts'
import { coreUrn, extensionUrn } from '../model/user-attributes.ts'
import type { Doc, Step } from '../model/user-steps.ts'
import type { ValidBody } from './group-bodies.ts'
import { anyCase, bodyOf, operationOf } from './spelling.ts'
import { type Piece, somePiece } from './user-pieces.ts'

/** A PATCH of a user in a documented shape. `id` is its own, and `doc` what it is now. */
export function validUserBody(random: Seeded, id: string, doc: Doc): ValidBody<Step> {
  const steps: Step[] = []
  const operations: object[] = []
  const count = random.pick([1, 1, 1, 2, 3, 5])
  while (operations.length < count) {
    const pieces = Array.from({ length: random.chance(0.3) ? random.between(1, 3) : 1 }, () => somePiece(random, doc))
    const together = random.chance(0.45) ? pathless(pieces) : []
    const [first] = together
    if (first) {
      operations.push(withoutPath(random, first.step.op, together, id))
      steps.push(...together.map(({ step }) => step))
    } else {
      const [piece] = pieces as [Piece]
      const value = 'value' in piece && { value: piece.value }
      operations.push(operationOf(random, piece.step.op, { path: pathOf(random, piece), ...value }))
      steps.push(piece.step)
    }
  }
  return { body: bodyOf(random, operations), steps }
}

/** Those that one operation without a path can say: of one kind, and each of something else. */
function pathless(pieces: readonly Piece[]): Piece[] {
  const op = pieces[0]?.step.op
  if (op === 'remove') return []
  const names = new Set<string>()
  return pieces.filter(({ step, path }) => {
    const name = path.toLowerCase()
    if (step.op !== op || names.has(name)) return false
    names.add(name)
    return true
  })
}

function urnOf({ step }: Piece): string {
  return step.place.extension ? extensionUrn : coreUrn
}

function pathOf(random: Seeded, piece: Piece): string {
  const named = piece.step.place.extension || random.chance(0.1)
  return named ? `${anyCase(random, urnOf(piece))}:${piece.path}` : piece.path
}

function withoutPath(random: Seeded, op: string, pieces: readonly Piece[], id: string): object {
  const value: Record<string, unknown> = {
    ...(random.chance(0.1) && { id }),
    ...(random.chance(0.1) && { schemas: [coreUrn, extensionUrn] }),
    ...(random.chance(0.05) && { 'urn:example:params:User': { title: 'x' } }),
  }
  const nested = random.chance(0.5)
  for (const piece of pieces) {
    // A part of an object of its own stands as a path in any case.
    if (!piece.step.place.extension || !nested || /\./.test(piece.path)) value[pathOf(random, piece)] = piece.value
    else value[extensionUrn] = { ...(value[extensionUrn] as object | undefined), [piece.path]: piece.value }
  }
  return operationOf(random, op, { ...(random.chance(0.1) && { path: null }), value })
}
