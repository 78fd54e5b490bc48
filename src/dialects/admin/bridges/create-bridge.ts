import { Type } from 'typebox'
import { createBridge as create } from '../../../directory/bridges/create-bridge.ts'
import { usualMapping } from '../../../directory/bridges/mapping.ts'
import { companyNow } from '../../../directory/companies/find-company.ts'
import { zoneNow } from '../../../directory/zones/find-zone.ts'
import { adminOperation } from '../admin-operation.ts'
import { companyId } from '../companies/company-fields.ts'
import { zoneId } from '../fields.ts'
import { strictObject } from '../strict-object.ts'
import { bridge, removalShare, selection, showBridge, someMapping, status } from './bridge-fields.ts'
import { selectionTold } from './selection-told.ts'

export const createBridge = adminOperation({
  name: 'CreateBridge',
  area: 'bridges',
  summary: {
    en: 'Set up a bridge that fills a zone with people and groups of a company; nothing is filled until it is applied or follows',
    zh: '创建从企业到空间的同步桥，执行同步或开始跟随之前不作任何变更',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/zones/:zone/bridges',
  params: { zone: zoneId },
  body: strictObject({
    company: companyId,
    selection,
    mapping: Type.Optional(someMapping),
    removalShare: Type.Optional(removalShare),
    status: Type.Optional(status),
  }),
  output: bridge,
  status: 201,
  errors: ['zone_not_found', 'company_not_found', 'bridge_source_unknown', 'bridge_limit_reached'],
  async handle({ session }, { params: { zone: zoneOf }, body }) {
    return await session.write(zoneOf, async (tx) => {
      const zone = await zoneNow(tx, zoneOf)
      await companyNow(tx, body.company)
      const made = await create(tx, session.ports, zone.id, {
        company: body.company,
        selection: await selectionTold(tx, body.company, body.selection),
        mapping: { ...usualMapping, ...body.mapping },
        removalShare: Math.round((body.removalShare ?? 0.2) * 1000) / 1000,
        status: body.status ?? 'paused',
      })
      return showBridge({ bridge: made, zone })
    })
  },
})
