import type { InterviewFormat, InterviewKind } from '../../../journal/interviews/rules.ts'
import { foldWords } from './text.ts'

const KINDS: [RegExp, InterviewKind][] = [
  [
    /\b(take home|homework|oa|assessments?|coding (challenge|test)|hackerrank|codility|technical test|test technique|online test|aptitude)\b/,
    'take_home',
  ],
  [/\bcase (study|interview)\b/, 'case_study'],
  [/\b(presentation|job talk|teaching demo|demo)\b/, 'presentation'],
  [/\bpanel\b/, 'panel'],
  [
    /\b(tech|technical|technique|coding|system design|live code|live coding|pair programming|whiteboard|technisch\w{0,4}|tecnica)\b/,
    'technical',
  ],
  [/\b(hiring manager|manager)\b/, 'hiring_manager'],
  [
    /\b(hr|rh|recruiter|recruiting|talent|(phone|initial|recruiter) screen\w{0,4}|screening (?:call|interview)|prescreen|pre screen)\b/,
    'recruiter_screen',
  ],
  [/\b(behaviou?ral|star)\b/, 'behavioral'],
  [/\b(culture|cultural|fit|values)\b/, 'culture'],
  [/\b(flyout|fly out|on ?site|campus visit|site visit|superday)\b/, 'onsite'],
  [/\b(final|last) (round|interview|stage|call)\b|\bfinal$/, 'final'],
]

const FORMATS: [RegExp, InterviewFormat][] = [
  [
    /\b(take home|homework|oa|online assessment|assessment|coding (challenge|test)|hackerrank|codility|hirevue|one way|asynchronous|async|pre ?recorded|online test)\b/,
    'asynchronous',
  ],
  [/\b(phone|telephone|telefon\w{0,6}|telephonique|telefonica)\b/, 'phone'],
  [/\b(video|visio\w{0,9}|skype|zoom|teams|meet|webex|virtual|online)\b/, 'video'],
  [
    /\b(flyout|fly out|on ?site|in person|face to face|f2f|campus|site visit|superday|vor ort|presentiel|presencial)\b/,
    'in_person',
  ],
]

/** @param words a heading or a status: `Phone Screen`, `Skype interview`, `Final round`. */
export const kindOf = (words: string): InterviewKind => first(KINDS, words) ?? 'other'

export const formatOf = (words: string): InterviewFormat | null => first(FORMATS, words) ?? null

const first = <Value>(vocabulary: [RegExp, Value][], words: string): Value | undefined => {
  const folded = foldWords(words.slice(0, 200))
  return vocabulary.find(([pattern]) => pattern.test(folded))?.[1]
}
