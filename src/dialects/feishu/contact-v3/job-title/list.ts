import { listCompanyNames } from '../../../../directory/vocabularies/names/list-names.ts'
import { endpoint } from '../../declaration.ts'
import { ageAt, ageIn, cut, pageTokens } from '../../paging.ts'
import { paged, pageSize, pageToken } from '../../schemas.ts'
import { jobTitleReader, showJobTitle, shownJobTitle } from './job-title-fields.ts'

export const listJobTitles = endpoint({
  ...jobTitleReader,
  name: 'job_title.list',
  area: 'job-title',
  summary: { en: 'The job titles of the company, the oldest first', zh: '获取企业职务列表' },
  source: 'contact-v3, job_title/list',
  method: 'GET',
  route: '/open-apis/contact/v3/job_titles',
  query: { page_size: pageSize(50, 1, 40001), page_token: pageToken },
  output: paged('items', shownJobTitle),
  errors: { 40001: [400, 'invalid params'] },
  async handle({ company, session }, { query: { page_size: size = 10, page_token: token } }) {
    const tokens = pageTokens('job_title.list', company.id)
    const after = ageIn(tokens, token, 40001)
    const names = await session.read((reader) => listCompanyNames(reader, company.id, { table: 'job_titles', after, limit: size + 1 }))
    const { page, ...rest } = cut(names, size, tokens, ageAt)
    return { items: page.map(showJobTitle), ...rest }
  },
})
