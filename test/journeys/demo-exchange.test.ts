import { chmodSync } from 'node:fs';
import path from 'node:path';
import { tellExchange } from '../demo/tell-exchange.ts';
import { aFolder } from '../support/a-folder.ts';

const PROGRAM = ['--import', path.resolve(import.meta.dirname, '../support/typescript-hooks.mjs'), path.resolve(import.meta.dirname, '../../src/main.ts')];

describe('the demonstration of two hubs', () => {
  it('comes from placed across to a receipt that is proven offline', async () => {
    const folder = aFolder();
    chmodSync(folder.path, 0o711);
    const lines: string[] = [];
    try {
      const told = await tellExchange({ folder: folder.path, program: PROGRAM, escalation: false, say: (line) => void lines.push(line) });
      expect(told).toMatchObject({ documents: 2, flaws: 0, escalatedAfterSeconds: null });
    } finally {
      folder.remove();
    }
    const text = lines.join('\n');
    for (const step of [/reads Fenella: MISSING/, /Told: northmere.*CHILD_MISSING/, /reads: RETURNED/, /Told: northmere.*CHILD_RETURNED/, /PLACEMENT_AGREEMENT.*northmere-social-worker@northmere.*ACKNOWLEDGED/, /Ann Example.*FullInterview/, /DEPOSITED/, /interview 1/, /Receipt: 0 flaws/]) {
      expect(text).toMatch(step);
    }
  }, 240_000);
});
