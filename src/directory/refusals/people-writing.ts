/** What a new or changed person is refused for: who he is, and whether the company may have him. */
export type PersonStandingRefusal =
  | { fact: 'person_unjoined' | 'person_exited' | 'person_anonymized' | 'person_secured' | 'resigned_person_unchanged'; person: string }
  | { fact: 'founder_frozen' }
  | { fact: 'people_fed_from_outside' | 'plan_expired' | 'risks_controlled' | 'people_created_too_fast' }
  | { fact: 'joined_too_many_companies'; contact: string }
  | { fact: 'seats_spent' | 'edition_seats_spent' | 'uncertified_seats_spent'; seats: number }
  | { fact: 'name_rejected'; text: string }
  | { fact: 'picture_rejected'; key: string }
  | { fact: 'login_type_unknown'; type: string }
  | { fact: 'regions_not_open' | 'regions_expired' | 'region_not_granted' }
  | { fact: 'region_unknown' | 'region_seats_spent'; region: string }
  | { fact: 'licence_needed' }
  | { fact: 'licence_unknown' | 'licence_spent'; licence: string }

/** Phones, mails and numbers. */
export type PersonContactRefusal =
  | { fact: 'contact_needed' | 'mobile_needed' | 'mail_needed_beside_mobile' }
  | { fact: 'mobile_of_mainland' | 'mobile_of_abroad' | 'mobile_taken'; mobile: string }
  | { fact: 'email_taken' | 'enterprise_email_taken' | 'enterprise_email_is_account' | 'enterprise_email_recycled'; email: string }
  | { fact: 'contacts_of_two' | 'person_exists'; mobile: string; email: string }
  | { fact: 'employee_no_taken'; number: string }
  | { fact: 'mail_domain_unknown'; domain: string }
  | { fact: 'mail_aliases_spent' | 'inactive_email_fixed' }

/** Departments, leaders, posts, and words of the company. */
export type PersonLinkRefusal =
  | { fact: 'seat_department_unknown' | 'order_outside_departments' | 'primary_not_first'; department: string }
  | { fact: 'department_full'; department: string; most: number }
  | { fact: 'several_departments_forbidden' | 'several_departments_not_enabled' | 'several_departments_old_visibility' }
  | { fact: 'leader_is_self' | 'leader_unknown' | 'leader_resigned'; leader: string }
  | { fact: 'persons_job_level_unknown'; level: string }
  | { fact: 'persons_job_family_unknown'; family: string }
  | { fact: 'employee_type_unknown' | 'employee_type_inactive'; number: number }
  | {
      fact:
        | 'attribute_unknown'
        | 'attribute_value_missing'
        | 'attribute_title_missing'
        | 'attribute_url_missing'
        | 'attribute_value_malformed'
      attribute: string
    }
  | { fact: 'attribute_person_unknown'; attribute: string; person: string }
  | { fact: 'posts_not_enabled' }
  | { fact: 'post_incomplete'; index: number }
  | { fact: 'post_department_unknown' | 'post_outside_departments' | 'posts_left_behind'; department: string }
  | { fact: 'post_code_doubled' | 'several_main_posts'; post: string }
  | { fact: 'city_not_kept' | 'job_title_not_kept' | 'city_and_job_title_not_kept'; names: string }

/** What writing a person refuses with. */
export type PersonWritingRefusal = PersonStandingRefusal | PersonContactRefusal | PersonLinkRefusal
