import { Type } from 'typebox'
import { companyNow } from '../../../directory/companies/find-company.ts'
import { companyStream } from '../../../directory/events.ts'
import { changeStanding } from '../../../directory/people/change-standing.ts'
import { adminOperation } from '../admin-operation.ts'
import { companyId } from '../companies/company-fields.ts'
import { strictObject } from '../strict-object.ts'

const held = { none: '', anonymized: 'anonymized', external: 'external', secured: 'secured' } as const
type Hold = keyof typeof held
const holds = Object.keys(held) as Hold[]

const fields = {
  manager: Type.Boolean({ description: 'He administers the company: cannot be deleted (44037).' }),
  founder: Type.Boolean({ description: 'He made the company: cannot be frozen (44036).' }),
  activated: Type.Boolean({ description: 'He took the invitation.' }),
  exited: Type.Boolean({ description: 'He left on his own: changed no more (44011).' }),
  unjoined: Type.Boolean({ description: 'He must still confirm that he joins: changed no more until then (44010).' }),
  hold: Type.Unsafe<Hold>(
    Type.String({
      enum: holds,
      description:
        'Why nobody may change him: anonymized (44041), mastered by an external system (44053, deletion 44062), secured (44017, 44038).',
    }),
  ),
}

export const changePerson = adminOperation({
  name: 'ChangePerson',
  area: 'people',
  summary: {
    en: 'Change how a person stands in a company, which no vendor call does; what is left out stays as it is',
    zh: '修改人员在企业中的状态（厂商接口无法设置），未给出的保持不变',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/companies/:company/people/:person',
  params: {
    company: companyId,
    person: Type.String({ minLength: 1, maxLength: 64, description: 'The id that the company gave the person' }),
  },
  body: strictObject(
    {
      ...{ manager: Type.Optional(fields.manager), founder: Type.Optional(fields.founder), activated: Type.Optional(fields.activated) },
      ...{ exited: Type.Optional(fields.exited), unjoined: Type.Optional(fields.unjoined), hold: Type.Optional(fields.hold) },
    },
    { minProperties: 1 },
  ),
  output: Type.Object({ person: Type.String(), ...fields }),
  status: 200,
  errors: ['company_not_found', 'person_not_found'],
  async handle({ session }, { params: { company, person }, body }) {
    const { manager, founder, hold, ...same } = body
    const standing = {
      ...same,
      ...(manager !== undefined && { isManager: manager }),
      ...(founder !== undefined && { isFounder: founder }),
      ...(hold !== undefined && { hold: held[hold] }),
    }
    const after = await session.write(companyStream(company), async (tx) => {
      await companyNow(tx, company)
      return changeStanding(tx, company, person, standing)
    })
    const { activated, exited, unjoined, isManager, isFounder } = after
    return {
      person,
      manager: isManager,
      founder: isFounder,
      activated,
      exited,
      unjoined,
      hold: after.hold === '' ? ('none' as const) : after.hold,
    }
  },
})
