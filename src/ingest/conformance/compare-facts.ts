import { canonicalJson } from '../../domain/observation/canonical-json.ts';
import { covers, type FactTree } from '../../exchange/render-contract-facts.ts';
import type { Loss } from '../../exchange/render-contract.ts';

/** One field with its value, and what stands beside it. */
interface Fact {
  readonly field: string;
  readonly value: unknown;
  readonly beside: FactTree;
}

/** What was met in going through messages: where something else came back than the list of losses says, and which of its fields were seen. */
export interface Compared {
  /** Fields that came back otherwise, and are not in the list or not as it says. */
  readonly amiss: readonly string[];
  /** Listed fields that went out, and those of them that came back otherwise. */
  readonly stated: readonly string[];
  readonly lost: readonly string[];
}

/** What every reader takes where a form does not say it: an offer was made to the child, an attempt in some way, an item is of some topic and can wait. */
const ASSUMED: ReadonlySet<string> = new Set(['offer.offeredTo', 'offer.attempt.method', 'intelligence.topic', 'intelligence.urgency']);

/** Compares what was sent with what was read, field by field. */
export function compareFacts(sent: FactTree, read: FactTree, losses: readonly Loss[]): Compared {
  const [out, back] = [flattened(sent), flattened(read)];
  const met = [...new Set([...out.keys(), ...back.keys()])].map((path) => metAt([out.get(path), back.get(path)], losses, sent));
  const fields = (some: readonly Met[]): string[] => [...new Set(some.map(({ field }) => field))];
  return {
    amiss: fields(met.filter(({ isAmiss }) => isAmiss)),
    stated: fields(met.filter(({ isListed }) => isListed)),
    lost: fields(met.filter(({ isListed, isChanged }) => isListed && isChanged)),
  };
}

type Both = readonly [sent: Fact | undefined, read: Fact | undefined];
interface Met {
  readonly field: string;
  readonly isListed: boolean;
  readonly isChanged: boolean;
  readonly isAmiss: boolean;
}

/** One field of what was sent and of what was read; at least one of them says something. */
function metAt([one, other]: Both, losses: readonly Loss[], sent: FactTree): Met {
  const field = (one ?? other)?.field ?? '';
  const loss = losses.find((known) => covers(known, field));
  const isChanged = wordsOf(one?.value) !== wordsOf(other?.value);
  const isAmiss = loss === undefined ? isChanged && !(one === undefined && ASSUMED.has(field)) : !isAsListed([one, other], loss, sent);
  return { field, isListed: loss !== undefined, isChanged, isAmiss };
}

/** Where the list says what comes back in its place, that must. */
function isAsListed([one, other]: Both, loss: Loss, sent: FactTree): boolean {
  return one === undefined || loss.as === undefined || wordsOf(loss.as(one.value, one.beside, sent)) === wordsOf(other?.value);
}

/** What is listed as lost and came back every time it went out, or never went out: a list is exact both ways. */
export function neverLost(compared: readonly Compared[], losses: readonly Loss[]): string[] {
  const [stated, lost] = [new Set(compared.flatMap((each) => each.stated)), new Set(compared.flatMap((each) => each.lost))];
  const unseen = losses.filter((loss) => ![...stated].some((field) => covers(loss, field))).map(({ field }) => field);
  return [...unseen, ...[...stated].filter((field) => !lost.has(field))];
}

function flattened(tree: FactTree): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  collect(tree, { path: '', field: '', facts });
  return facts;
}

interface Place {
  readonly path: string;
  readonly field: string;
  readonly facts: Map<string, Fact>;
}

function collect(tree: FactTree, { path, field, facts }: Place): void {
  for (const [name, value] of Object.entries(tree)) {
    const at = { path: `${path}/${name}`, field: field === '' ? name : `${field}.${name}`, facts };
    if (isTree(value)) {
      collect(value, at);
    } else if (Array.isArray(value) && value.some(isTree)) {
      value.filter(isTree).forEach((each, index) => {
        collect(each, { ...at, path: `${at.path}/${String(index)}` });
      });
    } else if (!isSilent(value, at.field)) {
      facts.set(at.path, { field: at.field, value, beside: tree });
    }
  }
}

/** A time is a value, and not a tree of them. */
function isTree(value: unknown): value is FactTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('precision' in value);
}

/** Says nothing: absent, empty, not asked; and no attempt ended a matter unless somebody says so. */
function isSilent(value: unknown, field: string): boolean {
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty || value === 'NOT_SAID' || (field === 'offer.attempt.endedIt' && value === false);
}

/** Times by what they mean, however they are written; lists by what is in them. */
function wordsOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'precision' in value && 'from' in value && 'until' in value) {
    return canonicalJson([value.from, value.until, value.precision]);
  }
  const shown = Array.isArray(value) ? [...new Set(value.map(canonicalJson))].sort() : value;
  return canonicalJson(isSilent(shown, '') ? null : shown);
}
