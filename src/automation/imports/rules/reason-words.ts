import type { ReasonCode } from '../../../journal/reasons/rules.ts'
export type ReasonGroup = 'not_about_you' | 'fit' | 'comparison' | 'something_to_learn' | 'own_choice'

export type ReasonPhrase = { code: ReasonCode; group: ReasonGroup; pattern: RegExp }

const JOB =
  '(?:position|role|job|job posting|posting|vacancy|opening|requisition|req|opportunity|headcount|search|recruitment|recruiting|hiring|poste|annonce|stelle|vacante)s?'
const BE =
  "(?:(?:is|was|are|were|has|have|had|been|being|got|get|just|already|now|since|recently|put|placed|currently|'s|a|ete|été|wurde|bereits|d[eé]j[aà]) ){0,4}"
const THE = '(?:the |this |that |their |its |all |any |a ){0,2}'
const KIN =
  '(?:friend|nephew|niece|son|daughter|cousin|relative|family member|brother|sister|wife|husband|buddy|acquaintance)s?'

const phrase = (group: ReasonGroup, code: ReasonCode, ...sources: string[]): ReasonPhrase => ({
  code,
  group,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
})

/** Misspellings are people's own: "filing" for "filling", "canceld". Every repetition is bounded. */
export const REASON_PHRASES: ReasonPhrase[] = [
  phrase(
    'not_about_you',
    'position_cancelled',
    `${JOB} ${BE}(?:cancel\\w{0,4}|scrapped|withdrawn|pulled|eliminated|removed|deleted|discontinued|taken down|annul[eé]e?|supprim[eé]e?|gestrichen|cancelad[oa])`,
    `${JOB} ${BE}no longer (?:available|open|exists?|existing|needed|required|being filled|active|offered)`,
    `no longer (?:fil+ing|hiring|recruiting|looking to (?:fill|hire))(?: for)?(?: ${THE}${JOB})?`,
    `(?:cancel+ed|cancelling|scrapped|pulled|eliminated|withdrew) ${THE}${JOB}`,
    `(?:decided|chose|chosen|going) not to (?:fill|hire for) ${THE}${JOB}`,
  ),
  phrase(
    'not_about_you',
    'hiring_freeze',
    'hiring (?:is |was |has been |on )?(?:freeze|freezes|frozen|paused?|stopped)',
    `(?:freeze|froze|frozen|freezing|paused|pausing|stopped) (?:on |in )?${THE}(?:hiring|recruiting|recruitment|headcount)`,
    `${JOB} ${BE}(?:on hold|frozen|paused)`,
    `(?:put|putting|placed) ${THE}${JOB} on hold`,
    'einstellungsstopp|gel des embauches',
  ),
  phrase(
    'not_about_you',
    'budget_cut',
    'budget(?:ary)? (?:was |were |got |has been )?(?:cuts?|constraints?|issues?|freeze|frozen|gone|reasons|reductions?|problems?|pulled|slashed)',
    'budget (?:was |is |has )?(?:not|never) (?:been )?approved|(?:not|didn.t) get (?:the )?budget',
    '(?:no|lost|lack of|cut|cutting|insufficient|ran out of) (?:the |their |more )?(?:budget|funding)',
    'funding (?:was |got |has been )?(?:cut|lost|pulled|fell through|dried up|not approved|withdrawn)',
    'cost cutting|cost cuts',
  ),
  phrase(
    'not_about_you',
    'internal_candidate',
    'internal (?:candidate|applicant|hire|transfer|promotion)s?',
    '(?:filled|hired|promoted|staffed|recruited) (?:it |the role |the position |someone )?(?:internally|from within|in ?house)',
    'candidat interne|interner? (?:kandidat|bewerber)|interne besetzung',
  ),
  phrase(
    'not_about_you',
    'predetermined_candidate',
    '(?:already|always) (?:had|have) (?:someone|somebody|a candidate|a person|their pick|a favou?rite) (?:in mind|lined up|picked|chosen|selected)',
    'pre ?-?(?:selected|determined) candidate|already (?:knew|decided) who',
    'only (?:posted|advertised) (?:it )?(?:because of|for|due to) (?:policy|legal|compliance)\\w{0,4}',
  ),
  phrase(
    'not_about_you',
    'filled_before_you',
    `${JOB} ${BE}(?:filled|pourvue?|besetzt|cubierta)`,
    '(?:already|previously) (?:been )?filled',
    'hired someone (?:already )?before (?:me|i|my)',
  ),
  phrase(
    'not_about_you',
    'internal_restructuring',
    '(?:company|team|department|division|org|organi[sz]ation|internal|corporate|they|due to|because of|after|amid)(?: (?:an?|the|their|some|is|are|was|were|being|internal|company|department|team|major|re)){0,3}[ -](?:re-?structur(?:ing|ed|e)|re-?organi[sz](?:ation|ed|ing)|re-?org|down ?siz(?:ing|ed))',
    '(?:company|they|team|department|due to|because of|after|mass|company wide) (?:had |announced |did |the |a |recent |round of ){0,3}(?:layoffs?|lay offs?)',
  ),
  phrase(
    'not_about_you',
    'internal_change',
    '(?:change|changes|shift) (?:in|of) (?:business |hiring |company |their |the ){0,2}(?:priorit(?:y|ies)|direction|strategy|needs|plans|scope|leadership)',
    '(?:priorities|needs|requirements|plans) (?:have |has |were |had )?(?:changed|shifted)',
    '(?:company|they) (?:was |were |got |is being |has been )?(?:acquired|bought|merged)',
  ),
  phrase(
    'not_about_you',
    'hiring_manager_unavailable',
    '(?:hiring )?manager (?:has |had |is |was |just ){0,2}(?:left (?:the )?(?:company|team|firm|org\\w{0,11})|quit|resigned|fired|laid off|sick|ill|on (?:sick |medical |parental |maternity |paternity )?leave|departed)',
  ),
  phrase(
    'not_about_you',
    'legal_proceedings',
    'lawsuit|(?:due to|because of|facing) (?:\\w{1,12} )?litigation|legal proceedings|being sued|getting sued',
  ),
  phrase(
    'not_about_you',
    'major_incident',
    'went bankrupt|bankruptcy|insolven(?:cy|t)|company (?:has |was |is )?(?:closed down|shut down|shutting down|folded|went under|closing)|(?:due to|because of) (?:the )?(?:covid\\w{0,3}|pandemic|data breach|hurricane|fire|flood)',
  ),
  phrase(
    'not_about_you',
    'personal_connection_hired',
    `(?:hired|chose|picked|took|gave (?:it|the job|the role|the position) to|went to|went with) (?:the |an? |his |her |their |someone.s |manager.s |ceo.s |boss.s |owner.s |of |hiring ){0,4}${KIN}`,
    'nepotism',
  ),
  phrase(
    'not_about_you',
    'never_a_real_opening',
    '(?:ghost|fake|phantom) (?:job|posting|listing|role|position|ad|vacancy)|(?:not|never|wasn.t|isn.t) a real (?:job|position|role|opening|vacancy)|never (?:intended|planned|meant) to (?:hire|fill)|(?:only |just )collecting (?:resumes|cvs|applications)|job scam|it was a scam',
  ),

  phrase(
    'fit',
    'location_mismatch',
    '(?:don.t|do not|doesn.t|not|didn.t) (?:currently |actually )?(?:live|reside|located|based|residing|living) (?:in|near|within|close)',
    '(?:unable|not willing|unwilling|not able|can.t|cannot|won.t|couldn.t) (?:to )?relocate|relocation (?:was |is )?(?:required|needed|not (?:offered|possible|covered))',
    'only (?:hiring|considering|hire|consider) (?:local\\w{0,2}|in|within|candidates (?:in|from))|(?:wrong|different) (?:state|country|time ?zone)|location mismatch|out of state',
    'not (?:hiring|available|eligible) (?:to work )?in my (?:state|country|area|location|region)',
  ),
  phrase(
    'fit',
    'compensation_mismatch',
    '(?:salary|pay|compensation|rate|wage|comp) (?:expectations? )?(?:(?:was|were|is|range|too) ){0,2}(?:mismatch|too high|too low|out of (?:their )?(?:budget|range)|above (?:their )?(?:budget|range)|not (?:aligned|a match|matching))',
    '(?:asked|asking|wanted) (?:for )?too much(?: money)?',
  ),
  phrase(
    'fit',
    'work_authorization',
    '(?:no|not|don.t|doesn.t|won.t|can.t|cannot|unable|do|does|did|didn.t|without|lack|due|because|need|needs|needed|require|requires|required)(?: (?:to|of|not|offer|offering|provide|give|able|a|any|me|for|the|my)){0,3} (?:visa sponsorship|sponsor(?:ship|ing)?(?: (?:visas?|me))?|work (?:permit|authori[sz]ation|visa)|security clearance)',
    'visa (?:issues?|sponsorship (?:issue|required|needed|not \\w{2,12})|problems?|status|restrictions?)',
    '(?:us|u\\.s\\.|eu|uk|canadian|american) (?:citizens?|citizenship|nationals?) (?:only|required|needed)',
  ),
  phrase(
    'fit',
    'timing_mismatch',
    '(?:due to|because of) (?:the |your |my )?timing(?: of (?:your|my|the) application)?|timing of (?:your|my|the) application',
    '(?:start date|notice period|availability|timing) (?:was |is )?(?:mismatch|conflict|too (?:late|long|early)|did(?:n.t| not) (?:work|match|align|fit)|not (?:aligned|a match))',
    '(?:applied|application (?:was |came )?(?:submitted )?) ?too late',
  ),
  phrase(
    'fit',
    'level_mismatch',
    'over-? ?qualified|(?:was |were |am |i.m |i was |too )(?:too )(?:senior|junior)|too (?:senior|junior)|(?:wanted|needed|want|need|looking for|hired|prefer\\w{0,4}) (?:someone |somebody |a |an )?more (?:senior|junior)',
  ),

  phrase(
    'comparison',
    'another_candidate_preferred',
    '(?:went|gone|going|go|moved?|moving|proceed(?:ed|ing)?|continue[ds]?|continuing|chose|chosen|selected|select|hired|hire|picked|preferred|offered|pursue|pursuing|advance|advancing)(?: (?:it|ahead|forward|on|with|to|an|a|the|of|in|further|along|us|their|process|position|role)){0,4} (?:another|other|others|different|stronger|better|more (?:qualified|experienced|suitable|aligned))(?: (?:suited|qualified|experienced|aligned))?(?: (?:candidates?|applicants?|person|people|profiles?|choice|whose))?',
    '(?:went with|hired|chose|picked|selected|offered (?:it |the job )?to) (?:someone|somebody) else|in favou?r of (?:another|other) (?:candidate|applicant)s?|(?:came|was) second|runner ?up|second choice',
  ),

  phrase(
    'something_to_learn',
    'experience_gap',
    '(?:not enough|lack(?:ed|ing|s)?(?: of)?|insufficient|too little|someone with(?: more)?|(?:wanted|needed|want|need|looking for)(?: \\w{1,12}){0,2} more|(?:didn.t|don.t|did not|do not) have (?:enough)?|no relevant|limited)(?: \\w{1,15}){0,3} experience',
    'under-? ?qualified',
  ),
  phrase(
    'something_to_learn',
    'knowledge_gap',
    '(?:lack(?:ed|ing|s)?(?: of)?|missing|not enough|insufficient|weak)(?: \\w{1,15}){0,2} (?:knowledge|skills|expertise)',
  ),
  phrase(
    'something_to_learn',
    'assessment_result',
    '(?:failed|fail|did(?:n.t| not) pass|bombed|flunked|low score (?:on|in))(?: \\w{1,15}){0,4} (?:test|assessment|challenge|exam|oa|quiz|take ?-?home|hackerrank|exercise|case study|coding)',
  ),
  phrase(
    'something_to_learn',
    'could_not_show_knowledge',
    '(?:my mind |i |mind )(?:went blank|blanked|froze up|froze)|blanked (?:on|out)',
  ),
  phrase(
    'something_to_learn',
    'preparation_gap',
    '(?:was(?:n.t| not)|not|felt)(?: \\w{1,10})? prepared(?: enough)?|un(?:der)?prepared|did(?:n.t| not) prepare',
  ),

  phrase(
    'own_choice',
    'accepted_another_offer',
    '(?:accept(?:ed|ing)?|took|taken|taking|signed|got|have)(?: \\w{1,10})? (?:another|a different|the other|other) (?:job )?(?:offer|job|position|role)',
  ),
  phrase(
    'own_choice',
    'compensation_declined',
    'unpaid|low ?-?ball\\w{0,3}|(?:salary|pay|compensation|rate|wage|money|offer)(?: \\w{1,8}){0,2} (?:too low|below|not enough|not competitive|insufficient)|(?:low|bad|poor) (?:salary|pay|compensation|wage)',
  ),
  phrase(
    'own_choice',
    'role_not_wanted',
    '(?:not|no longer|lost|wasn.t|isn.t)(?: \\w{1,8})? (?:interested|interest)|not (?:a (?:good )?fit for me|for me|what i \\w{2,10})|(?:didn.t|don.t|did not|do not) (?:want|like) (?:the|this|to|it|that)',
  ),
  phrase(
    'own_choice',
    'process_too_slow',
    '(?:process|they|it) (?:\\w{1,6} )?(?:took |was |were |is )?too (?:slow|long)|took too long|too many (?:rounds|interviews)',
  ),
  phrase('own_choice', 'personal_reasons', '(?:personal|family|health|private) reasons'),
]
