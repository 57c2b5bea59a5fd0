/**
 * Names and by-names that are English words as well: in small letters the word is meant more often than the bearer.
 * Our own table, of given names, surnames and by-names usual in England.
 */
const NAMES_THAT_ARE_WORDS = `
abbot ace amber angel april archer art ash august aurora autumn bailey baker barber barker basil bay bear bee bell berry bill bishop blaze bliss blossom blue bob
bond booth bow boy brand brandy breeze brook brooke brown buck buddy bull bunny burn bush butcher butler buzz can candy carol carter castle chance chase chef chip
cherry chief christian chuck clay clover cloud coal cole cook coop cooper court coral crane crystal curt dale dan daisy dale dawn day dean deep destiny dick dot
drew duke dusk dusty earl early east ebony echo elder ember eve ever faith fay fern field finch finn fish fisher flash flint flora flower ford forest fox frank
free french friend garden garland gene gentle george ginger glen glory golden grace grant gray green grey gull gypsy hail hall hand happy hardy harmony
hart hash hawk hazel heath heather heaven henna hill holly honey hood hope hunt hunter iris iron ivory ivy jack jade jasmine jay jewel jet job jolly joy joyce june
junior justice key king kit kitty knight lace lacey lady lake lamb lane lark laurel lavender lee lily lion little long lord love lucky lyric mac maple mark marsh
marshall mason max may meadow mel melody mercy miller mills misty mo moon moore moss myrtle neat nest nick noble north nova oak ocean olive opal orchard page paige
park parker pat patience patty pearl penny petal pete peter pie pike piper pop poppy porter potter pound precious price prince princess prudence quill rain raven
ray red reed reef rich rob robin rock rod roman rook rose rowan royal ruby rue rush rust sage sailor sand sandy saint savage scout sharp shaw shine short sky skip
slim smart smokey smoky snow sparrow spike spring star stone storm sue summer sunny swan swift tanner taylor temple tiger tiny trinity trip troy turner 
tyler vale van vic violet vine walker wall ward warden water webb west wheeler white wild will wills willow winter wise wolf wood woody wren young yule`;

const WORDS = new Set(NAMES_THAT_ARE_WORDS.trim().split(/\s+/));

/** Is this name a word as well, so that in small letters it names nobody? */
export function isAlsoAWord(name: string): boolean {
  return WORDS.has(name);
}
