/**
 * The slides a room's screen can be shown, by name: ids alone, what a slide says is on the boards it is drawn from. Knows no
 * board and no right; how a name is made of an id is in shown.ts.
 */
import { isOrgId, isThemeId } from '../ids.ts';
import { LAYER_IDS, type LayerId } from '../template/kinds.ts';

/** The board at a glance, its themes, a layer of it, what was published, and the two parts of the closing. */
const SLIDES = ['board', 'themes', ...LAYER_IDS, 'gallery', 'words', 'commitments'] as const;
export type Slide =
  | 'board'
  | 'themes'
  | LayerId
  | 'gallery'
  | 'words'
  | 'commitments'
  | `theme:${string}`
  | `organisation:${string}`;

export function isSlide(x: unknown): x is Slide {
  if (typeof x !== 'string') return false;
  if (SLIDES.some((one) => one === x)) return true;
  const [kind, id, more] = x.split(':');
  if (id === undefined || more !== undefined) return false;
  return (kind === 'theme' && isThemeId(id)) || (kind === 'organisation' && isOrgId(id));
}
