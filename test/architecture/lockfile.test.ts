import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const LOCKFILE = z.object({ packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })) });

describe('the lockfile', () => {
  it('names the packages of every system, or npm ci refuses it on a fresh machine', () => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8');
    const { packages } = LOCKFILE.parse(JSON.parse(text));
    const asked = Object.entries(packages).flatMap(([asker, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ name, asker })),
    );
    const missing = asked.filter(({ name, asker }) => !(`node_modules/${name}` in packages) && !(`${asker}/node_modules/${name}` in packages));
    expect(missing).toEqual([]);
  });
});
