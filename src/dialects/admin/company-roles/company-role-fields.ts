import { Type } from 'typebox'
import { companyId } from '../companies/company-fields.ts'

export const roleParams = {
  company: companyId,
  role: Type.String({ minLength: 1, maxLength: 64, description: 'Id of a functional role' }),
}

export const roleName = Type.String({ minLength: 1, maxLength: 50, pattern: '\\S' })

export const scope = Type.Union([Type.Literal('all'), Type.Literal('none')], {
  description: 'For all of the company, or for nothing yet; departments are set through the vendor API',
})
