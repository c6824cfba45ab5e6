import { test } from 'tap'
import { analyse } from '../../../src/language/self-talk/analysis.ts'

const isExplicit = (text: string) => analyse(text).support === 'explicit'

const OWN: Record<string, string[]> = {
  'a wish to be dead': [
    'I wish I had not been born.',
    'Being dead would be easier than another year of this.',
    'I am done with living.',
    'I want to sleep and never wake up.',
  ],
  'a way and the nearness of it': [
    'There is a rope in the garage and I keep looking at it.',
    'I have the tablets lined up in front of me.',
    'I left the engine running in the garage with the door shut.',
    'I was over the railing before somebody stopped me.',
  ],
  'a preparation': [
    'I have written to the children and my will is signed, it is tonight.',
    'I have given the dog away and when I am gone there is nothing left to sort out.',
    'By the time anybody reads this it will be over.',
  ],
  'an attempt that was made': ['I took an overdose in May.', 'Tried to hang myself last winter.'],
  'injury that goes on': [
    'I keep burning my arm with a lighter.',
    'I have been banging my head on the tiles until it bleeds.',
    'been cutting again',
  ],
  'a search for ways': ['I looked up the least painful way to go.', 'I googled how many tablets are fatal.'],
  'a slip of the fingers': [
    'im suicdal',
    'i want to kill my self',
    'wnat to die',
    'i dont wanna be alive any more',
  ],
  'letters that are set apart or dressed up': [
    'k.m.s',
    'gonna k.m.s tonight',
    'i want to k. m. s.',
    'I want to K.M.S.',
    'might k m s after this',
    'i want to k\u200bm\u200bs',
    'i want to d.i.e',
    'i am s-u-i-c-i-d-a-l',
    'thinking of s*u*i*c*i*d*e',
    'i want to ｋｉｌｌ ｍｙｓｅｌｆ',
    'i want to 𝐤𝐢𝐥𝐥 𝐦𝐲𝐬𝐞𝐥𝐟',
  ],
  'two sentences that stand together': ['I know the height of the bridge. Sunday, when they are all out.'],
  'a denial of the place alone': ["I don't want to kill myself in front of my kids."],
  'a few plain words': [
    'I am tired of life.',
    'I am sick of life.',
    "I'm just weary of life.",
    'I am finished with life.',
    'I hope I get cancer.',
    'Nothing left to live for.',
    'I ought to have died.',
  ],
  'a few short words': [
    "Life isn't worth living.",
    'life isnt worth living anymore',
    'I will take my own life',
    'I want to jump off a building',
    'I could jump in front of a train.',
    'I want someone to kill me',
    'I want to be killed',
    'I overdosed last week',
  ],
  'words that were first said of another': [
    'My colleague is tired of life, and I am tired of life as well.',
    'My brother was tired of life when he lost his job and this week I am tired of life.',
  ],
  'a line of work that deals with it': ['I am a nurse on a ward and I want to kill myself.'],
}

for (const [what, texts] of Object.entries(OWN)) {
  test(`words of harm are seen in ${what}`, (t) => {
    for (const text of texts) t.ok(isExplicit(text), text)
    t.end()
  })
}

const OTHER: Record<string, string[]> = {
  'a short plan': [
    'Use the STAR method',
    'Keep it short',
    'Stay calm',
    'Keep going',
    'Write it down.',
    'Try again.',
    'Check myself',
    'Do it again',
    'Give myself time.',
  ],
  'a breath': ['Remember to breathe', 'Just breathe and go on.', 'take a pause and breathe'],
  'a line of work': [
    'They asked how I respond when a pupil discloses self-harm.',
    'I count tablets into boxes at the pharmacy.',
    'The policy has a suicide clause and I had to explain it.',
  ],
  'somebody else': ['My uncle hanged himself in that barn.', 'He said that he wanted to die.'],
  'a life of a kind': [
    'I am tired of life in London.',
    'I am sick of life admin.',
    'I am weary of life under this manager.',
    'I am finished with life sciences.',
    'I have nothing left to prepare for.',
  ],
  'weariness of another, or none': [
    'My sister is tired of life.',
    'I am not tired of life.',
    'He said that I am done with life.',
    '"I am tired of life," she wrote to me.',
  ],
  'a denial': ['I am not suicidal, only tired.', 'I have never thought of hurting myself.'],
  'an idiom': [
    'I would rather die than do another group exercise.',
    'I was banging my head against a brick wall with that agency.',
    'The job is career suicide.',
    'I took my life into my own hands and moved.',
  ],
  'a tool or a place': [
    'I have a rope in the boot because I climb.',
    'I have got the knife set ready for the trial shift.',
    'I stood on the platform for an hour because of the strike.',
  ],
  'initials and units': [
    'I interviewed at K.M.S. Corp.',
    'I went to K.M.S. for the second round.',
    'K. M. S. Rao interviewed me.',
    'They asked how I rotate keys in K.M.S. and I could not say.',
    'We used k.m.s for the envelope keys.',
    'The office is 40 k.m.s away.',
    'I drove 30 kms to the interview and they cancelled.',
    'D.I.E. is the name of their assessment.',
    'Vitamins A, D, I. E for effort.',
  ],
  'a farewell to a firm': [
    'I wrote a goodbye card for the whole team.',
    'Nobody would miss me in that department.',
    'I am done with consulting, goodbye to hotel breakfasts.',
  ],
}

for (const [what, texts] of Object.entries(OTHER)) {
  test(`words of harm are not seen in ${what}`, (t) => {
    for (const text of texts) t.notOk(isExplicit(text), text)
    t.end()
  })
}
