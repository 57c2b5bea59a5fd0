import { STATUTORY_CLOCK } from '../clocks/clock.ts';
import type { PracticeId } from './known-practices.ts';
import type { FigureName, Practice } from './practice.ts';

/** Something the hub asks of everybody: the figure of a practice that has it, if there is one, and the paragraphs it was taken from. */
interface HubDefault {
  readonly figure?: FigureName;
  readonly after: Readonly<Partial<Record<PracticeId, string>>>;
}

/** What the hub asks for whatever an authority's own guidance says. */
const HUB_DEFAULTS = {
  /** There is no "never" for an interview. */
  NOT_NOW: { figure: 'notNow', after: { 'west-sussex': 'West Sussex, When should a RHI be completed' } },
  /** A duty is set aside only with the reason why. */
  SET_ASIDE: { after: { 'west-sussex': 'West Sussex, When should a RHI be completed' } },
  /** What is open after a return has an owner and a time, and something comes of it. */
  PLANNED: { after: { birmingham: 'Birmingham 2022, Conducting interviews remotely', 'west-sussex': 'West Sussex, What next', somerset: 'Somerset 4.17' } },
  /** What cannot wait for a form is acted on at once. */
  AT_ONCE: { after: { birmingham: 'Birmingham 2022, Conducting interviews remotely', 'west-sussex': 'West Sussex, Recording information' } },
  /** What the police have to know goes to them on a form. */
  FIB_FORM: { after: { birmingham: 'Birmingham 2022, Conducting interviews remotely', 'west-sussex': 'West Sussex, What next' } },
  LETTER_SAFE: { after: { mosaic: 'Mosaic authority 2022, Closure process, letter sent' } },
  LETTER_ADDRESSEE: { figure: 'letter', after: { somerset: 'Somerset 4.6', mosaic: 'Mosaic authority 2022, Closure process, letter sent' } },
  /** An offer and an interview are of a return. */
  NAMES_EPISODE: { figure: 'severalEpisodes', after: { somerset: 'Somerset 4.18', kent: 'Kent, After the return interview' } },
  TOLD_ABOUT_SHARING: { after: { birmingham: 'Birmingham 2022, When a child returns', 'west-sussex': 'West Sussex, What makes a good RHI' } },
  /** Nobody is put at risk by being rung or written to. */
  SAFE_CONTACT: { after: { birmingham: 'Birmingham 2022, Conducting interviews remotely' } },
  /** A child who came alone is understood. */
  INTERPRETER: { after: { somerset: 'Somerset 6' } },
  STRATEGY: { figure: 'strategy', after: { somerset: 'Somerset 5.2.2', birmingham: "Birmingham 2022, Birmingham Children's Trust response" } },
  CE_SCREEN: { figure: 'ceScreenFrom', after: { somerset: 'Somerset 4.12' } },
  RISK_REVIEW: { after: { somerset: 'Somerset 5.2.1' } },
  /** What a report of a missing child tells the police. */
  POLICE_TOLD: { after: { birmingham: 'Birmingham 2022, Information Sharing and Recording' } },
  /** What those who look after a child read names nobody. */
  READ_BY_HOMES: { after: { birmingham: 'Birmingham 2022, Sharing the Return Home Conversations' } },
  RISK_FACTORS: { after: { kent: 'Kent, Recording of Risk Factors within the Missing Person Episode' } },
  /** How a child was on return, and what the home heard. */
  ON_RETURN: { after: { birmingham: 'Birmingham 2022, When a child returns' } },
  /** A visit on the day of the return where the coordinator asks for it. */
  SAME_DAY_VISIT: { after: { birmingham: 'Birmingham 2022, When a child returns' } },
  /** The home looks for a child to whom the police send nobody. */
  HOME_LOOKS: { after: { birmingham: 'Birmingham 2022, Police response' } },
} as const satisfies Readonly<Record<string, HubDefault>>;
export type HubDefaultName = keyof typeof HUB_DEFAULTS;
export const HUB_DEFAULT_NAMES = Object.keys(HUB_DEFAULTS) as readonly HubDefaultName[];

/** How a rule begins that is no authority's. */
const OURS = "Homeward's default, after ";

/** By which rule something is asked for that is asked of everybody: the authority's own paragraph, else that it is the hub's own default, and after whose it was made. */
export function ruleNamed(name: HubDefaultName, { id, figures }: Pick<Practice, 'id' | 'figures'>): string {
  const { figure, after }: HubDefault = HUB_DEFAULTS[name];
  const own = figure === undefined ? Object.entries(after).find(([practice]) => practice === id)?.[1] : figures[figure]?.source;
  return own ?? `${OURS}${Object.values(after).join('; ')}`;
}

/** Whether a rule is every authority's: the statutory guidance, or the hub's own default. */
export function isEverybodys(rule: string): boolean {
  return rule === STATUTORY_CLOCK.source || rule.startsWith(OURS);
}
