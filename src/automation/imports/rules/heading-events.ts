import { exact, JOB, type Synonym, within } from './heading-synonyms.ts'

/** Headings that tell how an application went. Read in this order; the first whose words and cells agree counts. */
export const EVENT_HEADINGS: Synonym[] = [
  {
    field: 'derived',
    pattern:
      /^(?:number of |no of |nb )?(?:days?|weeks?|months?|hours|time|duration|elapsed|age|jours|tage|dias|delai)(?: \w{1,12}){0,2} (?:since|to|until|till|from|between|elapsed|open|waiting|passed|ago|for|depuis|seit|desde)(?: |$)/u,
  },
  {
    field: 'derived',
    pattern: exact(
      '(?:current|todays?|today s) ?(?:date|day)?|days|age|days elapsed|elapsed|days waiting|(?:response|reply|waiting) time|response time days|row|row number|index|count|total|nb jours',
    ),
  },
  {
    field: 'interviewObtained',
    pattern: within(
      '(?:selected|chosen|invited|shortlisted|picked) (?:for|to) (?:an? |the )?interviews?|(?:got|get|landed|obtained|received|offered) (?:an? |the )?interviews?|interview (?:offered|obtained|granted|received|invite|invitation|request|requested)|entretien obtenu',
    ),
  },
  {
    field: 'other',
    pattern: within(
      'interviewers?|(?:interview|call|screen|screening) (?:notes?|questions?|prep\\w{0,9}|type|format|feedback|location|link|with|experience|details?|outcome|rating|comments?|score)|(?:notes?|questions?|prep|feedback) (?:for|from|on) (?:the )?interview|offer (?:amount|details?|letter|salary|deadline|link|expir\\w{0,6}|notes?)',
    ),
  },
  {
    field: 'offerOn',
    pattern: within(
      '(?:job|visiting|received|verbal|written|formal|got|final|date of|date|first) (?:an? |the )?offer|offer (?:date|received|made|extended|on|received on|status|yes no|y n)',
    ),
    cells: 'events',
  },
  {
    field: 'offerOn',
    pattern: exact(
      'offer|offers|offered|proposition|proposal|angebot|oferta|proposta|offre recue|proposition (?:d )?embauche',
    ),
    cells: 'events',
  },
  {
    field: 'acceptedOn',
    pattern: exact(
      '(?:offer )?accepted(?: (?:on|date|at|offer))?|date accepted|accepted the offer|hired|hired (?:on|date)|accepte|angenommen|aceptad[oa]',
    ),
    cells: 'events',
  },
  {
    field: 'withdrawnOn',
    pattern: exact(
      '(?:date )?(?:withdrawn|withdrew|declined|turned down)(?: (?:on|date|at|by me|offer|application))?|date (?:withdrawn|declined)|(?:i )?declined|withdrawal(?: date)?',
    ),
    cells: 'events',
  },
  {
    field: 'rejectedOn',
    pattern: exact(
      '(?:date )?(?:of )?(?:the )?(?:reject(?:ed|ion|ions)?|refus|refuse|absage|rechaz(?:o|ado)|abgelehnt|denied)(?: (?:on|date|at|received|email|datum|am))?|date (?:of )?reject(?:ed|ion)|absagedatum|date (?:de )?refus|got rejected',
    ),
    cells: 'events',
  },
  {
    field: 'ghosted',
    pattern: exact('ghost(?:ed)?(?: by \\w{1,12})?|no (?:response|reply|answer)|sans reponse'),
    cells: 'events',
  },
  {
    field: 'interviewOn',
    pattern: within(
      '(?:interviews?|entretiens?|entrevistas?|vorstellungsgesprach|gesprach|bewerbungsgesprach|colloquio|colloqui|sollicitatiegesprek|itw|onsite|on site visit|flyout|fly out|campus visit|site visit|superday|hirevue|job talk|technical test|coding (?:challenge|test)|take ?home(?: \\w{1,12})?|online assessment|assessment|oa|hackerrank)',
    ),
    cells: 'events',
  },
  {
    field: 'interviewOn',
    pattern: within(
      '(?:phone|recruiter|hr|rh|initial|tech|technical|video|skype|zoom|intro|introductory|screening|first|second|third|final|hiring manager|prelim\\w{0,6}) (?:calls?|screen(?:ing)?|chat|round|meeting|stage)|phone|skype|zoom|(?:1st|2nd|3rd|[4-9]th) (?:round|stage|call)|(?:round|stage|rnd) ?\\d{1,2}|r\\d|final round|screening',
    ),
    cells: 'events',
  },
  {
    field: 'decidedOn',
    pattern: exact(
      '(?:final )?(?:decision|answer|outcome|result|closing|closed|close|reponse finale|entscheidung|decision finale)(?: (?:date|on|received|at|datum))|date (?:of )?(?:(?:the )?final )?(?:decision|answer|outcome|result|closed|closure)|final (?:answer|decision)|closed|date closed|reponse finale|end date|ended on',
    ),
    cells: 'events',
  },
  {
    field: 'stateOn',
    pattern: exact(
      '(?:current )?(?:status|stage|state|phase)(?: (?:change|changed|update|updated))? (?:date|on|at|since)|date (?:of )?(?:status|stage)(?: change)?',
    ),
  },
  {
    field: 'feedback',
    pattern: exact(
      '(?:reason|reasons|why|motif|grund|raison)(?: (?:for|of|given|why|de|fur) ?(?:the )?(?:reject\\w{0,4}|refus\\w{0,4}|closing|no|outcome|decision|absage|rejected|declin\\w{0,3})?)?|(?:close[ds]?|closing|reject(?:ed|ion)?|decline[d]?|archive[d]?|lost|outcome|withdrawal) (?:reason|reasons|notes?|feedback|email|mail|message|text)|(?:employer|company|recruiter|their|received)(?: s)? (?:feedback|message|answer|comments?)|feedback(?: received| from \\w{1,12})?|why (?:not|rejected|closed)|motif (?:de |du )?refus|absagegrund',
    ),
  },
  {
    field: 'appliedOn',
    pattern: exact(
      '(?:date )?(?:of )?(?:the )?(?:applied|application|applying|sent|submitted|submission|apply|candidature|postulation|bewerbung|envoi|aplicacion|solicitud)(?: (?:date|on|at|day|sent|time|datum|submitted|am))|(?:date|day|when|datum|fecha|data)(?: \\w{1,4}){0,2} (?:applied|application|applying|sent|submitted|submission|apply|candidature|candidatura|postulation|bewerbung|envoi|aplicacion|solicitud|applied for|i applied|did i apply|application sent|application submitted|cv sent)|bewerbungsdatum|beworben am|bewerbungsdatum|applied|applieddate|date envoyee?|sollicitatiedatum|date postulee?|application timestamp',
    ),
    cells: 'events',
  },
  {
    field: 'appliedOn',
    pattern: exact(
      'application|applied on|applied\\?|sent|submitted|candidature|postule|beworben|apply date|bewerbung',
    ),
    cells: 'events',
  },
  {
    field: 'savedOn',
    pattern: exact(
      '(?:date )?(?:saved|added|created|bookmarked|found|discovered|wishlisted)(?: (?:date|on|at))?|date (?:saved|added|created|bookmarked|found|discovered)|created ?at|saved ?at',
    ),
    cells: 'dates',
  },
  {
    field: 'postedOn',
    pattern: exact(
      `(?:${JOB} )?(?:date )?(?:post(?:ed|ing)?|published|publication|listed)(?: (?:date|on|at))|(?:${JOB} )?(?:date )(?:post(?:ed|ing)?|published|listed)|${JOB} post(?:ed|ing)? date|date (?:de )?publication|posted|posting date|published`,
    ),
    cells: 'dates',
  },
  {
    field: 'respondedOn',
    pattern: exact(
      '(?:date )?(?:of )?(?:the )?(?:1st |first |initial |any |company |employer )?(?:response|respond|responded|reply|replied|answer|answered|heard back|callback|call back|feedback received|reponse|antwort|ruckmeldung|respuesta)(?: (?:date|on|at|received|yes no|y n|from company|datum))?|date (?:of )?(?:1st |first |initial |the )?(?:response|reply|answer|heard back|contact back)(?: received)?|(?:did (?:i|they|you) )?(?:hear|heard|get|got|receive|received)(?: an?| any)? (?:back|response|reply|answer)(?: from \\w{1,12})?(?: date| on)?|date (?:i )?heard back|date (?:de )?(?:la )?reponse|response|reply|antwortdatum|first contact',
    ),
    cells: 'events',
  },
  {
    field: 'state',
    pattern: exact(
      '(?:(?:application|job|current|latest|final|candidate|hiring|my|overall|interview|recruitment|process) )*(?:status|stage|outcome|result|results|progress|phase|disposition|resolution|verdict)(?: (?:outcome|stage|result|of application|update|updates|so far|now))?|list|column|board|pipeline|pipeline stage|where am i(?: at)?|statut|etat|etat d avancement|avancement|estado|stand|ergebnis|resultado|resultat|esito|stato|situacao|situation|suivi|step|current step|etape',
    ),
  },
  {
    field: 'state',
    pattern: exact(
      'state|response|reponse|antwort|answer|answer from \\w{1,12}|reply|final|decision|feedback|type of response|response type|update|updates|action|offer|application|interview|heard back|applied',
    ),
    cells: 'states',
  },
  {
    field: 'appliedOn',
    pattern: exact('date|dates|datum|fecha|data|day|timestamp|when|jour|date \\(s\\)'),
    cells: 'dates',
    weak: true,
  },
  {
    field: 'interviewOn',
    pattern: exact('rounds?|call|calls|screen|meeting|test|next interview'),
    cells: 'events',
    weak: true,
  },
  {
    field: 'notes',
    pattern: exact(
      '(?:my |general |additional |other |personal )?(?:notes?|comments?|remarks?|remarques?|commentaires?|bemerkung(?:en)?|notizen|kommentare?|notas|comentarios|observaciones|observacoes|note|misc|details|thoughts|memo|opmerkingen)(?: (?:comments?|notes?|and comments|and notes|if any|etc))?|additional (?:info|information)|anmerkung(?:en)?|infos?',
    ),
  },
]
