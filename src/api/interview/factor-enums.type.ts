import { describedEnum } from '../described-enum.ts';
import type {
  ACCOMPANIMENTS,
  HIGH_RISK_CATEGORIES,
  NamedPersonCategory as NamedPersonWord,
  PULL_FACTORS,
  PUSH_FACTORS,
  VULNERABILITIES,
} from '../../domain/interview/interview-words.ts';

export const Accompaniment = describedEnum<(typeof ACCOMPANIMENTS)[number]>('Accompaniment', 'With whom the child went.', {
  ALONE: 'Alone.',
  WITH_OTHERS: 'With others.',
  PERSUADED: 'Persuaded by somebody.',
  NOT_SAID: 'It was not said or not asked.',
});

export const Vulnerability = describedEnum<(typeof VULNERABILITIES)[number]>('Vulnerability', "A vulnerability of the authorities' forms.", {
  SEXUAL_EXPLOITATION: 'Sexual exploitation.',
  CRIMINAL_EXPLOITATION: 'Criminal exploitation.',
  SELF_HARM: 'Self-harm.',
  OFFENDING_BEHAVIOUR: 'Offending behaviour.',
  MISUSE_OF_SUBSTANCES: 'Misuse of substances.',
  TRAFFICKING_MODERN_SLAVERY: 'Trafficking or modern slavery.',
  PHYSICAL_EMOTIONAL_PRESENTATION: 'Concerns about physical and emotional presentation.',
  OTHER: 'Another vulnerability.',
});

export const HighRiskCategory = describedEnum<(typeof HIGH_RISK_CATEGORIES)[number]>('HighRiskCategory', "A high-risk category of the authorities' forms.", {
  MISSING_OVERNIGHT: 'Missing overnight or for 24 hours.',
  REPEAT_MISSING: 'Missing again and again.',
  PHYSICAL_EMOTIONAL_WELLBEING: 'Physical and emotional wellbeing.',
  CRIMINAL_EXPLOITATION: 'Criminal exploitation.',
  TRAFFICKING: 'Trafficking.',
  DOMESTIC_ABUSE: 'Domestic abuse.',
  HARMED_WHILST_MISSING: 'Harmed or injured while missing.',
  ALCOHOL_SUBSTANCE_MISUSE: 'Misuse of alcohol or substances.',
  SEXUAL_EXPLOITATION: 'Sexual exploitation.',
});

export const PushFactor = describedEnum<(typeof PUSH_FACTORS)[number]>('PushFactor', 'What drove the child away.', {
  CONFLICT_AT_HOME: 'Conflict at home.',
  NEGLECT: 'Neglect.',
  DOMESTIC_ABUSE: 'Domestic abuse.',
  SUBSTANCES_AT_HOME: 'Substances at home.',
  OWN_SUBSTANCE_USE: "The young person's own use of substances.",
  UNHAPPY_IN_CARE: 'Unhappy in care.',
  MENTAL_HEALTH_SELF_HARM: 'Mental health or self-harm.',
  SCHOOL: 'School.',
  BULLYING: 'Bullying, also through social media.',
  LONELINESS: 'Loneliness.',
  LET_DOWN_BY_ADULTS: 'Let down by adults.',
  LACK_OF_FRIENDS: 'Lack of friends.',
  HOMELESSNESS: 'Homelessness.',
  SIBLING_DIFFICULTIES: 'Difficulties with brothers or sisters.',
  OLDER_ASSOCIATES: 'Older associates.',
  ALIENATION: 'Alienation.',
  FRIENDS_EXPLOITED: 'Friends who are victims of exploitation.',
  OFFENDING: 'Offending.',
  PREVIOUS_ABUSE: 'Previous abuse.',
  PEER_VIOLENCE: 'Violence among peers.',
});

export const PullFactor = describedEnum<(typeof PULL_FACTORS)[number]>('PullFactor', 'What drew the child away.', {
  THRILL: 'Thrill.',
  GANG_OR_MUSIC_SCENE: 'A gang or a music scene.',
  NEAR_FRIENDS_OR_FAMILY: 'To be near friends or family.',
  GROOMING_OR_TRAFFICKING: 'Grooming or trafficking.',
  SOMEONE_WHO_THINKS_THEY_ARE_SPECIAL: 'Someone who thinks they are special.',
  CLUBS_OR_ADULT_VENUES: 'Clubs or adult venues.',
  ALCOHOL_DRUGS_MONEY_GIFTS: 'Alcohol, drugs, money or gifts.',
  BEING_LIKED: 'Being liked.',
  NO_RULES: 'Somewhere with no rules.',
  NEW_ADVENTURES: 'New adventures.',
});

export const NamedPersonCategory = describedEnum<NamedPersonWord>('NamedPersonCategory', 'What a named person is in the account.', {
  SUSPECT: 'Suspected of harming or exploiting somebody.',
  VICTIM: 'A victim.',
  WITNESS: 'A witness.',
  ASSOCIATE: 'Somebody the child spends time with.',
  UNKNOWN: 'It is not known what they are.',
});
