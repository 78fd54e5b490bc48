const reason = 'The older list has no code for this; the code by which 2021-03-31 says it.'

/** Codes of the newer version that the older one answers too: both work on the same objects, under the same rules. */
export function newerCodes(...codes: readonly string[]): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, reason]))
}

/** What bars a member from going, whichever way. */
export const newerGates = [
  'FailedOperation.MemberExistDelegatePayerNotAllowDelete',
  'FailedOperation.MemberIsDelegatePayerNotAllowDelete',
  'FailedOperation.MemberShareResource',
  'FailedOperation.OrganizationAuthManageNotAllowDelete',
  'FailedOperation.ShareResourceMemberInUse',
  'UnsupportedOperation.MemberAccountExistCICRoleConfig',
  'UnsupportedOperation.MemberAccountExistCICUserConfig',
  'UnsupportedOperation.MemberExistOperateProcessNotAllowDelete',
  'UnsupportedOperation.MemberExistServiceNotAllowDelete',
  'UnsupportedOperation.MemberNoPayment',
] as const
