import { exact, JOB, type Synonym, within } from './heading-synonyms.ts'

/** Headings of the role that no event could claim. Read first. */
export const PLAIN_HEADINGS: Synonym[] = [
  {
    field: 'url',
    pattern: exact(
      `(?:(?:${JOB}|application|apply|posting) )*(?:url|link|links|lien|web ?link|hyperlink|href|enlace|liga)s?|lien (?:de l )?(?:offre|annonce)|link to (?:the )?(?:${JOB}|application|posting|description)(?: description)?|url (?:de l )?(?:offre|annonce)|job ?url|application (?:link|url)|website link|stellenlink|link zur (?:stelle|anzeige)|job (?:ad|advert)`,
    ),
  },
  {
    field: 'resumeVersion',
    pattern: exact(
      '(?:resume|cv|lebenslauf|curriculum)(?: (?:name|version|used|file|sent|submitted|title|type))?|(?:which|what) (?:resume|cv)(?: used| version)?|version (?:of )?(?:the )?(?:resume|cv|du cv)|(?:tailored|customi[sz]ed) (?:resume|cv)',
    ),
  },
  {
    field: 'reference',
    pattern: exact(
      `(?:(?:${JOB}|req|requisition|application|external|internal|candidate|posting) )*(?:id|number|no|nr|num|ref|reference|code|requisition|req)(?: (?:id|number|no|nr|num))?|requisition|kennziffer|referenznummer|numero (?:d )?offre`,
    ),
  },
  {
    field: 'workMode',
    pattern: exact(
      '(?:is )?(?:it )?(?:fully )?(?:remote|hybrid|onsite|on site|in office)(?: (?:or|and) (?:remote|hybrid|onsite|on site|in office|in person|not)| (?:remote|hybrid|onsite|on site|in office|in person|option|ok|friendly|work|policy|status|job|position|type|yes no|y n)){0,4}|(?:work|working|workplace|office|location|job location)(?: \\w{1,11})? (?:mode|type|model|arrangement|setting|style|setup|policy|environment|site|option)|attendance|work ?mode|workplace(?: type)?|workplacetype|teletravail|homeoffice|home office|modalite|modalidad|presence|wfh|work from home',
    ),
    cells: 'modes',
  },
]

/** Headings that tell what the role is. Read after the events. */
export const FACT_HEADINGS: Synonym[] = [
  {
    field: 'contacts',
    pattern: exact(
      'contacts?(?: persons?| people| names?)?|recruiters?(?: name)?|hiring manager|ansprechpartner(?:in)?|ansprechperson|contacto|interlocuteur',
    ),
    cells: 'words',
  },
  { field: 'tags', pattern: exact('(?:my )?(?:tags|labels|keywords|etiquettes|schlagworte|etiquetas)') },
  {
    field: 'url',
    pattern: exact(
      `(?:job )?(?:website|site|web|posting|listing|annonce|anzeige|job description|jd|description|ad|offre|offer|source|apply|application)(?: site| page| website)?`,
    ),
    cells: 'urls',
    weak: true,
  },
  {
    field: 'salaryMinimum',
    pattern: exact(
      '(?:min|minimum|lower|low|from)(?: \\w{1,12})? (?:salary|pay|compensation|comp|wage)|(?:salary|pay|compensation|comp|wage)(?: range)? (?:min|minimum|low|lower|from|floor)',
    ),
  },
  {
    field: 'salaryMaximum',
    pattern: exact(
      '(?:max|maximum|upper|high|to)(?: \\w{1,12})? (?:salary|pay|compensation|comp|wage)|(?:salary|pay|compensation|comp|wage)(?: range)? (?:max|maximum|high|upper|to|ceiling|cap)',
    ),
  },
  { field: 'salaryCurrency', pattern: exact('currency|(?:salary|pay) currency|devise|wahrung|moneda') },
  {
    field: 'salaryPeriod',
    pattern: exact('(?:salary|pay|wage|compensation) (?:period|type|interval|frequency|unit|basis)|per'),
  },
  {
    field: 'other',
    pattern: within(
      '(?:expected|desired|target|asking|requested|current|previous|my|min acceptable) (?:salary|pay|compensation|rate)|salary (?:expectations?|requirements?|asked|expected|requested|wanted)|gehaltswunsch|gehaltsvorstellung|pretentions?',
    ),
  },
  {
    field: 'salary',
    pattern: exact(
      '(?:\\w{1,12} )?(?:salary|pay|compensation|comp|wage|wages|remuneration|salaire|gehalt|sueldo|salario|stipendio|tc|tjm|lohn|vencimento)(?: (?:range|rate|amount|band|scale|offered|info|bracket|(?:in )?(?:usd|eur|gbp|chf|cad|aud|nzd|inr|sgd|sek|nok|dkk|pln)|k|yearly|annual|hourly|posted|estimate|est|package|annuel|brut|package details))?|(?:hourly|day|daily|pay) rate|rate|ctc|package|fourchette (?:de )?salaire',
    ),
  },
  {
    field: 'employmentType',
    pattern: exact(
      '(?:employment|contract|engagement|hire)(?: type| kind| status)?|type (?:of )?(?:de )?(?:contract|employment|contrat|job)|(?:full|part) ?time(?: or)?(?: (?:part|full) ?time)?|contrat|beschaftigungsart|anstellungsart|arbeitszeit|tipo (?:de )?contrato|employmenttype|commitment',
    ),
    cells: 'employment',
  },
  {
    field: 'employmentType',
    pattern: exact('(?:job|position|role|work)? ?type|level|category|hours|schedule'),
    cells: 'employment',
    weak: true,
  },
  {
    field: 'company',
    pattern: exact(
      '(?:(?:name (?:of )?(?:the )?|hiring |target )?(?:company|compagny|comapny|employer|organi[sz]ation|organisation|firm|entreprise|societe|unternehmen|firma|arbeitgeber|empresa|compania|azienda|bedrijf|werkgever|institution|school|university|college|startup|business|employeur|companhia|org))(?: (?:name|applied to|applied|title|nom|applied for))?|nom (?:de )?(?:l )?(?:entreprise|societe)|company(?: name)? (?:and|&) location|firmenname|nombre (?:de la )?empresa|companyname|companies|company organization|company institution',
    ),
  },
  {
    field: 'company',
    pattern: exact(
      'client|agency|recruiter|recruiting (?:agency|company|firm)|who|where|brand|name|lab|department|hospital|district|studio|place of work|agence|cabinet',
    ),
    cells: 'words',
    weak: true,
  },
  {
    field: 'roleTitle',
    pattern: exact(
      `(?:(?:job|role|position|posting|vacancy|open|target|applied|work) )*(?:title|role|roles|position|positions|job|job ?title|vacancy|opening|function|designation|jobs)(?: (?:title|name|applied for|applied to|applied|applying for|description))?|name (?:of )?(?:the )?(?:job|role|position)|(?:job|position|role) name|jobtitle|poste|intitule(?: (?:du |de )?(?:poste|offre|l offre))?|stelle|stellenbezeichnung|stellentitel|berufsbezeichnung|bezeichnung|puesto|cargo|vaga|ruolo|posizione|functie|vacature|titre(?: du poste)?|titel|metier|titulo|opportunity`,
    ),
    cells: 'words',
  },
  {
    field: 'location',
    pattern: exact(
      `(?:${JOB} |office |work |company )?(?:location|locations|place|city|town|lieu|ville|ort|standort|arbeitsort|ubicacion|ciudad|localizacao|localidade|locatie|luogo|sede|citta|plaats|localisation|address|base|geography)(?: (?:name|city|state|country|of (?:job|work))){0,3}|city state|location city|where is it|lieu de travail`,
    ),
  },
  {
    field: 'location',
    pattern: exact('country|state|region|area|pays|land|pais|province|office|departement'),
    cells: 'words',
    weak: true,
  },
  {
    field: 'source',
    pattern: exact(
      `(?:(?:job|application|applied|lead|posting|listing|candidate) )*(?:source|board|platform|portal|channel|medium|origin|fuente|canal|quelle|herkunft|fonte)(?: (?:name|used|of (?:application|job|lead)|found|applied))?|(?:job|application|applied|applying|search) (?:site|website)|job ?boards?|jobsource|(?:where|how)(?: \\w{1,5}){0,3} (?:find|found|hear|heard|apply|applied|discover|see|saw)(?: \\w{1,8}){0,3}|(?:found|applied|apply|heard|discovered|seen|submitted|sourced|posted|advertised)(?: \\w{1,5})? (?:on|via|through|thru|at|from|with|by|using|where)|via|found|method|application method|method of application|applied where|referral source|referred by|trouve (?:sur|via)|plateforme|plattform|gefunden (?:auf|uber|bei)|lieu de l annonce|how`,
    ),
    cells: 'words',
  },
  {
    field: 'source',
    pattern: exact(
      'website|site|web|recruiter|agency|referral|referral yes no|contact type|type of application|referred|through',
    ),
    cells: 'words',
    weak: true,
  },
  {
    field: 'rolePart',
    pattern: exact(
      'discipline|field|department|area|speciali[sz]ation|specialty|subject|type|category|team|job type|position type|domain|track|function|profession|filiere',
    ),
    cells: 'words',
    weak: true,
  },
]
