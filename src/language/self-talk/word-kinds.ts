import { kindsBy } from './kinds.ts'

/**
 * Kinds of words by what they may say of a person: an animal or a thing to compare with, praise and what explains it away,
 * an end, a place among others. The model weighs how they stand together.
 */
export const kindsOf = kindsBy({
  ANIMAL: `
    dog dogs donkey cat horse monkey goat sheep pig pigs rat rats mouse raccoon cow chicken hen goldfish parrot
    ape mule slug snail worm cockroach pigeon ostrich fish ox bear lamb turkey hamster toad frog jellyfish dodo
    fox insect fly flea lapdog bird creature beast duck puppy pony camel`,
  THING: `
    furniture chair door wall bucket lamp sofa ottoman decoration ornament carpet box bag shelf plant cushion
    mat brick toaster kettle printer spoon mop candle vase statue puppet mannequin robot machine tyre cardboard
    carton wallpaper coat rag sponge stapler potato egg vegetable onion toast cabbage soup porridge bread apple
    prop umbrella plank stone rock clock fridge lampshade curtain stool bench broom bottle cup mug plate tin
    card engine battery drawer pot kit balloon photocopier chatbot calculator doll toy tool stamp ghost shadow
    noise background scarecrow lump sack stump lightbulb rope pebble cutout costume suit pen paperweight
    placeholder caption footnote comma typo product brochure item stock`,
  WASTE: `
    skip bin drain leftovers leftover crumbs crumb scraps scrap dregs landfill dustbin dump junk litter remains
    bargain discount expired faulty spoiled unwanted surplus outdated obsolete stale rust rusty dusty empty
    hollow void blank vacant rotten sour mould mouldy refund returned unsold`,
  RUIN: `
    burn burned burnt bury buried wreck collapse collapsed sank sink scattered spoiled spoil threw thrown wasted
    waste botched broke break crash crashed smash smashed tarnish stained stain poison poisoned drowned soured
    sour torpedoed destroyed destroy demolished undone undid erased sabotage sabotaged tarnished turned withers
    crumble crumbles crumbled sinks shatter shattered dragged disaster catastrophe calamity apocalypse tragedy
    ashes smoke rubble dust vapor vapour`,
  ENDING: `
    over finished done end ended ends ending closed shut dead gone final curtains lost sailed grave funeral
    coffin finito goodnight goodbye retire extinct obituary retirement cemetery expiry sealed locked`,
  SMALL: `
    only merely just little tiny small mere least bottom low below lower lesser half junior minor beneath
    underneath under last slow slowest`,
  OUTSIDE: `
    belong outsider intruder tourist guest visitor stranger uninvited gatecrasher pretend pretending fake faking
    acting mask dressed disguise borrowed counterfeit pretended posing act actor cosplay costume forged forgery
    bluff bluffing passing masquerade fooling fooled conned scam chancer codding kidding`,
  REVEAL: `
    found caught exposed unmasked underneath mask behind real truth true discover discovered confirmed confirm
    confirms reveal revealed showed shows prove proved proof proves persona evidence`,
  PRAISE: `
    praised praise compliment compliments complimented kind lovely great loved impressed thanked thank thanks
    excellent brilliant award prize passed congratulate congratulated best top wonderful fantastic amazing
    applause smile smiled superb welcome smart insightful interesting strong fine glowing flattering nodded
    references recommended success medal honours distinction`,
  CAUSE: `
    manners polite courtesy numbers fill filler quota box tick ticked diversity desperate dropped cancelled
    short accident easy template weather misclick mistake formality policy rules obliged obligation required
    dared legally practice spare bored tired hungry drunk hurry anybody whoever anyone else lottery algorithm
    kindness`,
  LOOK: `
    look looked looking eyes eye face glance glanced stare stared smile smiled nod nodded yawn yawned sigh
    sighed frown frowned eyebrow eyebrows smirk smirked grin grinned whispered whispering whisper scribbled
    voice tone silence expression watched watching camera muted pity gaze gazing behind joke gossip gossiping
    mocking mocked entertainment group chat slack`,
  PERSON: `
    people person man woman lad lads fella somebody someone anybody mate bloke girl girls boy candidate men
    women folk guy sort crowd child kid kids children human mother father self fellow gentleman lady adult`,
  ROLE: `
    engineer nurse foreman analyst teacher chef cook waiter driver plumber electrician lawyer solicitor
    barrister doctor surgeon pharmacist banker accountant designer developer programmer manager leader director
    officer clerk secretary assistant researcher scientist professor lecturer librarian musician actor artist
    writer journalist editor salesman consultant professional expert scholar carpenter farmer carer intern
    trainee graduate student apprentice impostor specialist technician builder labourer mechanic pilot architect
    supervisor coordinator buyer planner clinician practitioner sister matron`,
  WORKTHING: `
    cv resume deck slide slides portfolio presentation answer answers question questions sample test exercise
    task case spreadsheet email letter code form application document file notes script template certificate
    figure date name typo word words sentence example examples pitch brief quote report audit budget query
    folder link version track agenda minutes licence`,
  SKILL: `
    sql excel maths math grammar english python accent pronunciation javascript statistics phonics wiring
    cooking typing driving french german spelling accounting regulations java negotiation recursion algebra
    pricing dosage drainage`,
  PLACE: `
    room office building table lobby site ward shop school court kitchen car bus train home street town city
    country stairs corridor lift toilet bathroom desk reception theatre hospital branch floor factory warehouse
    garage lab`,
  BODYPART: `
    hands hand mouth stomach heart throat knees knee brain brains head legs chest tongue teeth skin gut guts
    bones nerves cheeks neck ears nose`,
  DID: `
    started began asked answered spoke talked waited sat stood walked arrived sent applied called rang mixed
    forgot explained drew wrote counted typed gave read named mentioned skipped interrupted confused repeated
    paused checked prepared practised attended submitted corrected dropped shook lost pronounced calculated
    quoted scored compared took missed brought ran`,
  TRYING: `
    try trying practise practice improve improving fix rehearse rehearsing learn learning revise book sign
    signed join course training plan planning aim start write writing read reading ask bring record recording`,
  SCOLD: `
    genius champ hero champion bravo clap congratulations congrats princess sunshine captain einstein sherlock
    professor madam sir oga boss mastermind legend king queen clever nice well done idiot stupid fool eejit ape
    donkey masterclass expert ladies gentlemen pathetic shame shameless`,
  FATE: `
    born destined fate written god stars curse cursed destiny meant forever blood dna bones genes made wired
    nature doomed supposed heaven gods universe luck lifetime eternity`,
  EVER: `
    ever again never until till forever grave retire rest life lifelong eternity century decade ages always
    permanently indefinitely whatever matter`,
  RIVAL: `
    others colleagues classmates batchmates brother sister friends peers competitor competitors real proper rest
    everyone else normal better people neighbour cousin siblings twin graduates youngsters`,
  OUTER: `
    strike budget freeze frozen funding merger layoff layoffs restructure restructured cancelled recession
    market economy grant vacancy internal headcount withdrawn paused bankrupt withdrew quit resigned sick
    weather snow delay traffic crash scrapped sold closed company policy`,
  HEDGE: `
    maybe perhaps probably might could possibly likely guess presumably reckon suppose think unlikely odds
    chance chances expect doubt seems`,
  NARROW: `
    partly bit part some time today yesterday once here twice sometimes occasionally mostly slightly rather
    quite several few couple`,
  FIT: `
    enough level standard mark scratch material calibre league grade worthy cut built made qualified capable
    suited fit ready able up class right`,
  RIGHT: `
    business right place excuse need needed allowed deserve reason wanting thinking dream dreaming hoping
    applying expecting aspire showing turning trying bothering pretending`,
  BLAME: `
    fault blame because cause caused responsible guilty jinx jinxed spoiled ruined punishment reason brought
    soured upset tempted killed drove scared frightened put`,
  HURT: `
    cry cried crying tears sobbed gutted sore sting stung ache heavy weep wept grief hurts pain hollow`,
  MONEY: `
    salary rent pay wage money bills pension mortgage fee cost price bonus pounds euros dollars`,
})
