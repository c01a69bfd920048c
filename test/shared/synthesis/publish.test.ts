/** What of a value board reaches the cohort when a part of it is published. */
import { expect, it } from 'vitest';
import { valueLines } from '../../../shared/synthesis/publish.ts';
import { ZONE_IDS } from '../../../shared/template/kinds.ts';
import { freeSlots } from '../../../shared/template/slots.ts';

const [first, second, third, fourth] = freeSlots('value', 'impact', 4, []);
if (!first || !second || !third || !fourth) throw new Error('a zone has room for four notes');
const [elsewhere] = freeSlots('value', 'resources', 1, []);
const note = (text: string, pos: readonly [number, number] = first, isPrivate = false) => ({
  text,
  pos,
  private: isPrivate,
});

it('is the sentence alone, and nothing where there is none', () => {
  expect(valueLines([note('no')], '  Ayudamos a …\n', 'statement')).toEqual(['Ayudamos a …']);
  expect(valueLines([note('no')], ' \n', 'statement')).toEqual([]);
});

it('is the notes of that zone, as they are read: line by line, and none that is blank or stays on the board', () => {
  const [x, y] = first;
  const notes = [
    note('abajo', [x, y + 1]),
    note(' derecha ', [x + 1, y]),
    note('izquierda', [x, y]),
    note('suya', second, true),
    note(' \n', third),
    note('recurso', elsewhere),
  ];
  expect(valueLines(notes, 'Ayudamos a …', 'impact')).toEqual(['izquierda', 'derecha', 'abajo']);
  expect(valueLines(notes, 'Ayudamos a …', 'resources')).toEqual(['recurso']);
  for (const zone of ZONE_IDS.filter((one) => one !== 'impact' && one !== 'resources'))
    expect(valueLines(notes, 'Ayudamos a …', zone)).toEqual([]);
});
