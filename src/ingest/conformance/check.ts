import type { Subject } from './samples.ts';

/** Something that does not hold, and what to do about it; of a source file names and places, never values. */
export interface Finding {
  readonly where: string;
  readonly wrong: string;
  readonly mend: string;
}

/** What looking found. */
export interface Looked {
  /** How many times it was tried. */
  readonly cases: number;
  readonly findings: readonly Finding[];
}

/** One thing that every adapter must do. */
export interface Check {
  readonly name: string;
  /** What holds where it passes. */
  readonly sentence: string;
  run(subject: Subject): Promise<Looked> | Looked;
}

/** Looks at each case by itself; what is found twice at one place is told once. */
export function lookAt<T>(cases: Iterable<T>, find: (one: T) => readonly Finding[] | Finding | null): Looked {
  const findings: Finding[] = [];
  let count = 0;
  for (const one of cases) {
    count += 1;
    const found = find(one);
    findings.push(...(found === null ? [] : [found].flat()));
  }
  return { cases: count, findings: [...new Map(findings.map((found) => [`${found.where} ${found.wrong}`, found])).values()] };
}

/** Several looks as one. */
export function allOf(...looked: readonly Looked[]): Looked {
  return { cases: looked.reduce((sum, { cases }) => sum + cases, 0), findings: looked.flatMap(({ findings }) => findings) };
}
