// Lets plain Node load the TypeScript of this project, compiled as jest compiles it: for jest's own setup, which it
// loads without its transforms, and for tests that start processes of their own (`node --import`).
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
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
