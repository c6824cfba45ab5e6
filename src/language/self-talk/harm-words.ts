import { kindsBy } from './kinds.ts'

/**
 * Kinds of words that tell harm to oneself from what sounds like it, by the words of each. A word may be of several: the
 * model weighs how they stand together.
 */
export const harmKindsOf = kindsBy({
  DEATH: `die dies died dead death dying deceased coffin grave graves buried bury funeral widow obituary obituaries corpse
    heaven ashes hymns dye burial ghost`,
  KILL: `kill kills killing killed kms unalive unaliving suicide suicidal sucidal suicidle sewerslide ctb hang hanging hanged
    drown drowning drowned strangle strangling stab shoot shooting jump jumping jumped leap overdose overdosed od kil`,
  LIFE: `life live living alive exist existing existence breathe breathing breath born wake woke woken waking wakes survive
    survived surviving lives heart`,
  MEANS: `rope ropes noose pills pill tablets tablet paracetamol insulin codeine tramadol morphine diazepam medicine medicines
    meds medication packet packs blister dose doses method methods poison bleach cyanide gas hose hosepipe exhaust pipe gun shotgun
    rifle pistol revolver trigger hook beam ceiling fan scarf dupatta belt cord cable helium garage barn shed bath razor razors blade
    blades knife knives lighter scissors drawer cabinet stash bottle vodka charcoal antifreeze needle ligature`,
  PLACE: `bridge bridges viaduct cliff cliffs roof rooftop ledge railing railings rail rails platform tracks track train trains lorry
    truck trucks bus reservoir lake river sea ocean water canal weir quarry kerb traffic pylon pillar wheel overpass express edge
    balcony parapet crossing tree wall floor window height wagon wagons lay-by boat`,
  BODY: `wrist wrists arm arms forearm thigh thighs leg legs skin blood bleed bleeds bled scars scar veins vein stomach throat neck
    head face hand feet temple mouth ankle`,
  HURT: `cut cuts cutting burn burning burned burnt burns scald scalded punch punched hit hitting banging bruise bruised starve
    starving relapsed relapse slit slash scratch scratched scratching stubbed harm harming harmed hurt hurting hurts punish punishment
    punishing deserve deserved deserves stuck bit swallowed swallow injure pain blistered purple clean`,
  FAREWELL: `goodbye goodbyes farewell bye forgive forgiveness sorry letter letters note notes envelope envelopes entry passwords
    will insurance papers keys folder love loved thank last bureau read reads`,
  SETTLE: `gave given give giving rehomed sold cancelled canceled tidied cleaned cleared signed deleted paid closed left leaving put
    written wrote finished sorted scheduled arranged`,
  KIN: `mum mam mom mother dad father amma appa wife husband kids children kid child sons daughter daughters son girls boys sister
    brother parents family neighbour neighbor friend friends lads nan gran grandmother grandfather partner girlfriend boyfriend`,
  PET: 'dog dogs cat cats hens horse cows ferrets rabbit hamster guitar bike',
  WHEN: `tonight tomorrow monday tuesday wednesday thursday friday saturday sunday christmas birthday weekend week night nights day
    morning mornings month winter spring summer autumn year afterwards after until till before soon january february march april may june
    july august september october november december today once`,
  DECIDE: `decided decide decision plan planned plans planning intend intending intended picked pick chosen chose settled set fixed
    ready going will would might could promised mind want wanted wish wished hope hoping hoped pray think thinking thought thoughts need
    date intention`,
  SEARCH: `google googled googling searched search searching looked looking look typed reading forum forums history researching
    research checked checking asked painless ways way fatal lethal enough how long high`,
  LEAVE: `over end ending ended ends finish finishing stop stopping stopped leave go gone exit out away check sleep asleep rest peace
    peaceful quiet disappear vanish calm calmer switched off let done through past join joining`,
  BURDEN:
    'burden worth better relief relieved without miss missed notice noticed nobody easier rid cost world reason point',
  TRIED:
    'tried try attempt attempted attempts nearly almost pumped ambulance hospital failed second third again courage guts nerve stopped talked step stepped drove stood climbed swerved walked wheel',
  JOB: `interview interviews offer offers recruiter recruiters cv application applications rejection panel job jobs role company
    salary manager hr agency employer hire hired hiring contract presentation slides code email portfolio start notice deck`,
  WORK: `patient patients client clients pupil pupils student students caller callers resident residents ward helpline hotline
    safeguarding charity training trainer coroner vet pharmacy pharmacist undertaker insurer policy dissertation thesis novel film script
    prevention awareness question scenario role-play roleplay exam volunteer volunteering risk assessment placement paramedic police
    lifeguard chef butcher climbing inquest crematorium course module statistics case moderator qualification shift`,
  SELF: 'i me my myself mine meself mysefl',
  OTHER: 'he she they him her them his hers their you your we our us somebody someone anyone people',
  NOT: 'not no never without none nothing neither nor zero any nowhere',
  TOLD: 'asked asks ask told tell said says say ticked answered wrote explained question questionnaire leaflet',
  LAUGH:
    'lol haha lmao omg laugh laughing laughed joke joking embarrassment embarrassed embarrassing shame boredom funny bro swear',
  WELL: 'fine glad grateful happy good true honest only tired proud safe',
})
