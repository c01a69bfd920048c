/**
 * Files of a kind share a process, not what one of them changed in it: each begins with the globals and clocks of Node and
 * with modules of this project nobody has used. Those of `node_modules` stay, which is what makes it quick.
 */
import { vi } from 'vitest';

vi.useRealTimers();
vi.unstubAllGlobals();
vi.resetModules();
