import { appAccessToken } from './auth/app-access-token.ts'
import { appAccessTokenInternal } from './auth/app-access-token-internal.ts'
import { appTicketResend } from './auth/app-ticket-resend.ts'
import type { AuthEndpoint } from './auth/declaration.ts'
import { legacyAccessToken } from './auth/first-version/access-token.ts'
import { oidcAccessToken } from './auth/first-version/oidc-access-token.ts'
import { oidcRefreshAccessToken } from './auth/first-version/oidc-refresh-access-token.ts'
import { legacyRefreshAccessToken } from './auth/first-version/refresh-access-token.ts'
import { oauthToken } from './auth/oauth-token.ts'
import { tenantAccessToken } from './auth/tenant-access-token.ts'
import { tenantAccessTokenInternal } from './auth/tenant-access-token-internal.ts'
import { userInfo } from './auth/user-info.ts'

/** Every endpoint that gives out tokens, or tells of one. */
export const authEndpoints: readonly AuthEndpoint[] = [
  tenantAccessTokenInternal,
  appAccessTokenInternal,
  appAccessToken,
  tenantAccessToken,
  appTicketResend,
  oauthToken('oauth_token.create', 'v2', '/open-apis/authen/v2/oauth/token'),
  oauthToken('oauth_token.create', 'v3', '/oauth/v3/token'),
  oidcAccessToken,
  oidcRefreshAccessToken,
  legacyAccessToken,
  legacyRefreshAccessToken,
  userInfo,
]
