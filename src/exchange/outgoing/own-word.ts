import { z } from 'zod';
import type { Row } from '../../gate/read-request.ts';
import { moment, shaped } from './row-shapes.ts';

const risk = z.enum(['VERY_LOW', 'LOW', 'MEDIUM', 'HIGH']);
const at = moment.nullable();
/** What authorities said of the risk beside the police, in an episode. */
export const ASSESSED_RISKS = z.array(z.object({ agency: z.string(), risk: risk.nullable(), word: z.string().nullable(), at }));
const ASSESSMENT = z.object({ risk: risk.nullable().default(null), word: z.string().nullable().default(null), at, madeBy: z.string() });
export type SaidRisk = Pick<z.output<typeof ASSESSMENT>, 'risk' | 'word' | 'at'>;

/** Who sends, and the assessments of the child where the child is theirs; else null. */
interface Assessed {
  readonly from: string;
  readonly assessed: readonly Row[] | null;
}

interface OwnWord {
  readonly said: SaidRisk;
  /** The assessment that says it; null: it stands in the episode. */
  readonly assessment: Row | null;
}

/** What the sender itself said last of the risk, in the episode or in an assessment of the child. */
export function ownWord(own: readonly SaidRisk[], { from, assessed }: Assessed): OwnWord | undefined {
  const made = (assessed ?? []).map((assessment) => ({ ...shaped(ASSESSMENT, assessment), assessment })).filter(({ madeBy }) => madeBy === from);
  const words = [...own.map((said) => ({ said, assessment: null })), ...made.map(({ assessment, ...said }) => ({ said, assessment }))];
  const whole = words.filter(({ said }) => said.at !== null && said.word !== null);
  return whole.toSorted((one, other) => (one.said.at?.from ?? 0) - (other.said.at?.from ?? 0)).at(-1);
}

/** The assessments of an agency's own child, as far as the recipient may know whose child it is; null of another's. */
export function assessmentsOf(child: Row, agency: string): readonly Row[] | null {
  // Ids of agencies, and rows, as they were asked for; null where they were not let out.
  const { responsibleAuthorities, riskAssessments } = child as { readonly responsibleAuthorities?: readonly string[] | null; readonly riskAssessments?: readonly Row[] | null };
  return (responsibleAuthorities ?? []).includes(agency) ? (riskAssessments ?? []) : null;
}

/** The assessment whose word an episode goes out with; null where it goes with none of the child's. */
export function assessmentTold(row: Row, named: Assessed): Row | null {
  const { assessedRisks = [] } = shaped(z.object({ assessedRisks: ASSESSED_RISKS.exactOptional() }), row);
  return ownWord(assessedRisks.filter(({ agency }) => agency === named.from), named)?.assessment ?? null;
}
