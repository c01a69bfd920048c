/** The Spanish texts of a board as a list and of every page, one file per room: always there. See also door.ts, practice.ts and later/. */
export { call } from './call.ts';
export { canvas } from './canvas.ts';
export { common } from './common.ts';
export { errors } from './errors.ts';
export { list } from './list.ts';
export { method } from './method.ts';
export { pages } from './pages.ts';
export { panels } from './panels.ts';
export { sync } from './sync.ts';
export { value } from './value.ts';
