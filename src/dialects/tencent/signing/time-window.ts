import { commonError } from '../common-errors.ts'

/** How far a request's time may lie from the server's, in seconds. */
const most = 300

/** The moment of a request in UNIX seconds, when it lies within five minutes of the server's time. */
export function checkTimestamp(sent: string | undefined, name: string, now: number): number {
  if (!sent) throw commonError('MissingParameter', name)
  if (!/^\d{1,15}$/.test(sent)) {
    throw commonError('InvalidParameter', {
      en: `\`${name}\` must be a UNIX time in whole seconds.`,
      zh: `\`${name}\` 必须是以秒为单位的 UNIX 时间戳。`,
    })
  }
  const moment = Number(sent)
  const present = Math.floor(now / 1000)
  if (Math.abs(present - moment) > most) throw commonError('AuthFailure.SignatureExpire', moment, present, most)
  return moment
}

const last = { day: Number.NaN, text: '' }

/** The UTC date of a moment, `YYYY-MM-DD`. The last one is kept: nearly every request is of the same day. */
export function utcDate(moment: number): string {
  const day = Math.floor(moment / 86_400)
  if (day !== last.day) {
    last.text = new Date(day * 86_400_000).toISOString().slice(0, 10)
    last.day = day
  }
  return last.text
}
