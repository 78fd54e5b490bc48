import { describe, expect, test } from 'vitest'
import { newZone } from '../../../kit/directory.ts'
import { refusal } from '../../../kit/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { chinaCall, reqMethods, signMethods } from './both-clients.ts'

describe('the language of refusals', () => {
  const world = sharedServer()
  const chinese = /[\u4e00-\u9fff]/

  for (const signMethod of signMethods) {
    for (const reqMethod of reqMethods) {
      test(`${signMethod}, ${reqMethod}: Chinese for zh-CN, English for en-US and when nothing is said`, async () => {
        const { key, zone: ZoneId } = await newZone(world.server)
        const messages = async (language?: 'zh-CN' | 'en-US') => {
          const call = chinaCall(key, { endpoint: `127.0.0.1:${world.server.port}`, signMethod, reqMethod, language })
          const refused = [
            call('GetUser', { ZoneId, UserId: 'u-0' }),
            call('GetUser', { ZoneId }),
            call('ListUsers', { ZoneId, MaxResults: 101 }),
            call('DescribeIdentityCenter', { Nothing: '1' }),
          ]
          return Promise.all(refused.map(async (one) => (await refusal(one)).message))
        }
        for (const message of await messages('zh-CN')) expect(message).toMatch(chinese)
        expect(await messages('en-US')).toEqual(await messages())
        for (const message of await messages('en-US')) expect(message).not.toMatch(chinese)
      })
    }
  }
})
