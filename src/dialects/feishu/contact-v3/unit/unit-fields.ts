import { Type } from 'typebox'
import type { Unit } from '../../../../directory/units/unit.ts'
import type { ErrorTable } from '../../declaration.ts'
import { departmentIdTypes } from '../../ids.ts'
import { perSecond, usual } from '../../rates.ts'
import { oneOf } from '../../schemas.ts'

/** What the endpoints that read units, and those that write them, have in common. */
export const unitReader = { tokens: ['tenant'], apps: ['custom'], windows: usual, scopes: ['contact:unit:readonly'], kind: 'read' } as const
export const unitWriter = { tokens: ['tenant'], apps: ['custom'], windows: perSecond(20), scopes: ['contact:unit'], kind: 'write' } as const

export const unitId = Type.String({ pattern: '^[A-Za-z0-9]{1,64}$', examples: ['BU121'], refusal: 43051, missing: 43051 })
export const unitName = { minLength: 1, maxLength: 100, pattern: '\\S', refusal: 43052, missing: 43052, examples: ['…'] } as const
export const unitType = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S', refusal: 43053, missing: 43053 })

export const shownUnit = Type.Object({ unit_id: Type.String(), name: Type.String(), unit_type: Type.String() })

export function showUnit({ id, name, type }: Unit) {
  return { unit_id: id, name, unit_type: type }
}

/** Which department is bound or unbound; here the kind of its id stands in the body. */
export const bindingBody = {
  unit_id: unitId,
  department_id: Type.String({ refusal: 43058, missing: 43058 }),
  department_id_type: Type.Optional(oneOf(departmentIdTypes)),
}

/** Codes that both endpoints about bindings list. */
export const bindingErrors = {
  40003: [500, 'internal error'],
  43050: [400, 'unit feature is prohibited'],
  43051: [400, 'unit_id invalid'],
  43058: [400, 'department_id invalid'],
  40004: [403, 'no dept authority error'],
} as const satisfies ErrorTable
