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

/** The next word is somebody, in whatever letters. */
export const INTRODUCE_A_NAME = set('called uncle auntie aunty aunt cousin mr mrs ms miss');

/** What comes next with a capital is somewhere. */
export const STAND_BEFORE_A_PLACE = set('at in to near from outside by under behind round via up');
