import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { transformSync } from '@swc/core';
import { SWC } from '../../jest.config.mjs';

const COMPILED = { ...SWC, module: { type: 'commonjs' }, sourceMaps: false };
const PARAMETERS = ['exports', 'require', '__filename', '__dirname'];

/**
 * A room of modules that is compiled once and can be filled again and again: each filling runs every module anew, so that
 * what a module works out when it is loaded is worked out again too. Packages are loaded once, as ever.
 */
export class Room {
  #bodies = new Map();

  constructor(root) {
    this.root = root;
    this.package = createRequire(path.join(root, 'package.json'));
  }

  /** The files of the given patterns, by their whole path. */
  files(patterns) {
    return patterns.flatMap((pattern) => globSync(pattern, { cwd: this.root })).map((file) => path.join(this.root, file));
  }

  /** A function that loads a file with all it imports, each at most once. */
  filling() {
    const loaded = new Map();
    const load = (file) => {
      if (!loaded.has(file)) {
        loaded.set(file, {});
        try {
          this.#bodyOf(file)(loaded.get(file), (name) => (name.startsWith('.') ? load(path.resolve(path.dirname(file), name)) : this.package(name)), file, path.dirname(file));
        } catch (error) {
          // Whoever imports it next meets the same error, not half a module.
          loaded.delete(file);
          throw error;
        }
      }
      return loaded.get(file);
    };
    return load;
  }

  #bodyOf(file) {
    if (!this.#bodies.has(file)) {
      const { code } = transformSync(readFileSync(file, 'utf8'), { ...COMPILED, filename: file });
      this.#bodies.set(file, vm.compileFunction(code, PARAMETERS, { filename: file }));
    }
    return this.#bodies.get(file);
  }
}
