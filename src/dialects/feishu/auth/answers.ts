import type { Answer } from '../../../contract/exchange.ts'
import { type About, jsonAnswer, refusal } from '../answers.ts'
import type { FeishuError } from '../feishu-error.ts'
import { gatewayText } from '../gateway-errors.ts'
import type { AuthEndpoint } from './declaration.ts'
import { oauthWord } from './oauth-words.ts'

export function authSuccess(about: About, { form, ok }: AuthEndpoint, fields: object): Answer {
  const body =
    form === 'oauth' ? { code: 0, ...fields } : form === 'flat' ? { code: 0, msg: ok, ...fields } : { code: 0, msg: ok, data: fields }
  return jsonAnswer(about, 200, body, 'OK')
}

/** The refusal in the endpoint's form. A text of the refusal's own goes before the one that is listed for the code. */
export function authRefusal(about: About, { form, texts }: AuthEndpoint, error: FeishuError, fault?: unknown): Answer {
  const [http, listed] = texts.get(error.code) ?? gatewayText(error.code)
  const msg = error.more.msg ?? listed
  if (form !== 'oauth') return refusal(about, error, [http, msg], fault)
  const told = { code: error.code, error: oauthWord(error.code), error_description: `${msg} ${error.text.en} ${error.text.zh}` }
  return jsonAnswer(about, http, told, String(error.code), fault)
}
