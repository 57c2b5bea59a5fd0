/** Our own tables: what places, schools and vehicles are called in England. Written in small letters. */
export const SCHOOL_WORDS: readonly string[] = [
  'school', 'academy', 'college', 'high', 'primary', 'juniors', 'junior', 'infants', 'grammar', 'comprehensive', 'comp', 'sixth form', 'nursery', 'high school', 'primary school',
];
/** What stands behind a name and makes a place of it. */
export const VENUE_WORDS: readonly string[] = [
  'car park', 'coach park', 'skate park', 'retail park', 'industrial estate', 'estate', 'bus station', 'station', 'interchange', 'multi-storey', 'multistorey', 'park', 'flats',
  'hostel', 'hotel', 'inn', 'arms', 'club', 'gym', 'quarry', 'amusements', 'caravan park', 'car wash', 'shopping centre', 'centre', 'market', 'bridge', 'cemetery', 'woods', 'farm',
  'services', 'library', 'leisure centre', 'arcade', 'garage', 'allotments', 'docks', 'harbour', 'marina', 'beach', 'pier', 'hospital', 'surgery', 'church', 'mosque',
];
/** What stands behind the name of an area, and makes of it who answers there: it tells where, and names nobody. */
export const OFFICE_WORDS: readonly string[] = ['city council', 'county council', 'borough council', 'council', 'constabulary', "children's services", 'social services', 'social care', 'emergency duty team', 'duty team'];
/** Chains and kinds of shop by which young people tell a place. */
export const VENUES_BY_NAME: readonly string[] = [
  '(?:the )?(?:mc ?donald\'?s?|maccies|maccy d\'?s?|mackies)(?: by the [\\p{L}]+(?: road)?)?', '(?:the )?(?:kfc|greggs|spoons|wetherspoons?|nandos|nando\'s|burger king|subway|primark|tesco|asda|aldi|lidl|morrisons|sainsbury\'?s)',
  '(?:the )?(?:chicky|chippy|chicken shop|kebab shop|vape shop|snooker hall|arcades?|bookies|offy|underpass|viaduct|multi-?storey|skate ?park|car wash)(?: (?:on|by|in|under|at|behind) (?:the )?\\p{L}+(?: (?:road|parade|street|lane))?)?',
];
export const COLOURS: readonly string[] = ['black', 'white', 'grey', 'gray', 'silver', 'blue', 'red', 'green', 'yellow', 'orange', 'purple', 'brown', 'gold', 'beige', 'dark', 'light', 'pink', 'maroon'];
export const MAKES: readonly string[] = [
  'car', 'van', 'taxi', 'minibus', 'pickup', 'moped', 'scooter', 'motorbike', 'bike', 'quad', 'lorry', 'estate', 'hatchback', 'transit', 'sprinter', 'vivaro', 'golf', 'polo', 'corsa', 'astra',
  'insignia', 'fiesta', 'focus', 'mondeo', 'kuga', 'ka', 'clio', 'megane', 'micra', 'qashqai', 'juke', 'a1', 'a3', 'a4', 'a5', 'a6', 'tt', 'audi', 'bmw', 'mini', 'mercedes', 'merc', 'vw',
  'volkswagen', 'ford', 'vauxhall', 'toyota', 'yaris', 'prius', 'honda', 'civic', 'jazz', 'kia', 'picanto', 'hyundai', 'seat', 'leon', 'ibiza', 'skoda', 'octavia', 'fabia', 'volvo', 'peugeot',
  'citroen', 'fiat', 'punto', 'nissan', 'renault', 'mazda', 'suzuki', 'jaguar', 'jag', 'land rover', 'range rover', 'tesla', 'lexus', 'subaru', 'saab', 'porsche',
];
