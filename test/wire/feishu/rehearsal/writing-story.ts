import { groupsStory, rolesStory, unitsStory } from './groups-story.ts'
import { departmentsStory, usersStory } from './people-story.ts'
import type { Stage } from './rehearsed-calls.ts'
import { vocabulariesStory } from './vocabularies-story.ts'

/** Every endpoint that writes, at a place where it changes something and at one where the directory refuses it. */
export async function writingStory(stage: Stage): Promise<void> {
  const department = await departmentsStory(stage)
  const people = await usersStory(stage, department)
  await groupsStory(stage, people)
  await rolesStory(stage, people, department)
  await unitsStory(stage, department)
  await vocabulariesStory(stage)
}
