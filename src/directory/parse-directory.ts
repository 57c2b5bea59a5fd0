import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { HubError } from '../domain/errors.ts';
import { contradictions } from './contradictions.ts';
import { shapeFaults, type DirectoryFault } from './directory-fault.ts';
import { directoryFile, type DirectoryFile } from './directory-file.ts';

/** An adapter the hub has, as far as a directory file must fit it. */
export interface KnownAdapter {
  readonly id: string;
  /** What is wrong with what a system says to it, and where in the settings; null when nothing is. */
  readonly settingsFault: (settings: unknown) => { readonly place: string; readonly wrong: string; readonly mend: string } | null;
}

/** What of a file that holds together does not fit the hub that is to go by it. */
export type DirectoryFits = (file: DirectoryFile) => readonly DirectoryFault[];

/**
 * Reads a directory file, or refuses it whole with every fault, its line and how to mend it. Where the hub's adapters
 * are given, every source system must name one of them, and say to it what it asks for; `fits` finds what else does not fit this hub.
 */
export function parseDirectory(yamlText: string, adapters: readonly KnownAdapter[] | null = null, fits: DirectoryFits = () => []): DirectoryFile {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  refuseIfAny(unreadable(document, lines));
  const shape = directoryFile.safeParse(document.toJS());
  const inPlace = (fault: DirectoryFault): string => written(fault, document, lines);
  if (!shape.success) {
    throw refusal(shape.error.issues.flatMap(shapeFaults).map(inPlace));
  }
  refuseIfAny([...contradictions(shape.data), ...(adapters === null ? [] : unfitSystems(shape.data, adapters)), ...fits(shape.data)].map(inPlace));
  return shape.data;
}

function unfitSystems({ systems }: DirectoryFile, adapters: readonly KnownAdapter[]): DirectoryFault[] {
  return systems.flatMap(({ adapter, settings }, place): DirectoryFault[] => {
    const known = adapters.find(({ id }) => id === adapter);
    if (known === undefined) {
      const mend = `use one of ${adapters.map(({ id }) => id).join(', ')}`;
      return [{ path: ['systems', place, 'adapter'], wrong: 'the hub has no adapter of this name', mend }];
    }
    const fault = known.settingsFault(settings);
    const inside = fault?.place === '' ? [] : (fault?.place.split('.') ?? []);
    return fault === null ? [] : [{ path: ['systems', place, 'settings', ...inside], wrong: fault.wrong, mend: fault.mend }];
  });
}

/** What keeps the text from being read. Aliases are not taken: a file of a few lines could unfold to gigabytes. */
function unreadable(document: Document, lines: LineCounter): string[] {
  const faults = [...document.errors, ...document.warnings].map(
    ({ pos, code }) => `line ${String(lines.linePos(pos[0]).line)}: the file is not YAML here (${code}); check indents, quotes and repeated names`,
  );
  visit(document, {
    Alias: (_key, { range }) => {
      faults.push(`line ${String(lines.linePos(range?.[0] ?? 0).line)}: an alias stands here; write the entry out`);
    },
  });
  return faults;
}

function written({ path, wrong, mend }: DirectoryFault, document: Document, lines: LineCounter): string {
  const place = path.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${String(step)}`)).join('').replace(/^\./, '');
  return `line ${String(lineOf(path, document, lines))}, ${place || 'the whole file'}: ${wrong}; ${mend}`;
}

/** The line of the place itself, or of the nearest thing around it that the file has. */
function lineOf(path: readonly PropertyKey[], document: Document, lines: LineCounter): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isNode(node) && node.range) {
    return lines.linePos(node.range[0]).line;
  }
  return path.length === 0 ? 1 : lineOf(path.slice(0, -1), document, lines);
}

function refuseIfAny(faults: readonly string[]): void {
  if (faults.length > 0) {
    throw refusal(faults);
  }
}

function refusal(faults: readonly string[]): HubError {
  return new HubError('DIRECTORY_INVALID', `Nothing of the directory was taken.\n${faults.join('\n')}`, { faults });
}
