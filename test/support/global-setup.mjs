// Jest loads this file without its transforms, so the TypeScript below it is compiled here, as jest does it.
import { registerHooks } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { SWC } from '../../jest.config.mjs';

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.ts')) {
      return next(url, context);
    }
    const filename = fileURLToPath(url);
    const source = transformSync(readFileSync(filename, 'utf8'), { ...SWC, filename, sourceMaps: 'inline' }).code;
    return { format: 'module', source, shortCircuit: true };
  },
});

const { startTestEngine } = await import('./test-engine.ts');

/** One engine for the whole run; its address reaches the workers through their environment. */
export default async function globalSetup() {
  globalThis.homewardTestEngine = await startTestEngine();
}
