import type { Assistance } from '../../platform/mcp/server.ts'
import { answerReflection, completeReflection, skipStep } from './tools/answers.ts'
import { findApplications, logApplication, recordOutcome } from './tools/applications.ts'
import { prepForInterview, summary, whatIsNext } from './tools/guidance.ts'
import { instructions } from './tools/instructions.ts'
import { addQuestion, listInterviews, logInterview, updateInterview } from './tools/interviews.ts'
import { dueStudyItems, reviewPlan, reviewStudyItem } from './tools/learning.ts'
import { getReflection, startReflection } from './tools/reflections.ts'

/** What the service offers to assistants: its tools, in the order of a search, and how to speak with people. */
export const assistance: Assistance = {
  instructions,
  tools: [
    whatIsNext,
    findApplications,
    logApplication,
    listInterviews,
    logInterview,
    updateInterview,
    addQuestion,
    recordOutcome,
    startReflection,
    getReflection,
    answerReflection,
    skipStep,
    completeReflection,
    prepForInterview,
    reviewPlan,
    dueStudyItems,
    reviewStudyItem,
    summary,
  ],
}
