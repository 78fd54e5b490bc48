import type { ErrorTable } from '../declaration.ts'

/** Both grants of the token endpoint. */
export const oauthErrors: ErrorTable = {
  20001: [400, 'The request is missing a required parameter.'],
  20002: [400, 'The client secret is invalid.'],
  20003: [400, 'The authorization code is not found. Please note that an authorization code can only be used once.'],
  20004: [400, 'The authorization code has expired.'],
  20008: [400, 'The user does not exist.'],
  20009: [400, 'The specified app is not installed.'],
  20010: [400, 'The user does not have permission to use this app.'],
  20024: [400, 'The provided authorization code or refresh token does not match the provided client ID.'],
  20026: [400, 'The refresh token passed is invalid. Please check the value.'],
  20036: [400, 'The specified grant_type is not supported.'],
  20037: [400, 'The refresh token passed has expired. Please generate a new one.'],
  20048: [400, 'The specified app does not exist.'],
  20049: [400, 'PKCE code challenge failed.'],
  20050: [500, 'An unexpected server error occurred. Please retry your request.'],
  20063: [400, 'The request is malformed. Please check your request.'],
  20064: [400, 'The refresh token has been revoked. Please note that a refresh token can only be used once.'],
  20065: [400, 'The authorization code has been used. Please note that an authorization code can only be used once.'],
  20066: [400, 'The user status is invalid.'],
  20067: [400, 'The provided scope list contains duplicate scopes. Please ensure all scopes are unique.'],
  20068: [400, 'The provided scope list contains scopes that are not permitted. Please ensure all scopes are allowed.'],
  20069: [400, 'The specified app is not enabled.'],
  20070: [400, 'Multiple authentication methods were provided. Please only use one to proceed.'],
  20071: [400, 'The provided redirect URI does not match the one used during authorization.'],
  20072: [503, 'The server is temporarily unavailable. Please retry your request.'],
  20073: [400, 'The refresh token has been used. Please note that a refresh token can only be used once.'],
  20074: [400, 'The specified app is not allowed to refresh token.'],
}

export const oauthUnreachable = {
  20008: 'People are never forgotten: who resigned stays, and is 20066.',
  20010: 'Who may use an app is not kept: everybody of the company may.',
  20064: 'No call takes a grant back; a refresh token that was used is 20073.',
  20074: 'Whether an app may refresh is decided by the scope offline_access alone.',
}

const wrongApp = 'The app_id or app_secret passed is incorrect. Please check the value'
const otherApp =
  'App id in user_access_token or refresh_token diff with app id in app_access_token or tenant_access_token. Please keep the app id consistent'

const people: ErrorTable = {
  20008: [200, 'User not exist'],
  20021: [200, 'User resigned'],
  20022: [200, 'User frozen'],
  20023: [200, 'User not registered'],
}

const ofBoth: ErrorTable = {
  20001: [200, 'Invalid request. Please check request param'],
  20007: [200, 'Failed to generate a user access token. Please try again'],
  ...people,
  20024: [200, otherApp],
  20028: [200, 'Invalid app id'],
}

const ofOidc: ErrorTable = {
  ...ofBoth,
  20002: [200, wrongApp],
  20013: [200, 'The tenant access token passed is invalid. Please check the value'],
  20014: [200, 'The app access token passed is invalid. Please check the value'],
  20029: [200, 'Invalid redirect uri'],
  20036: [200, 'The grant_type passed is not supported'],
  20042: [200, 'App disabled'],
  20046: [200, 'Brand inconsistency'],
}

/** authen/v1/oidc/access_token. */
export const oidcCodeErrors: ErrorTable = {
  ...ofOidc,
  20003: [200, 'The code passed is invalid. Please note that the code could only be used once'],
  20004: [200, 'The code passed has expired. Please generate a new one'],
  20025: [200, 'Lack of app_id or app_secret in request'],
  20035: [200, wrongApp],
  20039: [200, 'The user access token is not found. Please check the value'],
}

/** authen/v1/oidc/refresh_access_token. */
export const oidcRefreshErrors: ErrorTable = {
  ...ofOidc,
  20026: [200, 'The refresh token passed is invalid. Please check the value'],
  20037: [200, 'The refresh token passed has expired. Please generate a new one'],
  20038: [200, 'The refresh token passed is not found. Please check the value'],
}

/** authen/v1/access_token and refresh_access_token. */
export const legacyErrors: ErrorTable = {
  ...ofBoth,
  20009: [200, 'Tenant does not install app'],
  20025: [200, 'Lack of app_id or app_secret in request'],
  20050: [500, 'System error'],
}

/** authen/v1/user_info. */
export const userInfoErrors: ErrorTable = {
  20001: [200, 'Invalid request. Please check request param'],
  20005: [200, 'The user access token passed is invalid. Please check the value'],
  ...people,
  20050: [500, 'System error'],
}

const noSecret = 'The app is known by its token: no app_id and no app_secret are sent here.'

/** Of those above, what no request to the first versions leads to. */
export const firstUnreachable: Readonly<Record<number, string>> = {
  20002: noSecret,
  20007: 'Tokens are always made; where the page lists no closer code it stands for a code or refresh token that is not good.',
  20008: 'People are never forgotten: who resigned stays, and is 20021.',
  20025: noSecret,
  20028: 'The app of a token that is in force exists.',
  20029: 'No redirect_uri is sent here; it was checked when the code was given.',
  20035: noSecret,
  20039: 'No user token is sent here.',
  20046: 'One server speaks for one brand.',
}
