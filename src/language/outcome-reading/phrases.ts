/** Words that take back what is said, or put it off. */
const DOUBTS = 'not|never|may|might|could|would|should|if|unless|until|whether|once|can|will'

/** Up to so many words between two others, within a part of a sentence; none of `without` is among them. */
const gap = (most: number, without = DOUBTS) => `(?:(?! (?:${without}) ) [^\\s,;?"-]{1,40}){0,${most}}`

const ROLE =
  '(?:position|role|job|vacanc(?:y|ies)|opening|opportunit(?:y|ies)|requisition|post|posting|advert|internship|traineeship|seat|place)s?'
const SEARCH =
  '(?:position|role|job|vacanc(?:y|ies)|opening|requisition|post|internship|search|recruitment|hiring process|recruitment process|recruiting process)s?'
const THE = '(?:the|this|that|our|all|any|these)'

/** A thing that something is said of: not "the budget for the role", nor "your application to the role". */
const subject = (noun: string) =>
  `(?<!(?:^| )(?:for|to|of|in|on) )${THE}${gap(8, `${DOUBTS}|for|to`)} ${noun}`

const NAMES: Record<string, string> = {
  ROLE,
  SEARCH,
  THE,
  THEROLE: subject(ROLE),
  THESEARCH: subject(SEARCH),
  WE: '(?:we|i|they|team|company|firm|committee|panel|board|management|leadership|trustees|department|organi[sz]ation)',
  SOMEONE: '(?:someone|somebody|a candidate|a person|the right person|an applicant|a suitable candidate)',
  CANDIDATE: '(?:candidate|applicant|finalist|person|individual)',
  CAUSE:
    '(?:due to|because of|as a result of|as a consequence of|owing to|in (?:light|view) of|on account of|given|following|amid|after|by reason of)',
  FUNDS: '(?:budget|funding|grant|financing|funds)',
  HIRING: '(?:hiring|recruitment|recruiting)',
  KIN: '(?:friend|nephew|niece|son|daughter|cousin|relative|brother|sister|wife|husband|family member)',
  TOPIC:
    '(?! (?:experience|skills?|background|team|practice|expertise|role|position|knowledge|work|projects?|specialist|department|of (?:our|the|its) (?:\\S+ )?(?:websites?|sites?|pages?|portal|system|database|process)))',
}

/**
 * Patterns over the plain words of a sentence, in a notation of their own: `{ROLE}` is a class of words, and `~3` stands for
 * up to three words in between.
 *
 * @NOTE Every repetition is bounded, and sentences are, too: the time for a text grows with its length and no faster.
 */
export const phrases = (...sources: string[]): RegExp[] =>
  sources.map((source) => {
    const spelled = source
      .replace(/\{([A-Z]+)\}/g, (_, name: string) => NAMES[name] ?? '')
      .replace(/~(\d)/g, (_, most: string) => gap(Number(most)))
    return new RegExp(`(?<=^| )(?:${spelled})(?= |$)`, 'u')
  })
