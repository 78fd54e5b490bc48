import { Type } from 'typebox'
import { listJobFamilies as list } from '../../../../directory/vocabularies/job-families/list-job-families.ts'
import { endpoint } from '../../declaration.ts'
import { ageAt, ageIn, cut, pageTokens } from '../../paging.ts'
import { paged, pageSize, pageToken } from '../../schemas.ts'
import { pagingCodes } from '../paging-codes.ts'
import { familyReader, showFamily, shownFamily } from './job-family-fields.ts'

export const listJobFamilies = endpoint({
  ...familyReader,
  name: 'job_family.list',
  area: 'job-family',
  summary: { en: 'The job families of the company, the oldest first, or the one of a name', zh: '获取企业序列列表，可按名称精确查询' },
  source: 'contact-v3, job_family/list',
  method: 'GET',
  route: '/open-apis/contact/v3/job_families',
  query: { page_size: pageSize(50), page_token: pageToken, name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) },
  output: paged('items', shownFamily),
  errors: {},
  chosen: pagingCodes,
  async handle({ company, session }, { query: { page_size: size = 10, page_token: token, name } }) {
    const tokens = pageTokens('job_family.list', company.id, name)
    const after = ageIn(tokens, token)
    const families = await session.read((reader) => list(reader, company.id, { name, after, limit: size + 1 }))
    const { page, ...rest } = cut(families, size, tokens, ageAt)
    return { items: page.map(showFamily), ...rest }
  },
})
