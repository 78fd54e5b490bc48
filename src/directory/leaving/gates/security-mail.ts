import type { Gate } from '../gate.ts'

/** An account that the organization created is let go only when somebody else can reach it: by its security mail. */
export const securityMailGate: Gate = ({ uin, kind, facts }) =>
  kind === 'created' && !facts.securityMail ? { fact: 'security_mail_missing', uin } : undefined
