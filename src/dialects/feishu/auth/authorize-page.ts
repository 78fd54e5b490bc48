import type { Answer, Route } from '../../../contract/exchange.ts'
import type { Ports } from '../../../directory/ports.ts'

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Authorization</title>
<h1>Authorization</h1>
<p>Nobody logs in here. The operator grants a code on a person's behalf with
<code>POST /admin/v1/companies/{company}/apps/{app}/authorizations</code>; the app exchanges it as usual. <a href="/docs/admin/CreateAuthorization">How</a></p>
<p lang="zh">此处没有登录页面。管理员可用
<code>POST /admin/v1/companies/{company}/apps/{app}/authorizations</code> 代用户授予授权码，应用照常换取凭证。</p>
</html>
`

/** The page that a browser is sent to for a person's consent. A page that gives codes to whoever asks would let anybody be anybody: it only says how. */
export function authorizePage({ ids }: Ports): Route[] {
  const handle = async (): Promise<Answer> => ({
    status: 200,
    type: 'text/html; charset=utf-8',
    headers: { 'content-security-policy': "default-src 'none'" },
    body: page,
    outcome: { operation: 'feishu:authorize', code: 'OK', requestId: ids.uuid() },
  })
  return ['/open-apis/authen/v1/authorize', '/open-apis/authen/v1/index'].map((path) => ({ method: 'GET', path, bodyLimit: 0, handle }))
}
