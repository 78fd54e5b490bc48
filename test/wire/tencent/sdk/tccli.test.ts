import { expect, test } from 'vitest'
import { newZone } from '../../../kit/directory.ts'
import { sendRaw } from '../../../kit/raw-request.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { tc3 } from '../signing/independent-signer.ts'

const shared = sharedServer()

// Source: tccli 3.1.189.1 against a server, with the `http://` before the endpoint that it needs (docs/clients.md).
test('a request as tccli sends it, the endpoint with its scheme as Host and in what is signed, is answered', async () => {
  const { server } = shared
  const { key, zone } = await newZone(server)
  const sign = { key, timestamp: Math.floor(Date.now() / 1000), host: `http://127.0.0.1:${server.port}` }
  expect(await sendRaw(server.port, tc3('GetZoneStatistics', { ZoneId: zone }, sign))).toMatchObject({ status: 200, code: 'OK' })
  expect(await sendRaw(server.port, tc3('GetZoneStatistics', { ZoneId: 'z-none' }, sign))).toMatchObject({
    status: 200,
    code: 'FailedOperation.ZoneIdNotExist',
  })
})
