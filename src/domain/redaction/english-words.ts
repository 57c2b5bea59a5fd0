/** Our own tables of English words, in small letters and plain Latin. */
const set = (words: string): ReadonlySet<string | undefined> => new Set(words.trim().split(/\s+/));

/** Written with a capital, and nobody's name: days, months, feasts, peoples, words of kinship and address, marks and offices. */
export const NO_NAMES_WITH_A_CAPITAL = set(`
i im ive id ill a an the ok okay monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
january february march june july august september october november december jan feb aug sept oct nov dec easter christmas xmas eid ramadan diwali halloween
english british welsh scottish irish polish romanian vietnamese albanian somali arabic urdu french german european asian african muslim christian catholic london
mum mam mom mummy dad daddy nan nana nanna gran grandad granddad grandma auntie aunt uncle mr mrs miss ms mx dr sir madam sister brother
year uk england gp nhs tv id dvd pe a4 cctv camhs ehcp pru rhi iro lac cse cce nrm yot yjs dvla sim wifi snapchat snap instagram insta tiktok facebook whatsapp google youtube xbox
god home office police day remembrance`);

/** Begin a sentence with a capital before a verb, are none of the lexicon's words, and nobody: things, and those who are told by what they do. */
export const BEGIN_AND_NAME_NOBODY = set(`
vape taxi uber mobile iphone airpods charger hoodie trainers tracksuit joggers rucksack backpack bracelet necklace earring earrings e-bike moped scooter skateboard cannabis weed spice ket
cocaine vodka cider alcohol cigarettes spliff nitrous balaclava machete knife social teacher headteacher mentor caseworker childminder granddad stepdad stepmum stepfather stepmother stepbrother
stepsister roommate housemate flatmate bouncer shopkeeper paramedic paramedics ambulance detective sergeant constable handler safeguarding bedroom hallway curfew whereabouts paperwork email emails
voicemail screenshot screenshots wi-fi facetime messenger discord telegram signal roblox playstation netflix spotify`);

/** Three letters or two beside figures that are a word, and none of a registration: "on 12 May", "the 42a". */
export const NO_PART_OF_A_PLATE = set(`
am an as at by do go he if in is it me my no of on or so to up us we jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun
and any are but day did for get got had has her hes him his hrs its lad man men min new not now off old one our out per red saw she ten that the two was way who why yrs you bus age`);

/** The next word is somebody, in whatever letters. */
export const INTRODUCE_A_NAME = set('called uncle auntie aunty aunt cousin mr mrs ms miss');

/** What comes next with a capital is somewhere. */
export const STAND_BEFORE_A_PLACE = set('at in to near from outside by under behind round via up');

/** In "dave from the garage" or "two older lads" these name nobody. */
export const NAME_NOBODY = set(`
an and or of from at in on by to with for who whos aged old near about not is was were are has had known unknown unnamed unidentified same other another some any many lots few several two three
he she they it this that his her their my our your him them one ones man men woman women male males female females boy boys girl girls lad lads lass adult adults person people
child children kids teenager teenagers youth youths young older younger best close good new group gang peers peer friend friends mate mates boyfriend girlfriend partner cousin
cousins sibling siblings family families parent parents carer carers foster staff worker workers social school college neighbour neighbours stranger strangers associate associates
residents resident nobody none alone self themselves yes no nil na`);

/** What police and homes write of with whom a child was, and nobody is called. */
export const BEGIN_A_REPORT = set(`
last seen was were is been being went gone going left leaving leave got getting picked collected met meeting with without walked walking ran running entered entering sitting standing talking speaking
spoke said told believed thought possibly maybe perhaps probably likely reportedly apparently allegedly usually often sometimes always never only also just then there here when where while after before during
since until his her their he she they it we our this that these those both either all none nothing noone no not but so as by into out off away up down along together friend friends boyfriend girlfriend
driver driving car taxi bus train unidentified unnamed group`);

/** Behind these even a name in small letters is one: "her mate jade". */
export const INTRODUCE_A_FRIEND = set('friend mate cousin boyfriend girlfriend partner');
