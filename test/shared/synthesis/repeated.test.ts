/** Notes that say the same: numbers in words and digits, other endings, shorter; and what only shares a word or two. */
import { expect, it } from 'vitest';
import type { NoteId } from '../../../shared/ids.ts';
import { stemsOf, wordsIn } from '../../../shared/synthesis/note-words.ts';
import { repeatedNotes } from '../../../shared/synthesis/repeated.ts';

const note = (id: string, text: string) => ({ id: id as NoteId, text });
const around = ['La guagua no arranca', 'Nadie abre los lunes', 'El salón se llueve', 'Faltan sillas'].map((text, i) =>
  note(`x${i}`, text),
);
const pairsOf = (...texts: string[]) =>
  repeatedNotes([...texts.map((text, i) => note(`n${i}`, text)), ...around]).map(({ notes }) => notes.join());

it.each([
  ['Atrasamos la nómina dos quincenas en marzo', 'nomina atrasada en marzo (2 quincenas)'],
  ['Cinco reuniones de junta sin cuórum este año', 'junta sin quorum 5 veces'],
  ['No hay persona a cargo de comunicaciones ni calendario compartido', 'falta un calendario compartido!!'],
])('takes “%s” and “%s” for the same, the longer first', (one, other) => {
  expect(pairsOf(one, other)).toEqual(['n0,n1']);
  expect(pairsOf(other, one)).toEqual(['n1,n0']);
});

it.each([
  ['La junta aprueba todo sin preguntar', 'La junta llega a firmar, no a pensar con nosotros'],
  ['Tres directoras en 18 meses', 'Tres organizaciones repartimos en el mismo barrio'],
  ['prueba', 'prueba'],
  ['', ''],
])('takes “%s” and “%s” for two', (one, other) => {
  expect(pairsOf(one, other)).toEqual([]);
});

it('gives the most alike first', () => {
  expect(
    pairsOf('Sin agua dos meses', 'Dos meses sin agua', 'Cierra la escuela en Yabucoa', 'La escuela de Yabucoa')[0],
  ).toBe('n0,n1');
});

it('reads words in order, folded, and knows what says nothing', () => {
  expect(wordsIn('¡Cuórum, quórum, 1,200 niñas y 24/7!')).toEqual(['cuorum', 'cuorum', '1,200', 'ninas', 'y', '24/7']);
  expect([...stemsOf('Nosotras no tenemos nada de esto')]).toEqual([]);
  expect([...stemsOf('Tres reuniones y 3 reunión')]).toEqual(['3', 'reunion']);
});
