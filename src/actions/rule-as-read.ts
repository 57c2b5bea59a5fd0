import { isEverybodys } from '../domain/authority/hub-defaults.ts';

/** Whose practice a rule is of, null where nobody is known to be responsible; and whether the reader's own agency goes by it. */
export interface RuleOf {
  readonly authority: string | null;
  readonly isOwn: boolean;
}

/** A rule by its paragraph; whoever goes by other guidance reads that it is another authority's, but of the statutory one and of the hub's own defaults. */
export function ruleAsRead(source: string, { isOwn, authority }: RuleOf): string {
  return isOwn || isEverybodys(source) || authority === null ? source : `${source}, the guidance of another authority (${authority})`;
}
