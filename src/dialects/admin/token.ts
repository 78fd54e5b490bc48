import { hash, timingSafeEqual } from 'node:crypto'
import { type Problem, problem } from './problem.ts'

/** Passes when the header carries the token in force, compared in a time that tells nothing about it; throws `unauthorized` otherwise. */
export function checkToken(authorization: string | undefined, token: string): void {
  const wrong = tokenProblem(authorization, token)
  if (wrong) throw wrong
}

/** The same, told and not thrown. */
export function tokenProblem(authorization: string | undefined, token: string): Problem | undefined {
  const sent = /^bearer +(.+)$/i.exec(authorization ?? '')?.[1]
  // Node reads header bytes as Latin-1.
  if (sent !== undefined && sameBytes(Buffer.from(sent, 'latin1'), Buffer.from(token))) return undefined
  const challenge = sent === undefined ? 'Bearer realm="rollcall"' : 'Bearer realm="rollcall", error="invalid_token"'
  return problem(
    'unauthorized',
    'Send the admin token: `Authorization: Bearer <token>`. The first start printed it, or was given it as ROLLCALL_ADMIN_TOKEN; `rollcall keys show`, run beside the data folder, prints the one in force.',
    '请携带管理令牌：`Authorization: Bearer <token>`。首次启动时已打印，或由 ROLLCALL_ADMIN_TOKEN 给定；在数据目录旁运行 `rollcall keys show` 可查看当前生效的令牌。',
    { headers: { 'www-authenticate': challenge } },
  )
}

/** Digests have one length whatever was sent. */
function sameBytes(left: Buffer, right: Buffer): boolean {
  return timingSafeEqual(hash('sha256', left, 'buffer'), hash('sha256', right, 'buffer'))
}
