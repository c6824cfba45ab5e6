import type { InterviewStatus } from '../../../journal/interviews/rules.ts'
import type { OutcomeKind } from '../../../journal/outcomes/rules.ts'

export type Reached = 'saved' | 'applied' | 'interviewing' | 'offered'

/** `own_no` is the candidate's; which outcome it is depends on whether an offer was on record. */
export type Ending = Exclude<OutcomeKind, 'offer_declined' | 'withdrawn'> | 'own_no'

export type Phrase = {
  pattern: RegExp
  reached?: Reached
  ending?: Ending
  doorOpen?: true
  interview?: InterviewStatus
  /** The words say more than the members can hold. */
  more?: true
  /** The words name two states, of which one is taken. */
  several?: true
}

const ANY = '(?:\\w+ ){0,2}'
const JOB =
  '(?:position|role|job|posting|post|vacancy|opening|requisition|req|listing|advert|ad|poste|stelle|annonce|puesto|vacante|vaga)s?'
const EMPLOYER =
  '(?:company|employer|them|hr|recruiter|manager|hiring manager|team|client|org|organisation|organization)'
const MEETING =
  '(?:interviews?|screen|screening|call|round|entretien|gesprach|entrevista|colloquio|chat|meeting)'
const REPLY =
  '(?:response|reply|replies|answer|feedback|news|reponse|retour|antwort|ruckmeldung|respuesta|risposta|resposta|nouvelles?)'

const words = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u')

/**
 * Read in this order over folded text; what one phrase has taken, the next ones no longer see. So negations and longer
 * phrases stand first.
 */
export const PHRASES: Phrase[] = [
  { pattern: words(`(?:no|without|sans|kein|ohne|sin) (?:an? |any )?${MEETING}`), more: true },
  {
    pattern: words(
      'not (?:yet )?(?:rejected|ghosted)|not (?:yet )?interviewed|not yet invited|not closed|not declined',
    ),
    more: true,
  },
  {
    pattern: words(
      `(?:no|not|without|sans|pas de|keine|awaiting|waiting for|waiting on) ${ANY}${REPLY} (?:yet|so far)|not (?:yet )?heard back yet`,
    ),
    reached: 'applied',
  },
  {
    pattern: words(
      `(?:awaiting|waiting for|waiting on|pending|en attente de) (?:a |the |first |any |final |une? )?(?:${REPLY}|decision|result|results)`,
    ),
    reached: 'applied',
  },
  { pattern: words('invited to apply'), reached: 'saved', more: true },
  {
    pattern: words(
      '(?:not|haven t|havent|didn t|didnt|did not|have not) (?:yet )?appl(?:y|ied)(?: yet)?|to apply|not submitted|not started',
    ),
    reached: 'saved',
  },

  // The soft no.
  {
    pattern: words(
      `(?:cv|resume|profile|application|candidature|dossier|profil) (?:is |was |has been |will be )?(?:retained|kept|saved|on file|conservee?|gardee?)(?: on file| for later)?|(?:keep|kept|keeping|retained?|retaining|stay|staying) (?:in touch|on file|(?:my |your |the )?(?:cv|resume|profile|details|application)(?: on file)?)|(?:no|pas de|pas d|kein|keine) (?:suitable |open )?(?:project|opening|position|role|vacanc(?:y|ies)|mission|need|projet|poste|besoin|opportunit(?:y|ies)|stelle)s? (?:available )?(?:for now|right now|at the moment|at this time|currently|pour le moment|pour l instant|actuellement|derzeit|momentan)|not (?:for )?(?:now|right now|at this time)|maybe later|nothing for now|talent pool|vivier|pas pour le moment|future (?:opportunit(?:y|ies)|consideration|roles|openings)|apply again later|(?:re ?)?apply later`,
    ),
    ending: 'rejected',
    doorOpen: true,
    more: true,
  },

  // Offers that ended.
  {
    pattern: words(
      '(?:job )?offer (?:was |has been |got )?(?:rescinded|revoked|withdrawn|pulled|retracted|cancell?ed)|(?:rescinded|revoked|retracted|withdrawn|pulled)(?: job)? offer|rescinded',
    ),
    reached: 'offered',
    ending: 'offer_rescinded',
  },
  {
    pattern: words(
      `(?:job )?(?:offer|offered|offre|proposition|proposal|angebot|oferta)(?: position| job| role)? (?:was |is |i )?(?:declined?|rejected|refused?|refusee|declinee|turned down|not accepted|abgelehnt|rechazada)(?: by (?:me|candidate))?|(?:declined?|rejected|refused|turned? down|i rejected) (?:the |an |their |my |job )?(?:job )?(?:offer|proposition|proposal)`,
    ),
    reached: 'offered',
    ending: 'own_no',
  },
  {
    pattern: words(
      '(?:zusage|angebot)(?: erhalten| bekommen)?(?: \\|)? (?:ich |habe |aber |selbst |dann |wieder ){0,3}(?:abgelehnt|abgesagt|ausgeschlagen)',
    ),
    reached: 'offered',
    ending: 'own_no',
    several: true,
  },
  {
    pattern: words(
      'not (?:accepted|hired|chosen|engaged)|wasn t (?:hired|accepted|selected|chosen)|non accepte',
    ),
    ending: 'rejected',
  },
  {
    pattern: words('accepted (?:an ?other|another|other|a different|elsewhere)(?: \\w+){0,2}'),
    ending: 'own_no',
    more: true,
  },
  {
    pattern: words(
      '(?:application|cv|resume) (?:was )?(?:accepted|received|viewed|seen|opened|acknowledged)',
    ),
    reached: 'applied',
    more: true,
  },
  {
    pattern: words(
      '(?:job )?(?:offer|offre|angebot|oferta|zusage) (?:was |is )?(?:accepted|acceptee?|angenommen|aceptada)|accepted (?:the |an |their |my )?(?:job )?(?:offer|position|job|role)|accept(?:ed)?|hired|(?:contract |offer )?signed|got (?:the |a )?job|embauchee?|engagee?|acceptee?|angenommen|eingestellt|aceptad[oa]|contratad[oa]|assunto|accettat[oa]',
    ),
    reached: 'offered',
    ending: 'offer_accepted',
  },

  // The employer's no, where the verb could be taken for the candidate's.
  {
    pattern: words(
      `(?:declined|turned down|refused|rejected|passed on|passed over|withdrawn|closed|cancell?ed) by (?:the )?(?:org|${EMPLOYER})|(?:they|company|employer|recruiter|application|i was|was|were|been|got) (?:has |was |were |been |got |auto )*(?:declined|turned down|refused|passed over)|(?:turned|turning) me down|(?:they|company|employer|recruiter|hr) said no|(?:declined|rejected|refused) me`,
    ),
    ending: 'rejected',
  },

  // The candidate's own no.
  {
    pattern: words(
      "(?:declined|rejected|withdrawn|refused|cancell?ed|closed) by (?:me|myself|candidate|applicant|self)|(?:i|me|self|user|candidate) (?:have |had |decided to |'ve )?(?:declined?|withdrew|withdraw|rejected|refused|turned? (?:it |them |this )?down|passed|dropped|cancell?ed|quit)|turn(?:ed|ing)? (?:it |this |them )?down|turndown|i (?:have |ve )?said no|said no (?:by )?(?:me|myself)|j ai dit non|withdr(?:aw|ew|awn|awal|awing)(?: (?:my |the )?application)?(?: by me)?|(?:application|candidature|bewerbung) (?:withdrawn|retiree|zuruckgezogen|cancell?ed)|retir[eé]e?|dropped out|dropped|pulled out|backed out|opted out|not interested|no longer interested|uninterested|passed on(?: it)?|pass on|desist\\w{0,6}|declin\\w{0,6}|j ai (?:refuse|decline)|zuruckgezogen|(?:ich |selbst |selber |habe ){1,3}(?:leider |wieder )?(?:abgesagt|abgelehnt)|(?:abgesagt|absage|abgelehnt) (?:durch |von )?(?:mich|mir|ich|selbst|selber)|eigene absage|retirad[oa]|renunci\\w{0,4}|desisti|ritirat[oa]",
    ),
    ending: 'own_no',
  },

  // Silence.
  {
    pattern: words(
      `ghost(?:ed|ing)?(?: me)?|(?:no|never|zero|without|sans|pas de|pas eu de|aucune?|keine|ohne|sin|nessuna|sem) (?:got |had |any |a |further |more )*${REPLY}|(?:never|not|nothing|haven t|havent|didn t|didnt|did not) (?:heard|hear|replied|responded|reply|respond|answered)(?: back| anything)?|radio silence|silence|silent|crickets|unanswered|no contact|timed out|presumed dead`,
    ),
    ending: 'no_response',
  },

  // The role ended.
  { pattern: /^role closed$/u, ending: 'role_closed' },
  {
    pattern: words(
      `${JOB} (?:is |was |has |has been |been |got |already |now |no |put )*(?:removed|closed|cancell?ed|filled|withdrawn|deleted|gone|expired|taken down|eliminated|pulled|frozen|longer (?:available|open|exists?|filling|filing|posted)|pourvue?|annulee?|supprimee?|besetzt|gestrichen|cerrad[oa]|cubiert[oa]|cancelad[oa])(?: by (?:the )?${EMPLOYER})?|hiring (?:freeze|frozen|stopped|paused|stop)|recruitment (?:cancell?ed|stopped|frozen|freeze)|no longer (?:available|open|hiring|filling|filing|recruiting|accepting|exists?)(?: applications| the (?:position|role|job)| the)?|einstellungsstopp|gel des embauches`,
    ),
    ending: 'role_closed',
    more: true,
  },
  {
    pattern:
      /^(?:cancell?ed|filled|expired|removed|annulee?|pourvue?|besetzt|delisted|unlisted|closed by (?:the )?employer)$/u,
    ending: 'role_closed',
    more: true,
  },

  // The employer's no.
  {
    pattern: words(
      '(?:auto ?)?(?:reject(?:ed|ion|s)?|rejec|rejct|rejcted|rejeced|rej)(?: (?:email|mail|letter))?|refus(?:ed|e|ee|al)?|den(?:ied|y)|not (?:selected|shortlisted|successful|moving forward|proceeding|progressing|progressed|considered|retained|offered|a fit|advancing|pursuing)|unselected|unsuccessful|no offer|regret|no longer (?:under|in) consideration|(?:did not|didn t|didnt) (?:get|make|pass|advance|progress)(?: (?:it|the job|the offer|through))?|absage(?: erhalten)?|abgelehnt|ablehnung|abgesagt durch\\w{0,4}|rechazad[oa]|rechazo|descartad[oa]|negative|negatif|reponse negative|non retenue?|pas retenue?|disqualified|failed|nicht eingeladen|not invited(?: (?:to|for) (?:an? |the )?interview)?|afgewezen|afwijzing|respint[oa]|rifiutat[oa]|scartat[oa]|recusad[oa]|rejeitad[oa]|reprovad[oa]|odrzucon[oay]',
    ),
    ending: 'rejected',
  },

  // How far it got.
  {
    pattern: words(
      `(?:(?:first|second|third|fourth|final|last|1st|2nd|3rd|[4-9]th|[1-9]) )?${MEETING} (?:has been |has |is |was |are )?(?:scheduled|booked|planned|arranged|set|set up|invited|invitation|invite|requested|request|upcoming|prevue?|geplant|vereinbart|agendada|programad[oa])|(?:scheduled|upcoming|invited (?:to|for)|invitation (?:to|for)|awaiting|waiting for|schedule|scheduling|pending|to schedule) (?:an? |the |my |for )?(?:\\w+ )?${MEETING}`,
    ),
    reached: 'interviewing',
    interview: 'scheduled',
  },
  {
    pattern: words(
      '(?:einladung|eingeladen)(?: (?:zum|zu einem|zur|in die)(?: \\w+){0,2} (?:gesprach|vorstellungsgesprach|bewerbungsgesprach|interview|runde))?(?: (?:erhalten|bekommen))?|(?:got |was |been )?(?:re ?)?invited(?: (?:to|for) (?:the )?(?:next|first|second|final) (?:round|stage))?|invit(?:ation|e) (?:received|sent)|convoquee?|invitee? (?:en|a un) entretien|convocad[oa]',
    ),
    reached: 'interviewing',
    interview: 'scheduled',
  },
  {
    pattern: words(`(?:missed|no show)(?: ${MEETING})?`),
    reached: 'interviewing',
    interview: 'missed',
    more: true,
  },
  {
    pattern: words(
      `(?<!(?:nach|after)(?: \\w+){0,3} )(?:vorstellungsgesprach|bewerbungsgesprach|${MEETING}) (?:cancell?ed|abgesagt)|cancell?ed ${MEETING}`,
    ),
    reached: 'interviewing',
    interview: 'cancelled',
  },
  {
    pattern: words(
      `(?:\\d{1,2} )?(?:(?:post|after|completed|done|passed|had|did|an?|the|pre|recorded|one way|video|phone|telephone|skype|zoom|virtual|on ?site|in person|hr|rh|recruiter|technical|tech|behaviou?ral|panel|initial|first|second|third|fourth|fifth|final|last|1st|2nd|3rd|[4-9]th|1er|1ere|2eme|3eme|premier|deuxieme|erstes|zweites|primera|segunda) )*(?:inter(?:v(?:iew(?:s|ed|ing|er)?)?)?|intervew\\w{0,3}|itw|phone (?:screen|call|interview|chat)|(?:recruiter|hr|rh|initial|tech|technical|video|telephone) (?:screen(?:ing)?|call|round|chat|interview)|screening call|(?:1st|2nd|3rd|[4-9]th|first|second|third|fourth|fifth|final|last|next) (?:round|stage|call|step)|(?:round|rnd|r) ?\\d|on ?site|flyout|fly out|campus visit|superday|hirevue|entretiens?|gesprach|vorstellungsgesprach|bewerbungsgesprach|interviewt|entrevist(?:a|as|ado|ada)|colloqui[oi]|sollicitatiegesprek)(?: (?:\\d{1,2}|done|completed|complete|passed|ok|stage|phase|process|round|rounds|loop|passe|erledigt))*`,
    ),
    reached: 'interviewing',
    interview: 'completed',
  },
  {
    pattern: words(
      '(?:online |coding |technical |skills )?(?:assessments?|oa)(?: (?:sent|received|done|completed|stage))*|take ?home(?: (?:test|assignment|task))?|coding (?:challenge|test)|hackerrank|codility|technical test|test technique|homework',
    ),
    reached: 'interviewing',
    interview: 'completed',
    more: true,
  },
  {
    pattern: words(
      '(?:verbal |written |job |got |received |an |the )*zugesagt|(?:offer(?:s|ed)?|proposition|angebot|zusage|oferta|offre|proposta|aanbod)(?: (?:received|extended|made|pending|stage|recue?|erhalten|position|role|job|letter))*|negotiat(?:e|ing|ion|ions)|verhandlung',
    ),
    reached: 'offered',
  },
  {
    pattern: words(
      'wish ?list(?:ed)?|saved(?: for later)?|bookmark(?:ed|s)?|interested|(?:want|plan|planning|going|need|yet|ready) to apply|considering|draft(?:ed)?|to ?do|backlog|researching|prospects?|leads?|a postuler|a faire|merkliste|gemerkt|geplant|guardad[oa]|por aplicar|favou?rites?|shortlist|watch ?list|preparing|not started',
    ),
    reached: 'saved',
  },
  {
    pattern: words(
      'applied|appl|application (?:sent|submitted|made|complete|completed)|submitted(?: application)?|sent|applying|(?:cv|resume) sent|easy appl(?:y|ied)|postulee?|candidature (?:envoyee|deposee|faite)|envoyee?|beworben|bewerbung (?:versendet|gesendet|verschickt|eingereicht)|gesendet|verschickt|aplicad[oa]|aplique|enviad[oa]|postulad[oa]|inscrit[oa]|candidatad[oa]|candidato|inviat[oa]|gesolliciteerd|verstuurd|pending|waiting|awaiting|en attente|ausstehend|pendiente|warte\\w{0,3}|in attesa|no answer yet|open|active|live',
    ),
    reached: 'applied',
  },
  {
    pattern: words(
      'in (?:process|progress|review|consideration|corso|bearbeitung)|inprogress|under (?:review|consideration)|in ?review|processing|reviewing|reviewed|viewed|ongoing|en cours|laufend|en proceso|em andamento|respond(?:ed)?|repli(?:ed|es)|contact(?:ed)?|in contact|in touch|screen(?:ed|ing)?|shortlisted|referred|follow(?:ed)? ?up(?: sent)?|received|acknowledged|in the works|next steps?',
    ),
    reached: 'applied',
    more: true,
  },
]

/** Words between phrases that add nothing. */
export const FILLER = words(
  '(?:and|then|but|after|from|at|on|in|the|a|an|was|is|got|have|had|been|by|with|for|me|i|it|et|puis|und|dann|nach|y|e|de|la|le|stage|status|phase|application|process|date|so|now|already|email|mail|via|them|they|company)',
)
