/**
 * Files of a kind share a process, not what the modules of this project remember: each begins with modules nobody has
 * used. Those of `node_modules` stay, which is what makes it quick.
 */
import { vi } from 'vitest';

vi.resetModules();
