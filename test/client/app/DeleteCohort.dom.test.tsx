/** Deleting a cohort for ever: its name is asked for, not its accents. */
import { afterEach, expect, it, vi } from 'vitest';
import { DeleteCohort } from '../../../client/app/DeleteCohort.tsx';
import { answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { pageWorld } from '../../kit/page-session.ts';
import { textIn } from '../../kit/pages/words.ts';
import '../../kit/dialogs.ts';

const world = pageWorld('feedback');
let drawn: DrawnPage;
afterEach(() => {
  drawn.close();
  vi.unstubAllGlobals();
});

it('deletes once the letters and digits of the name are there', async () => {
  const asked = answerWith(() => null);
  drawn = drawPage(<DeleteCohort name="Ronda «Otoño» 2026" seat={world.seatOf(world.mari)} />);
  await drawn.press(drawn.named('button', textIn('es', 'pages.cohort.delete')));
  const button = drawn.named('button', textIn('es', 'pages.cohort.deleteDo')) as HTMLButtonElement;
  const field = drawn.named('input', textIn('es', 'pages.cohort.deleteType'));
  drawn.type(field, 'Ronda otono');
  expect(button.disabled).toBe(true);
  drawn.type(field, 'ronda otono 2026');
  expect(button.disabled).toBe(false);
  await drawn.press(button);
  expect(asked.map(({ method }) => method)).toEqual(['DELETE']);
});
