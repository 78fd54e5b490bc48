/** What the words of a company refuse with: job families, levels and titles, cities, employee types, fields of its own. */
export type VocabularyRefusal =
  | { fact: 'job_family_not_found'; family: string }
  | { fact: 'job_family_name_taken'; name: string }
  | { fact: 'job_family_limit_reached'; most: number }
  | { fact: 'job_family_has_children'; family: string }
  | { fact: 'job_family_too_deep'; most: number }
  | { fact: 'job_family_under_itself'; family: string; parent: string }
  | { fact: 'parent_job_family_not_found'; parent: string }
  | { fact: 'parent_job_family_deleted'; parent: string }
  | { fact: 'parent_job_family_disabled'; parent: string }
  | { fact: 'job_level_not_found'; level: string }
  | { fact: 'job_level_name_taken'; name: string }
  | { fact: 'job_level_order_taken'; order: number }
  | { fact: 'job_level_order_spent'; most: number }
  | { fact: 'job_level_limit_reached'; most: number }
  | { fact: 'job_title_not_found'; title: string }
  | { fact: 'work_city_not_found'; city: string }
  | { fact: 'company_name_taken'; name: string }
  | { fact: 'company_name_limit_reached'; most: number }
  | { fact: 'employee_type_not_found'; type: string }
  | { fact: 'employee_type_built_in'; type: string }
  | { fact: 'employee_type_content_taken'; content: string }
  | { fact: 'employee_type_translations_taken'; content: string }
  | { fact: 'employee_type_content_too_long'; most: number }
  | { fact: 'employee_type_limit_reached'; most: number }
  | { fact: 'custom_attribute_not_found'; attribute: string }
  | { fact: 'custom_attribute_options_wrong'; attribute: string }
