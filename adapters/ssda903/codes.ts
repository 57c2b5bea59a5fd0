import type { AbsenceKind, Gender } from '../../src/domain/observation/observation.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** The DfE's code sets, by the column that uses them. */
export const CODES: Readonly<Record<string, ReadonlySet<string>>> = {
  RNE: words('S L P T B U'),
  LS: words('C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3'),
  CIN: words('N1 N2 N3 N4 N5 N6 N7 N8'),
  PLACE: words('U1 U2 U3 U4 U5 U6 P1 P2 P3 A3 A4 A5 A6 H5 K1 K2 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 Z1'),
  PLACE_PROVIDER: words('PR0 PR1 PR2 PR3 PR4 PR5'),
  REC: words('X1 E2 E3 E4A E4B E5 E6 E7 E8 E9 E11 E12 E13 E14 E15 E16 E17 E41 E45 E46 E47 E48'),
  REASON_PLACE_CHANGE: words('CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER'),
  ETHNIC: words('WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT'),
};

/** Misspellings that are common in real returns. */
const ETHNIC_ALIASES: ReadonlyMap<string, string> = new Map([
  ['CNHE', 'CHNE'],
  ['MWBa', 'MWBA'],
]);

/** The code that a misspelt ethnicity code stands for; any other as it is. */
export function ethnicityCode(code: string): string {
  return ETHNIC_ALIASES.get(code) ?? code;
}

export const GENDERS: ReadonlyMap<string | null, Gender> = new Map([
  ['1', 'MALE'],
  ['2', 'FEMALE'],
]);

/** DfE 1006: capitals only. `A` is away from placement without authorisation, never the police's "absent". */
export const ABSENCES: ReadonlyMap<string | null, AbsenceKind> = new Map([
  ['M', 'MISSING'],
  ['A', 'AWAY'],
]);

/** Reasons given where a UPN would stand: the child has none. */
export const NO_UPN: ReadonlySet<string> = words('UN1 UN2 UN3 UN4 UN5 UN6');
