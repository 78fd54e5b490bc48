import { expect, test } from 'vitest'
import { createMetrics, metricsRoute } from '../../src/http/metrics.ts'
import { serving } from './serving.ts'

const lines = (page: string, name: string) => page.split('\n').filter((line) => line.startsWith(name))

test('answers are counted by operation and code, and their time falls into buckets', async () => {
  const metrics = createMetrics()
  metrics.answered('tencent:GetGroup', 'OK', 0.4)
  metrics.answered('tencent:GetGroup', 'OK', 3)
  metrics.answered('tencent:GetGroup', 'InvalidParameter.GroupNotExist', 20_000)
  const page = await metrics.render()
  expect(lines(page, 'rollcall_requests_total')).toEqual([
    'rollcall_requests_total{operation="tencent:GetGroup",code="OK"} 2',
    'rollcall_requests_total{operation="tencent:GetGroup",code="InvalidParameter.GroupNotExist"} 1',
  ])
  expect(page).toContain('# TYPE rollcall_request_seconds histogram')
  expect(lines(page, 'rollcall_request_seconds_bucket')).toEqual(
    expect.arrayContaining([
      'rollcall_request_seconds_bucket{operation="tencent:GetGroup",le="0.0005"} 1',
      'rollcall_request_seconds_bucket{operation="tencent:GetGroup",le="0.0025"} 1',
      'rollcall_request_seconds_bucket{operation="tencent:GetGroup",le="0.005"} 2',
      'rollcall_request_seconds_bucket{operation="tencent:GetGroup",le="10"} 2',
      'rollcall_request_seconds_bucket{operation="tencent:GetGroup",le="+Inf"} 3',
    ]),
  )
  expect(lines(page, 'rollcall_request_seconds_count')).toEqual(['rollcall_request_seconds_count{operation="tencent:GetGroup"} 3'])
  expect(lines(page, 'rollcall_request_seconds_sum')[0]).toMatch(/ 20\.0034$/)
  expect(await metrics.render()).toContain('rollcall_requests_total{operation="tencent:GetGroup",code="OK"} 2')
})

test('gauges are read when asked for; distributions keep what was measured; the process tells of itself', async () => {
  const metrics = createMetrics()
  let waiting = 3
  metrics.gauge({ name: 'rollcall_writer_queue', help: 'Writes that wait', read: () => waiting })
  const measure = metrics.distribution({ name: 'rollcall_commit_changes', help: 'Changes in a commit', buckets: [1, 8, 64] })
  measure(1)
  measure(30)
  expect(lines(await metrics.render(), 'rollcall_writer_queue')).toEqual(['rollcall_writer_queue 3'])
  waiting = 4
  const page = await metrics.render()
  expect(lines(page, 'rollcall_writer_queue')).toEqual(['rollcall_writer_queue 4'])
  expect(lines(page, 'rollcall_commit_changes_bucket')).toEqual([
    'rollcall_commit_changes_bucket{le="1"} 1',
    'rollcall_commit_changes_bucket{le="8"} 1',
    'rollcall_commit_changes_bucket{le="64"} 2',
    'rollcall_commit_changes_bucket{le="+Inf"} 2',
  ])
  expect(lines(page, 'process_resident_memory_bytes')).toHaveLength(1)
})

test('codes without end do not fill the memory', async () => {
  const metrics = createMetrics()
  for (let n = 0; n < 12_000; n++) metrics.answered(`tencent:${n % 3}`, `Code${n}`, 1)
  metrics.answered('tencent:0', 'Code0', 1)
  const page = await metrics.render()
  expect(lines(page, 'rollcall_requests_total').length).toBeLessThanOrEqual(10_001)
  expect(page).toContain('rollcall_requests_total{operation="other:-",code="Other"} 2000')
  expect(page).toContain('rollcall_requests_total{operation="tencent:0",code="Code0"} 2')
})

test('two servers in one process count apart, and GET /metrics serves the page', async () => {
  const [one, other] = [createMetrics(), createMetrics()]
  one.answered('admin:CreateAccount', 'OK', 1)
  await using http = await serving([metricsRoute(other)])
  const answer = await fetch(`${http.url}/metrics`)
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const page = await answer.text()
  expect(page).toContain('# TYPE rollcall_requests_total counter')
  expect(page).not.toContain('admin:CreateAccount')
})
