import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HUB_DEFAULT_NAMES, isEverybodys, ruleNamed } from '../../../src/domain/authority/hub-defaults.ts';
import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE } from '../../../src/domain/authority/practice.ts';
import { STATUTORY_CLOCK } from '../../../src/domain/clocks/clock.ts';
import { othersNamedIn } from './others-named-in.ts';

const SOURCES = path.resolve(import.meta.dirname, '../../../src');

/** The lines of a folder's files that are no comment. */
function linesOf(folder: string): string[] {
  const files = readdirSync(path.join(SOURCES, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) => readFileSync(path.join(SOURCES, folder, file), 'utf8').split('\n').filter((line) => !/^\s*(?:\/\*\*|\*|\/\/)/.test(line)).map((line) => `${folder}/${file}: ${line}`));
}

describe('the rule of something the hub asks of everybody', () => {
  it.each(HUB_DEFAULT_NAMES.flatMap((name) => Object.entries(PRACTICES).map(([id, practice]) => [name, id, practice] as const)))('%s: by the practice of %s names that authority, or the hub, and nobody else', (name, id, practice) => {
    const rule = ruleNamed(name, practice);
    expect(othersNamedIn(rule, id)).toEqual([]);
    expect(isEverybodys(rule)).toBe(rule.startsWith("Homeward's default, after "));
  });

  it.each(HUB_DEFAULT_NAMES)('%s: is said to be the hub’s own where an authority has told the hub nothing', (name) => {
    expect(ruleNamed(name, SILENT_PRACTICE)).toMatch(/^Homeward's default, after \w/);
  });

  it('is the authority’s own figure where it has set one, and no more where it has taken it out', () => {
    const own = { ...SILENT_PRACTICE.figures, ceScreenFrom: { value: 12, source: "the authority's own practice rules", flag: null } };
    expect(ruleNamed('CE_SCREEN', { id: null, figures: own })).toBe("the authority's own practice rules");
    expect(ruleNamed('CE_SCREEN', { ...PRACTICES.somerset, figures: { ...PRACTICES.somerset.figures, ceScreenFrom: null } })).toBe("Homeward's default, after Somerset 4.12");
    expect(ruleNamed('PLANNED', PRACTICES['west-sussex'])).toBe('West Sussex, What next');
  });

  it('is every authority’s like the statutory guidance, and unlike a paragraph', () => {
    expect([STATUTORY_CLOCK.source, 'Somerset 4.12'].map(isEverybodys)).toEqual([true, false]);
  });
});

it.each(['actions', 'domain/workflow', 'domain/interview', 'web', 'directory'])('no words of src/%s quote the guidance of one authority to all of them', (folder) => {
  expect(linesOf(folder).filter((line) => othersNamedIn(line, '').length > 0)).toEqual([]);
});
