import { Type } from 'typebox'
import { listJobLevels as list } from '../../../../directory/vocabularies/job-levels/list-job-levels.ts'
import { endpoint } from '../../declaration.ts'
import { cut, pageTokens } from '../../paging.ts'
import { paged, pageSize, pageToken } from '../../schemas.ts'
import { pagingCodes } from '../paging-codes.ts'
import { levelReader, showLevel, shownLevel } from './job-level-fields.ts'

export const listJobLevels = endpoint({
  ...levelReader,
  name: 'job_level.list',
  area: 'job-level',
  summary: { en: 'The job levels of the company in their order, or the one of a name', zh: '获取企业职级列表，可按名称精确查询' },
  source: 'contact-v3, job_level/list',
  method: 'GET',
  route: '/open-apis/contact/v3/job_levels',
  query: { page_size: pageSize(50), page_token: pageToken, name: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })) },
  output: paged('items', shownLevel),
  errors: {},
  chosen: pagingCodes,
  async handle({ company, session }, { query: { page_size: size = 10, page_token: token, name } }) {
    const tokens = pageTokens('job_level.list', company.id, name)
    const [after] = tokens.read(token, [[0]]) ?? []
    const levels = await session.read((reader) => list(reader, company.id, { name, after, limit: size + 1 }))
    const { page, ...rest } = cut(levels, size, tokens, ({ order }) => [order])
    return { items: page.map(showLevel), ...rest }
  },
})
