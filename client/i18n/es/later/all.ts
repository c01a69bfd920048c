/** The Spanish texts of everything that is fetched when it is opened. They come with it: see ../../later.ts. */
export { call } from './call.ts';
export { canvas } from './canvas.ts';
export { check } from './check.ts';
export { common } from './common.ts';
export { method } from './method.ts';
export { organisations } from './organisations.ts';
export { pages } from './pages.ts';
export { panel } from './panel.ts';
export { panels } from './panels.ts';
export { peers } from './peers.ts';
export { refused } from './refused.ts';
export { growth, self } from './self.ts';
export { sync } from './sync.ts';
export { value } from './value.ts';
