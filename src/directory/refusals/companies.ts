/** What a company, its apps and their range refuse with. */
export type CompanyRefusal =
  | { fact: 'company_not_found'; company: string }
  | { fact: 'app_not_found'; app: string }
  | { fact: 'app_exists'; app: string }
  | { fact: 'app_not_store'; app: string }
  | { fact: 'redirect_uri_unknown'; app: string; uri: string }
  | { fact: 'department_out_of_range'; department: string }
  | { fact: 'person_out_of_range'; person: string }
  | { fact: 'company_group_out_of_range'; group: string }
  | { fact: 'request_name_used'; token: string }
