const words = (text: string) => text.trim().split(/\s+/)

/**
 * Word classes, each by the words that belong to it. A word belongs to the first class that names it. `+s` stands for
 * the word with and without the ending.
 */
const CLASSES: Record<string, string[]> = {
  // A noun that is a verdict on whoever it is said of.
  LABEL: words(`
    idiot+s failure+s loser+s looser fraud+s impostor+s phony phoney joke disgrace embarrassment disappointment moron+s fool+s
    dunce dummy burden coward quitter screwup fuckup mess reject dud liability clown+s hack flop charlatan wreck trainwreck
    deadweight laughingstock imbecile pushover garbage trash rubbish dope chump weakling wimp nitwit halfwit simpleton numpty
    muppet underachiever washout nonentity bum waste sham wannabe pretender dimwit degenerate freak weirdo parasite
    leech lowlife trash scum dullard basketcase lemon dropout slacker cretin plonker pillock twit wally doormat spare
    blockhead airhead shambles eejit mug bungler bottler pretender con cheat letdown dinosaur fossil relic mediocrity has-been
    hasbeen misfit zero oddball blunderer afterthought filler lightweight dimwit`),
  // An adjective that is one.
  TRAIT: words(`
    bad stupid dumb pathetic worthless useless hopeless incompetent unemployable unhireable unhirable inadequate incapable unlovable
    unlikeable unlikable lazy weak broken defective boring mediocre inferior talentless clueless spineless ridiculous laughable
    damaged doomed cursed unwanted replaceable forgettable untalented undeserving unworthy thick dense idiotic feeble gutless
    brainless dull unremarkable insufferable unimpressive unwantable unteachable rubbish crap shit shitty crappy lousy
    awful terrible horrible dreadful atrocious abysmal hideous disgusting repulsive toxic dim gormless inept worst unfit
    unhinged subpar unintelligent charmless uninteresting unprofessional unreliable inarticulate irredeemable
    unsalvageable unsuitable ineffective ugly cowardly disposable washed
    rotten unattractive tragic wretched deficient hapless witless daft obtuse unpresentable unmarketable unplaceable undesirable`),
  DIE: words(
    'die died dies dying dead death kill kills killed killing suicide suicidal unalive kms overdose overdosed od',
  ),
  ALIVE: words('alive living live exist existing existence breathing breathe wake waking survive'),
  HARM: words(`
    harm harming harmed hurting cutting burn burned burning bleed bled scratch scratched scratching pills pill tablets rope noose
    blade razor wrist+s arm+s thigh+s knife gun medication bleach veins skin paracetamol`),
  EDGE: words(
    'bridge roof platform train tracks cliff balcony ledge river traffic rails overpass goodbye goodbyes tonight',
  ),
  FEEL: words(`
    sad anxious ashamed gutted devastated nervous embarrassed disappointed frustrated tired exhausted angry upset deflated
    humiliated low crushed hurt numb overwhelmed drained discouraged disheartened embarassed weepy foolish silly miserable scared afraid worried stressed flat shaken
    tense lonely sick panicky uneasy raw bitter sore teary tearful rattled demoralised demoralized jealous dread irritated lost`),
  FEELV: words('feel feels felt feeling'),
  NEVER: words('never'),
  ALWAYS: words('always constantly everytime invariably forever perpetually continually'),
  ALL: words(`
    everyone everybody everything nothing nobody anyone anybody anything none every all whole entire ever anywhere nowhere
    everywhere`),
  UTTERLY: words(
    'completely totally utterly absolutely fundamentally entirely hopelessly purely truly basically genuinely inherently',
  ),
  FUT: words('will going shall'),
  NOT: words('not no without neither nor hardly barely'),
  HIRE: words(`
    hire+s hired hiring job+s offer+s employ employed employs employer employment position+s role+s pick picks picked choose
    chooses chose chosen accept accepted accepts succeed succeeds success promoted work working
    recruit recruited shortlisted shortlist chance+s contract+s post selected select engaged appoint appointed prospects
    callback+s interview+s profession field industry`),
  OTHERS: words(`
    they them panel interviewer+s recruiter+s hr committee board team boss employer+s company companies
    principal headteacher director+s partner+s supervisor owner matron he she him her their foreman matron
    ceo founder+s professor dean examiner+s client+s agency agent+s judges`),
  MIND: words(`
    think thinks thought see sees saw know knows knew notice noticed realize realizes realized decide decided assume
    assumed conclude concluded judge judged judging laugh laughed laughing laughs pitied pitying regret regretted hate hated despise
    despised wonder wondered wondering sense sensed tell view viewed consider considered find found pegged dismissed smelled smelt
    believe believed figured looked looking seen regretting clocked spotted hoped`),
  GUESS: words('must probably surely obviously clearly definitely bet certain sure doubtless undoubtedly'),
  SAY: words(`
    said says told tells wrote writes mentioned mentions noted called calls commented explained remarked informed added
    answered replied pointed described stated states suggested suggests reported announced insisted claimed criticised
    criticized read reads rated complained warned labelled labeled quoted shouted yelled snapped saying telling passed muttered underlined implied hinted admitted conceded maintains reckons reckoned texted emailed revealed`),
  SAYN: words(
    'feedback comment+s verdict note+s email letter review assessment report scorecard evaluation remark+s',
  ),
  SHOULD: words('should ought'),
  PLAN: words(`
    next tomorrow before practise practice rehearse prepare study review bring draft list schedule plan plans planned learn
    research ask slower pause breathe memorise memorize revise refresh rehearsed follow chase`),
  DISTANCE: words(
    'caught noticing critic tempted story distortion habit script labelling labeling brain voice',
  ),
  TIME: words(`
    minute+s hour+s monday tuesday wednesday thursday friday saturday sunday day+s week+s month+s year+s today yesterday january
    february april june july august september october november december morning afternoon evening round+s stage
    quarter night weekend season`),
  NUM: words(`
    one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred once twice half
    third second first fourth fifth dozen`),
  FAULT: words('fault blame blamed ruin ruined ruins cost responsible jinxed jinx'),
  PITY: words(`
    pity luck lucky fluke mercy charity courtesy polite politeness kindness sorry quota favour favor desperate accident
    nice politely box formality clerical sympathy humouring humoring numbers diversity fooled tricked fluked`),
  PUNISH: words(`
    punish kick slap kicking hate loathe despise disgusted disgust shame idiotically unforgivable forgive disgusts sickens
    damn bloody fucking stupidly curse cursing`),
  BAD: words(`
    rejected rejection+s bombed failed fail fails failing missed forgot froze freeze blanked stumbled rambled mumbled late
    blew messed screwed mucked botched flunked flopped choked fluffed lost sank tanked fumbled stuttered stammered wrong
    worse mistake+s error+s weakness weaknesses gap+s slip+s fucked`),
  DESERVE: words('deserve deserved deserves deserving earned'),
  WANT: words('want+s wanted need+s'),
  LIFE: words('life career future world existence reputation name'),
  SELFN: words(
    'person man woman human mother father nurse teacher engineer developer programmer cook chef lawyer scholar designer candidate employee worker driver mechanic pilot mum dad salesman daughter son wife husband guy girl bloke lad kid writer manager leader adult professional',
  ),
  WORTH: words(
    'enough worthy worth worthwhile belong belongs valuable good smart clever able capable talented gifted bright special likeable interesting',
  ),
  KINDOF: words('like kind type sort'),
  POS: words(`
    calm proud pleased well better improved great strong happy prepared confident clear clearly solid liked enjoyed glad relieved
    curious hopeful progress`),
}

/** Function words and pronouns keep their own place in the patterns that the model sees. */
const KEPT = new Set(
  words(`i me my myself mine you your he she it its we us our they them a an the this that these those is am are was were be been being
    have has had do does did can could would may might should must to of in on at for with from by as if then than because so but
    and or when while after who what why how where which just only even such too very really more most less least out up get got gets getting make makes made let go goes
    not no there here again still yet any some same other another someone anyone self also maybe perhaps`),
)

const classOfWord = new Map<string, string>()
for (const [name, members] of Object.entries(CLASSES)) {
  for (const member of members) {
    const [stem = '', ending] = member.split('+')
    for (const word of ending ? [stem, stem + ending] : [stem]) {
      if (!classOfWord.has(word)) classOfWord.set(word, name)
    }
  }
}

const GUARDED = new Set(['LABEL', 'TRAIT', 'NEVER', 'ALWAYS', 'ALL'])

/** A word with one letter left out: two words share such a form when they differ by one slip of the fingers. */
const without = (word: string, at: number) => word.slice(0, at) + word.slice(at + 1)

const slips = new Map<string, string>()
for (const [word, name] of classOfWord) {
  if (word.length >= 5 && GUARDED.has(name))
    for (const form of [word, ...Array.from(word, (_, at) => without(word, at))])
      if (!slips.has(form)) slips.set(form, word)
}

/** What a letter counts in the sum of a word; few words of other letters have the same. */
const weightAt = (word: string, at: number) => word.charCodeAt(at) ** 3
const sumOf = (word: string): number => {
  let sum = 0
  for (let at = 0; at < word.length; at++) sum += weightAt(word, at)
  return sum
}
/** Tells cheaply of most forms that they are none of the slips, before they are spelt out. */
const sumsOfSlips = new Set(Array.from(slips.keys(), sumOf))

/** Words in their own right that are one slip away from a word of the lexicon. */
const NO_SLIPS = new Set(
  words(`closer loses lose losses loose loss ouse nerve ever even fever lever sever level fool food foot tool pool cool flow slop
    stop drop top mass less miss guess boss jobs rolls rule ruled poll pole tole hole whole wholes while white lays lazily laze
    hay gazy hazy crazy weal week weed wear peak leak beak speak dance dune dense sense tense thin thing think trick thicker
    track tick boring boing bring borrow burning turning broke broker brother awfully lawful terrific horribly offered offers
    office officer coffee jobless poster posted posting posit wants ants paints picks packed picker chased choice chooser
    career careful carer careers walk worker worked works word world worm fork finds find futures feature featured fielded
    yield fields accepts except excepted invest industrial away ways alway awake every very ever forever clever never neve seven
    evens usual casual actual reject rejects wrecks waist taste haste paste wasted waster wastes jokes joker poke yoke woke
    frauds flops plop hacks back pack lack snack track shack clowns crown cloud flown brown clow cons con once coin corn
    mug mugs hug bug drug bums bun sum gum cheap cheats heat chat chest wheat charm charming selfless rollers reuse unless uses
    sparse spade space spares shares share scare square stare spear mash mesh messy mess meds menu thank thanks slown
    flow glow grow show know snow blow low plow slot slo dump dumb numb thumb plumb durable dim dime aim him rim doom dooms
    rooms room tragedy trashed crash brash thrash rash pick work chance change chances changes offer inferiors superior`),
)

const lettersOf = (word: string) => [...word].sort().join('')

/** A word of five letters is only taken for another where two letters inside changed places. */
const isSlipOf = (word: string, meant: string): boolean => {
  if (word[0] !== meant[0]) return false
  if (word.length > 5 && meant.length > 5) return true
  return word.at(-1) === meant.at(-1) && lettersOf(word) === lettersOf(meant)
}

/** The word of the lexicon that an unknown one means, where the fingers slipped in one of five letters or more. */
const unslipped = (word: string): string => {
  if (word.length < 5 || NO_SLIPS.has(word)) return word
  const known = slips.get(word)
  if (known) return known
  const sum = sumOf(word)
  for (let at = 0; at < word.length; at++) {
    if (!sumsOfSlips.has(sum - weightAt(word, at))) continue
    const found = slips.get(without(word, at))
    if (found && isSlipOf(word, found)) return found
  }
  return word
}

/** A word as it was meant, and its class: a class of the lexicon, a small word itself, `0` for a figure, or `*`. */
export type Reading = readonly [word: string, name: string]

const known = new Map<string, Reading>()
for (const word of KEPT) known.set(word, [word, word])
for (const [word, name] of classOfWord) known.set(word, [word, name])

export const read = (token: string): Reading =>
  known.get(token) ?? known.get(unslipped(token)) ?? [token, /^[$\d]/.test(token) ? '0' : '*']
