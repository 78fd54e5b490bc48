import { Type } from 'typebox'
import { companyStream } from '../../../directory/events.ts'
import { grantCode } from '../../../directory/tokens/grant-code.ts'
import { adminOperation } from '../admin-operation.ts'
import { time, timeOf } from '../fields.ts'
import { strictObject } from '../strict-object.ts'
import { appParams, settable } from './app-fields.ts'

export const createAuthorization = adminOperation({
  name: 'CreateAuthorization',
  area: 'apps',
  summary: {
    en: 'Grant an app a code on behalf of a person, who would do so on a page; good for one exchange within five minutes',
    zh: '代用户向应用授予授权码（相当于用户在授权页同意），五分钟内可换取一次凭证',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/companies/:company/apps/:app/authorizations',
  params: appParams,
  body: strictObject({
    person: Type.String({ minLength: 1, maxLength: 64, description: 'The id that the company gave the person' }),
    scopes: Type.Optional(
      Type.Array(settable.scopes.items, {
        maxItems: 500,
        description: 'Granted in addition to what the person granted before; all that the app has, when absent',
      }),
    ),
    redirectUri: Type.Optional(Type.String({ minLength: 1, maxLength: 2000, description: 'One of the redirectUris of the app' })),
    codeChallenge: Type.Optional(
      Type.String({ pattern: '^[A-Za-z0-9._~-]{43,128}$', description: 'PKCE: the exchange must show the verifier' }),
    ),
    codeChallengeMethod: Type.Optional(Type.Enum(['S256', 'plain'], { description: 'Default plain' })),
  }),
  output: Type.Object({ code: Type.String(), expiresAt: time }),
  status: 201,
  errors: [
    ...(['app_not_found', 'app_not_installed', 'person_not_found', 'redirect_uri_unknown', 'app_lacks_scopes'] as const),
    ...(['grantor_resigned', 'grantor_frozen', 'grantor_not_registered'] as const),
  ],
  async handle({ session }, { params: { company, app }, body }) {
    const { person, scopes, redirectUri, codeChallenge: challenge, codeChallengeMethod: challengeMethod } = body
    const wanted = {
      ...{ company, app, person },
      ...(scopes && { scopes }),
      ...(redirectUri !== undefined && { redirectUri }),
      ...(challenge !== undefined && { challenge }),
      ...(challengeMethod && { challengeMethod: challengeMethod as 'S256' | 'plain' }),
    }
    const { code, expiresAt } = await session.write(companyStream(company), (tx) => grantCode(tx, session, wanted))
    return { code, expiresAt: timeOf(expiresAt) }
  },
})
