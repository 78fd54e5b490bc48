import { named } from '../../../contract/shown.ts'
import { type App, appCredentials } from '../../../directory/apps/app-credentials.ts'
import { sameText } from '../../../directory/secrets/same-text.ts'
import type { Session } from '../../../directory/session.ts'
import { FeishuError } from '../feishu-error.ts'

/** The app whose id and secret were sent. Refuses with 10003 (an id of another form) and 10014. */
export async function credentialedApp(session: Session, { app_id, app_secret }: { app_id: string; app_secret: string }): Promise<App> {
  if (!/^cli_[0-9a-z]{1,64}$/i.test(app_id)) {
    throw new FeishuError(10003, {
      en: `app_id ${named(app_id)} does not have the form of an app's id: cli_ and letters and digits.`,
      zh: `app_id ${named(app_id)} 格式不正确，应为 cli_ 加字母数字。`,
    })
  }
  const found = await session.read((reader) => appCredentials(reader, session.vault, app_id))
  if (!found)
    throw new FeishuError(
      10014,
      { en: `There is no app ${app_id}. GET /admin/v1/companies/{company}/apps lists them.`, zh: `没有应用 ${app_id}，请检查 app_id。` },
      { msg: 'app id not exists' },
    )
  if (!sameText(found.secret, app_secret))
    throw new FeishuError(
      10014,
      {
        en: `The secret is not that of the app ${app_id}. Have a new one made if it is lost.`,
        zh: `app_secret 与应用 ${app_id} 不符，如遗失请重新生成。`,
      },
      { msg: 'app secret invalid' },
    )
  if (found.app.status !== 'enabled')
    throw new FeishuError(
      10014,
      { en: `The app ${app_id} is disabled. Enable it.`, zh: `应用 ${app_id} 已停用，请启用。` },
      { msg: 'app is disabled' },
    )
  return found.app
}
