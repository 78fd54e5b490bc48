/** What departments of a company refuse with. */
export type DepartmentRefusal =
  | { fact: 'department_not_found'; department: string }
  | { fact: 'parent_department_not_found'; department: string }
  | { fact: 'parent_department_out_of_range'; department: string }
  | { fact: 'root_department_out_of_range' }
  | { fact: 'department_is_root' }
  | { fact: 'department_name_blank' }
  | { fact: 'department_name_has_slash'; name: string }
  | { fact: 'department_name_taken'; name: string; department: string }
  | { fact: 'department_local_name_taken'; name: string; locale: string; department: string }
  | { fact: 'department_code_taken'; code: string }
  | { fact: 'department_code_changes_spent'; department: string; limit: number }
  | { fact: 'department_position_taken'; position: number; department: string }
  | { fact: 'department_has_people'; department: string }
  | { fact: 'department_has_children'; department: string }
  | { fact: 'department_too_deep'; department: string; limit: number }
  | { fact: 'department_has_most_children'; department: string; limit: number }
  | { fact: 'department_limit_reached'; limit: number }
  | { fact: 'department_under_itself'; department: string; parent: string }
  | { fact: 'department_leader_repeats'; person: string }
  | { fact: 'department_needs_one_main_leader'; given: number }
  | { fact: 'department_leader_unjoined'; person: string }
  | { fact: 'department_has_no_chat'; department: string }
  | { fact: 'department_employee_type_unknown'; type: number }
  | { fact: 'departments_fed_from_outside' }
