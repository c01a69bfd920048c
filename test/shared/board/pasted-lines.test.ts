import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPasted } from '../../../shared/board/pasted-lines.ts';

const texts = (input: string) => readPasted(input).notes.map((note) => note.text);

describe('a pasted text', () => {
  test('the customer’s document gives its seven issues and hands back the paragraphs around them', () => {
    const document = readFileSync(new URL('../../fixtures/customer-document.es.txt', import.meta.url), 'utf8');
    const { notes, rest } = readPasted(document);
    expect(notes.map((note) => note.text)).toEqual([
      'Adaptación a cambios organizacionales y directivos.',
      'Inseguridad Operacional por falta de personal a tiempo completo.',
      'Necesidad de un sistema formal de comunicación interna y externa.',
      'Dificultad en explicar metodología a financiadores.',
      'Falta de solidaridad y colaboración en el Sector Social.',
      'Dificultad para equilibrar tiempo de trabajo y personal.',
      'Problemas interpersonales por crecimiento rápido.',
    ]);
    const letters = (t: string) => t.replace(/[\s-]/g, '').length;
    expect(letters([...notes.map((n) => n.text), ...rest].join(''))).toBe(letters(document));
  });

  test('a list loses its bullets and numbers, plain lines stay', () => {
    expect(texts('• uno\n2) dos\n\n  – tres\ncuatro - y medio')).toEqual(['uno', 'dos', 'tres', 'cuatro - y medio']);
  });

  test('a number that is part of the sentence is no bullet', () => {
    expect(texts('48 techos reparados\n90% viene de una fundación\n2.5 plazas')).toEqual([
      '48 techos reparados',
      '90% viene de una fundación',
      '2.5 plazas',
    ]);
  });

  test('two columns keep both: a known name sets layer or tag, anything else joins the text', () => {
    expect(readPasted('Falta relevo\tOperativo\nSiempre corremos\tHábitos y patrones\nuno\tdos').notes).toEqual([
      { text: 'Falta relevo', area: null, tag: 'operational' },
      { text: 'Siempre corremos', area: 'patterns', tag: null },
      { text: 'uno — dos', area: null, tag: null },
    ]);
  });

  test('nothing gives nothing', () => {
    expect(readPasted(' \n\t\n')).toEqual({ notes: [], rest: [] });
  });
});
