/** What a person's resignation, return and change of code refuse with. */
export type LeavingPersonRefusal =
  | { fact: 'person_is_manager'; person: string }
  | { fact: 'person_leaves_elsewhere'; person: string }
  /** Who was to take over `resource` is nobody who could. */
  | { fact: 'acceptor_invalid'; resource: string }
  | { fact: 'person_not_resigned'; person: string }
  | { fact: 'returning_person_anonymized'; person: string }
  | { fact: 'resigned_too_long_ago'; person: string; days: number }
  | { fact: 'returning_mobile_taken'; mobile: string }
  | { fact: 'returning_email_taken'; email: string }
  | { fact: 'returning_code_taken'; code: string }
  | { fact: 'returning_number_taken'; number: string }
  | { fact: 'person_code_used'; code: string }
  | { fact: 'person_code_fixed'; code: string; most: number }
