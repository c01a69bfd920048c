/** *Ordenar por temas* / *por organización*, in one step of undo. Apart from the other actions: few people need it, and it is long. */
import { arrangeByOrganisations, arrangeByThemes } from '../../shared/synthesis/arrange.ts';
import { mayWrite } from './actions.ts';
import type { BoardSession } from './session.ts';

export function arrange(s: BoardSession, by: 'themes' | 'organisations'): void {
  if (!mayWrite(s)) return;
  if (by === 'themes') arrangeByThemes(s.writer);
  else
    arrangeByOrganisations(
      s.writer,
      s.cohort.get().organisations.map((one) => one.id),
    );
}
