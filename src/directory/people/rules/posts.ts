import { Refused } from '../../refusals.ts'
import { becomesAnother, type Draft } from '../draft.ts'
import { departmentsOf, type Post } from '../person.ts'

/**
 * Posts, each in one of the person's departments. Refuses with `posts_not_enabled`, `post_incomplete`, `post_code_doubled`, `several_main_posts`,
 * `post_outside_departments`, `posts_left_behind`.
 */
export function judgePosts(draft: Draft): void {
  const { company, after } = draft
  const departments = departmentsOf(after)
  const outside = after.posts.find(({ department }) => !departments.includes(department))
  if (!becomesAnother(draft, 'posts')) {
    if (outside) throw new Refused({ fact: 'posts_left_behind', department: outside.department })
    return
  }
  if (after.posts.length === 0) return
  if (!company.facts.posts) throw new Refused({ fact: 'posts_not_enabled' })
  judgeList(after.posts)
  if (outside) throw new Refused({ fact: 'post_outside_departments', department: outside.department })
}

function judgeList(posts: readonly Post[]): void {
  const incomplete = posts.findIndex(({ code, name }) => code === '' || name === '')
  if (incomplete >= 0) throw new Refused({ fact: 'post_incomplete', index: incomplete })
  const doubled = posts.find(({ code }, index) => posts.findIndex((other) => other.code === code) !== index)
  if (doubled) throw new Refused({ fact: 'post_code_doubled', post: doubled.code })
  const [, second] = posts.filter(({ isMain }) => isMain)
  if (second) throw new Refused({ fact: 'several_main_posts', post: second.code })
}
